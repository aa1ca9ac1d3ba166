package propria.trial.analysis.sequential;

import java.util.ArrayList;
import java.util.List;
import propria.trial.analysis.Distributions;

/// The boundaries of a trial that is looked at several times, by the recursive integration of P. Armitage, C. K. McPherson,
/// B. C. Rowe (J R Stat Soc A 132 (1969), 235-244) on a grid of C. Jennison, B. W. Turnbull ("Group Sequential Methods with
/// Applications to Clinical Trials", 2000, chapter 19).
///
/// @param information share of the whole at each look, ascending, the last is 1
/// @param efficacy the statistic above which the trial stops at each look
/// @param futility the statistic below which it may stop; minus infinity where it does not. Not binding: efficacy does not
///        count on it
/// @param alpha of one side
public record GroupSequential(List<Double> information, List<Double> efficacy, List<Double> futility, double alpha) {

    private static final int HALVINGS = 60;
    private static final double WIDEST = 8.5;

    public GroupSequential {
        information = List.copyOf(information);
        efficacy = List.copyOf(efficacy);
        futility = List.copyOf(futility);
    }

    /// Boundaries by spending of alpha.
    ///
    /// @param alpha of one side
    /// @param information share of the whole at each look, ascending, the last is 1
    /// @param futility as of the record, or empty for none
    public static GroupSequential spending(AlphaSpending spending, double alpha, List<Double> information,
            List<Double> futility) {
        List<Double> efficacy = new ArrayList<>();
        Density density = Density.start();
        double before = 0;
        double spentBefore = 0;
        for (double share : information) {
            double spent = spending.spent(alpha, share);
            double boundary = boundary(density, before, share, spent - spentBefore);
            efficacy.add(boundary);
            density = density.next(before, share, 0, -WIDEST, boundary);
            before = share;
            spentBefore = spent;
        }
        List<Double> none = futility.isEmpty()
                ? information.stream().map(_ -> Double.NEGATIVE_INFINITY).toList()
                : futility;
        return new GroupSequential(information, efficacy, none, alpha);
    }

    private static double boundary(Density density, double before, double share, double probability) {
        double low = 0;
        double high = WIDEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (density.above(before, share, 0, middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// How probable it is to stop for efficacy at each look.
    ///
    /// @param drift the expected statistic at the end; 0 when there is no effect
    /// @param binding whether the trial stops for futility, too
    public double[] crossing(double drift, boolean binding) {
        double[] probabilities = new double[information.size()];
        Density density = Density.start();
        double before = 0;
        for (int k = 0; k < probabilities.length; k++) {
            double share = information.get(k);
            probabilities[k] = density.above(before, share, drift, efficacy.get(k));
            double low = binding ? futility.get(k) : Double.NEGATIVE_INFINITY;
            density = density.next(before, share, drift, low, efficacy.get(k));
            before = share;
        }
        return probabilities;
    }

    /// How probable it is to stop for efficacy at all.
    public double power(double drift, boolean binding) {
        double sum = 0;
        for (double p : crossing(drift, binding)) {
            sum += p;
        }
        return sum;
    }

    /// The density of the statistic of a trial that has gone on so far, on a grid.
    private record Density(double[] points, double[] weights) {

        private static final int FINENESS = 400;

        static Density start() {
            return new Density(new double[]{0}, new double[]{1});
        }

        /// How probable it is that the next statistic is above a value.
        double above(double before, double share, double drift, double value) {
            double gained = StrictMath.sqrt(share - before);
            double sum = 0;
            for (int i = 0; i < points.length; i++) {
                double ahead = value * StrictMath.sqrt(share) - points[i] * StrictMath.sqrt(before)
                        - drift * (share - before);
                sum += weights[i] * Distributions.above(ahead / gained);
            }
            return sum;
        }

        /// The density at the next look, of trials that go on: Simpson's rule between the boundaries.
        Density next(double before, double share, double drift, double low, double high) {
            double from = StrictMath.max(low, drift * StrictMath.sqrt(share) - WIDEST);
            double to = StrictMath.min(high, drift * StrictMath.sqrt(share) + WIDEST);
            if (!(to > from)) {
                return new Density(new double[0], new double[0]);
            }
            double gained = StrictMath.sqrt(share - before);
            double[] next = new double[2 * FINENESS + 1];
            double[] weight = new double[next.length];
            double step = (to - from) / (next.length - 1);
            for (int j = 0; j < next.length; j++) {
                next[j] = from + j * step;
                double sum = 0;
                for (int i = 0; i < points.length; i++) {
                    double ahead = next[j] * StrictMath.sqrt(share) - points[i] * StrictMath.sqrt(before)
                            - drift * (share - before);
                    sum += weights[i] * Distributions.density(ahead / gained);
                }
                double simpson = j == 0 || j == next.length - 1 ? 1 : j % 2 == 1 ? 4 : 2;
                weight[j] = sum * StrictMath.sqrt(share) / gained * step / 3 * simpson;
            }
            return new Density(next, weight);
        }
    }
}
