package propria.trial.clinical.translation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import propria.study.library.Library;
import propria.study.run.PreparedModel;
import propria.trial.clinical.translation.TranslationPlan.Belief;
import propria.trial.clinical.translation.TranslationPlan.Outcome;
import propria.trial.clinical.translation.TranslationPlan.Question;

/// The point at which simulated shares come nearest to published ones: least squares on the logit scale, each weighed by its
/// error, with the prior (penalised weighted least squares). The same chance is used at every point.
///
/// @param question that was asked
/// @param estimates by name, with standard errors from the curvature
/// @param rows an outcome each
public record TranslationFit(Question question, Map<String, Estimate> estimates, Map<String, Double> baseline,
        List<Row> rows) {

    private static final double STEP = 0.25;
    private static final int MOST = 160;

    /// A number and its standard error.
    public record Estimate(double value, double error) {
    }

    /// A published number, and the simulated one: shares in per cent, effects as log odds ratios.
    public record Row(Outcome outcome, double simulated) {

        /// Whether the simulated one lies within the 95 % interval of the published one.
        public boolean holds() {
            double away = outcome.effect()
                    ? simulated - outcome.value()
                    : logit(simulated / 100) - logit(outcome.value() / 100);
            return StrictMath.abs(away) <= 1.96 * outcome.error();
        }
    }

    /// Fits every question, in order.
    public static List<TranslationFit> of(TranslationPlan plan, Library library, PreparedModel model, int threads) {
        return plan.questions().stream().map(question -> {
            List<TranslationCourses> courses = TranslationCourses.of(plan, question, library, model, threads);
            return question.scan().isPresent() ? scanned(question, courses) : reported(question, courses.getFirst());
        }).toList();
    }

    private static TranslationFit reported(Question question, TranslationCourses courses) {
        List<String> names = List.copyOf(question.reported().keySet());
        double[] start = question.reported().values().stream().mapToDouble(Belief::mean).toArray();
        double[] best = names.isEmpty()
                ? start
                : new SimplexOptimizer(new SimpleValueChecker(1e-4, 1e-4))
                        .optimize(new MaxEval(MOST), new ObjectiveFunction(x -> loss(question, courses, names, x)),
                                GoalType.MINIMIZE, new InitialGuess(start),
                                new NelderMeadSimplex(names.size(), STEP * 2))
                        .getPoint();
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            estimates.put(names.get(i),
                    new Estimate(StrictMath.max(0, best[i]), error(question, courses, names, best, i)));
        }
        Map<String, Double> traits = traits(question, names, best);
        return new TranslationFit(question, estimates, courses.baseline(traits),
                rows(question, courses.shares(false, traits), new double[0]));
    }

    private static double error(Question question, TranslationCourses courses, List<String> names, double[] best,
            int i) {
        double[] above = best.clone();
        double[] below = best.clone();
        above[i] += STEP;
        below[i] -= STEP;
        double curvature = (loss(question, courses, names, above) + loss(question, courses, names, below)
                - 2 * loss(question, courses, names, best)) / (STEP * STEP);
        return curvature > 0 ? StrictMath.sqrt(2 / curvature) : Double.NaN;
    }

    private static double loss(Question question, TranslationCourses courses, List<String> names, double[] point) {
        double sum = misfit(question, courses.shares(false, traits(question, names, point)), new double[0]);
        for (int i = 0; i < point.length; i++) {
            Belief belief = question.reported().getOrDefault(names.get(i), new Belief(0, 1));
            double away = (point[i] - belief.mean()) / belief.sd();
            sum += away * away + (point[i] < 0 ? 100 * point[i] * point[i] : 0);
        }
        return sum;
    }

    private static Map<String, Double> traits(Question question, List<String> names, double[] point) {
        Map<String, Double> traits = new LinkedHashMap<>(question.fixed());
        for (int i = 0; i < point.length; i++) {
            traits.put(names.get(i), StrictMath.max(0, point[i]));
        }
        return traits;
    }

    private static double misfit(Question question, double[] untreated, double[] treated) {
        double sum = 0;
        for (Row row : rows(question, untreated, treated)) {
            Outcome seen = row.outcome();
            if (seen.fitted()) {
                double away = (seen.effect()
                        ? row.simulated() - seen.value()
                        : logit(row.simulated() / 100) - logit(seen.value() / 100)) / seen.error();
                sum += away * away;
            }
        }
        return sum;
    }

    private static List<Row> rows(Question question, double[] untreated, double[] treated) {
        List<Row> rows = new ArrayList<>();
        for (int o = 0; o < question.outcomes().size(); o++) {
            Outcome outcome = question.outcomes().get(o);
            double share = treated.length > 0 ? treated[o] : untreated[o];
            rows.add(new Row(outcome, outcome.effect() ? logit(share) - logit(untreated[o]) : 100 * share));
        }
        return rows;
    }

    private static TranslationFit scanned(Question question, List<TranslationCourses> courses) {
        int n = courses.size();
        double[][] untreated = new double[n][];
        double[][] treated = new double[n][];
        for (int i = 0; i < n; i++) {
            untreated[i] = courses.get(i).shares(false, question.fixed());
            treated[i] = question.treatment().isPresent()
                    ? courses.get(i).shares(true, question.fixed())
                    : new double[0];
        }
        int parts = 50;
        double[] places = new double[(n - 1) * parts + 1];
        double[] losses = new double[places.length];
        for (int k = 0; k < places.length; k++) {
            places[k] = k / (double) parts;
            losses[k] = misfit(question, between(untreated, places[k]), between(treated, places[k]));
        }
        double least = Arrays.stream(losses).min().orElse(0);
        double mean = 0;
        double square = 0;
        double weights = 0;
        int best = 0;
        for (int k = 0; k < places.length; k++) {
            double weight = StrictMath.exp(-0.5 * (losses[k] - least));
            double value = value(courses, places[k]);
            mean += weight * value;
            square += weight * value * value;
            weights += weight;
            best = losses[k] < losses[best] ? k : best;
        }
        mean /= weights;
        double spread = StrictMath.sqrt(StrictMath.max(0, square / weights - mean * mean));
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        estimates.put(question.scan().orElseThrow().parameter(), new Estimate(value(courses, places[best]), spread));
        return new TranslationFit(question, estimates, courses.getFirst().baseline(question.fixed()),
                rows(question, between(untreated, places[best]), between(treated, places[best])));
    }

    private static double value(List<TranslationCourses> courses, double place) {
        int low = (int) StrictMath.min(courses.size() - 2.0, place);
        double part = place - low;
        return (1 - part) * courses.get(low).value() + part * courses.get(low + 1).value();
    }

    private static double[] between(double[][] shares, double place) {
        int low = (int) StrictMath.min(shares.length - 2.0, place);
        double part = place - low;
        double[] mixed = new double[shares[low].length];
        for (int o = 0; o < mixed.length; o++) {
            mixed[o] = (1 - part) * shares[low][o] + part * shares[low + 1][o];
        }
        return mixed;
    }

    private static double logit(double share) {
        return StrictMath.log(share / (1 - share));
    }

    /// The estimates as tab-separated text.
    public static String estimates(List<TranslationFit> fits) {
        StringBuilder text = new StringBuilder("question\ttarget\tnumber\tvalue\tstandard_error\n");
        fits.forEach(fit -> fit.estimates.forEach((name, estimate) -> text.append(String.format(Locale.ROOT,
                "%s\t%s\t%s\t%.3g\t%.2g%n", fit.question.id(), fit.question.target(), name, estimate.value(),
                estimate.error()))));
        return text.toString();
    }

    /// Published beside simulated, as tab-separated text.
    public static String outcomes(List<TranslationFit> fits) {
        StringBuilder text = new StringBuilder(
                "question\ttarget\trule\treader\tweek\tkind\tpublished\terror\tsimulated\tfitted\tholds\tsource\n");
        for (TranslationFit fit : fits) {
            for (Row row : fit.rows) {
                Outcome seen = row.outcome();
                text.append(String.format(Locale.ROOT, "%s\t%s\t%s\t%s\t%s\t%s\t%.3g\t%.2g\t%.3g\t%s\t%s\t%s%n",
                        fit.question.id(), fit.question.target(), seen.rule().word(),
                        seen.reader().name().toLowerCase(Locale.ROOT), seen.week(),
                        seen.effect() ? "log_odds_ratio" : "percent", seen.value(), seen.error(), row.simulated(),
                        seen.fitted(), row.holds(), seen.source()));
            }
        }
        return text.toString();
    }
}
