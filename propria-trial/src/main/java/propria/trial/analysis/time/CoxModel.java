package propria.trial.analysis.time;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import propria.trial.analysis.AnalysisException;
import propria.trial.analysis.EffectEstimate;
import propria.trial.analysis.Linear;

/// The proportional hazards model of D. R. Cox (J R Stat Soc B 34 (1972), 187-220), ties after B. Efron (J Am Stat Assoc 72
/// (1977), 557-565).
///
/// @param coefficients log hazard ratios
/// @param covariance terms by terms
/// @param likelihood partial, its logarithm
public record CoxModel(double[] coefficients, double[][] covariance, double likelihood) {

    private static final int MOST_STEPS = 50;
    private static final double CLOSE = 1e-11;
    private static final double ENDLESS = 20;

    /// Fits.
    ///
    /// @param rows the covariates of each subject, without an intercept
    /// @throws AnalysisException when there is no event, terms cannot be told apart, or a hazard ratio has no finite estimate
    public static CoxModel fit(List<TimeToEvent> subjects, double[][] rows) {
        if (subjects.stream().noneMatch(TimeToEvent::event)) {
            throw new AnalysisException("there is no event");
        }
        int[] order = IntStream.range(0, subjects.size()).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> subjects.get(i).time()).reversed())
                .mapToInt(i -> i).toArray();
        double[] beta = new double[rows[0].length];
        Partial here = Partial.at(subjects, rows, order, beta);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[][] covariance = Linear.inverse(here.information);
            double[] move = Linear.times(covariance, here.score);
            if (Linear.dot(move, here.score) < CLOSE) {
                return new CoxModel(beta, covariance, here.likelihood);
            }
            double length = 1;
            double[] next = moved(beta, move, length);
            Partial there = Partial.at(subjects, rows, order, next);
            while (there.likelihood < here.likelihood - 1e-12 && length > CLOSE) {
                length /= 2;
                next = moved(beta, move, length);
                there = Partial.at(subjects, rows, order, next);
            }
            beta = next;
            here = there;
            for (double b : beta) {
                if (StrictMath.abs(b) > ENDLESS) {
                    throw new AnalysisException("a hazard ratio has no finite estimate");
                }
            }
        }
        throw new AnalysisException("hazard ratios are not found in " + MOST_STEPS + " steps");
    }

    private static double[] moved(double[] beta, double[] move, double length) {
        double[] next = beta.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += length * move[i];
        }
        return next;
    }

    /// A log hazard ratio with Wald's interval and test.
    public EffectEstimate term(int index, double level) {
        return EffectEstimate.normal(coefficients[index], StrictMath.sqrt(covariance[index][index]), level);
    }

    /// The partial likelihood and its derivatives at some coefficients.
    private static final class Partial {

        private final double[] score;
        private final double[][] information;
        private double likelihood;

        private Partial(int terms) {
            score = new double[terms];
            information = new double[terms][terms];
        }

        static Partial at(List<TimeToEvent> subjects, double[][] rows, int[] order, double[] beta) {
            Partial partial = new Partial(beta.length);
            Sums risk = new Sums(beta.length);
            int i = 0;
            while (i < order.length) {
                double time = subjects.get(order[i]).time();
                Sums tied = new Sums(beta.length);
                int events = 0;
                while (i < order.length && subjects.get(order[i]).time() == time) {
                    double[] row = rows[order[i]];
                    double eta = Linear.dot(row, beta);
                    risk.add(row, StrictMath.exp(eta));
                    if (subjects.get(order[i]).event()) {
                        events++;
                        tied.add(row, StrictMath.exp(eta));
                        partial.likelihood += eta;
                        for (int a = 0; a < beta.length; a++) {
                            partial.score[a] += row[a];
                        }
                    }
                    i++;
                }
                for (int k = 0; k < events; k++) {
                    partial.take(risk, tied, (double) k / events);
                }
            }
            return partial;
        }

        private void take(Sums risk, Sums tied, double share) {
            double weight = risk.weight - share * tied.weight;
            likelihood -= StrictMath.log(weight);
            double[] mean = new double[score.length];
            for (int a = 0; a < mean.length; a++) {
                mean[a] = (risk.first[a] - share * tied.first[a]) / weight;
                score[a] -= mean[a];
            }
            for (int a = 0; a < mean.length; a++) {
                for (int b = 0; b < mean.length; b++) {
                    information[a][b] += (risk.second[a][b] - share * tied.second[a][b]) / weight - mean[a] * mean[b];
                }
            }
        }
    }

    /// Weighted sums over a set of subjects.
    private static final class Sums {

        private final double[] first;
        private final double[][] second;
        private double weight;

        Sums(int terms) {
            first = new double[terms];
            second = new double[terms][terms];
        }

        void add(double[] row, double w) {
            weight += w;
            for (int a = 0; a < first.length; a++) {
                first[a] += w * row[a];
            }
            Linear.addOuter(second, row, w);
        }
    }
}
