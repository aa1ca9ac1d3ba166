package propria.app.conform.stochastic;

import java.util.ArrayList;
import java.util.List;
import propria.app.conform.stochastic.StochasticSettings.Range;

/// The scores of an ensemble, as the stochastic test suite defines them (Evans, Gillespie and Wilkinson 2008,
/// doi:10.1093/bioinformatics/btm566): with expected mean `mu` and standard deviation `sigma` of a quantity at a time,
///
/// - `Z = sqrt(n) (mean - mu) / sigma`
/// - `Y = sqrt(n / 2) (S^2 / sigma^2 - 1)`, where `S^2` is the mean square of the distance to `mu`
///
/// Both are `sqrt(n)` times the mean of something that each run contributes, so that runs tell how scores vary together.
final class Scores {

    /// Expected values are printed with at least this many correct digits after the point [1e-5], or 4 in all.
    private static final double PRINTED = 1e-5;

    /// A score.
    ///
    /// @param contributions by run
    record Score(double[] contributions, Range range) {

        double value() {
            double sum = 0;
            for (double contribution : contributions) {
                sum += contribution;
            }
            return sum / Math.sqrt(contributions.length);
        }

        boolean isOutside() {
            return !range.holds(value());
        }
    }

    private final List<Score> scores = new ArrayList<>();
    private int impossible;

    /// Takes in one quantity at one time.
    ///
    /// @param values by run
    /// @param sigma not a number where none is stated; the ensemble's own is used for the mean then
    void add(double[] values, double mu, double sigma, StochasticSettings settings) {
        boolean stated = !Double.isNaN(sigma);
        double spread = stated ? sigma : Math.sqrt(meanSquare(values, mean(values)));
        if (spread == 0) {
            for (double value : values) {
                if (!(Math.abs(value - mu) <= PRINTED + PRINTED * Math.abs(mu))) {
                    impossible++;
                    break;
                }
            }
            return;
        }
        double[] z = new double[values.length];
        double[] y = new double[values.length];
        for (int run = 0; run < values.length; run++) {
            z[run] = (values[run] - mu) / spread;
            y[run] = (z[run] * z[run] - 1) / Math.sqrt(2);
        }
        scores.add(new Score(z, settings.mean()));
        if (stated) {
            scores.add(new Score(y, settings.deviation()));
        }
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double meanSquare(double[] values, double from) {
        double sum = 0;
        for (double value : values) {
            sum += (value - from) * (value - from);
        }
        return sum / values.length;
    }

    List<Score> all() {
        return scores;
    }

    /// How many points have no spread and are not where they must be.
    int impossible() {
        return impossible;
    }

    /// How many scores are outside their ranges.
    int outside() {
        return (int) scores.stream().filter(Score::isOutside).count();
    }
}
