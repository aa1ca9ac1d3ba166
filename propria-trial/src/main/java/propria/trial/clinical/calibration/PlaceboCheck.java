package propria.trial.clinical.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import propria.engine.random.Streams;
import propria.trial.clinical.design.Baselines.Pool;
import propria.trial.clinical.response.ResponseDraws;
import propria.trial.clinical.response.ResponsePosterior;

/// Simulated control arms against published pools: the mean of as many trials as the pool has, and one trial.
///
/// @param pool the published one
/// @param lowOfMean 5 % of the simulated pool [%]
/// @param mean median of the simulated pool [%]
/// @param highOfMean 95 % of the simulated pool [%]
/// @param lowOfTrial 5 % of the arm of one trial [%]
/// @param highOfTrial 95 % of the arm of one trial [%]
public record PlaceboCheck(Pool pool, double lowOfMean, double mean, double highOfMean, double lowOfTrial,
        double highOfTrial) {

    private static final double FEW = 10;

    /// One line a pool.
    ///
    /// @param fit a calibration
    public static List<PlaceboCheck> of(TrialCalibration calibration, FittedTrials fit) {
        List<PlaceboCheck> checks = new ArrayList<>();
        for (Pool pool : calibration.baselines().pools()) {
            checks.add(of(pool, fit.draws()));
        }
        return checks;
    }

    private static PlaceboCheck of(Pool pool, ResponseDraws draws) {
        Streams streams = new Streams(draws.seed());
        double[] baseline = draws.values("baseline." + pool.family());
        double[] tau = draws.values("tau_pool");
        int trials = (int) (Double.isNaN(pool.trials()) ? FEW : pool.trials());
        double[] means = new double[baseline.length];
        double[] single = new double[baseline.length];
        for (int d = 0; d < baseline.length; d++) {
            for (int t = 0; t < trials; t++) {
                double share = ResponsePosterior.shareOf(
                        baseline[d] + tau[d] * streams.normal(d, Streams.NO_SUBJECT, "pool " + pool.family(), t));
                means[d] += share / trials;
                single[d] = share;
            }
        }
        java.util.Arrays.sort(means);
        java.util.Arrays.sort(single);
        return new PlaceboCheck(pool, at(means, 0.05), at(means, 0.5), at(means, 0.95), at(single, 0.05),
                at(single, 0.95));
    }

    private static double at(double[] sorted, double level) {
        return 100 * sorted[(int) (level * (sorted.length - 1))];
    }

    /// Whether the simulated pool holds the published rate.
    public boolean holds() {
        return lowOfMean <= pool.percent() && pool.percent() <= highOfMean;
    }

    /// The checks as comma-separated text.
    public static String table(List<PlaceboCheck> checks) {
        StringBuilder text = new StringBuilder("family,published_percent,published_low,published_high,trials,"
                + "simulated_pool_q05,simulated_pool_q50,simulated_pool_q95,one_trial_q05,one_trial_q95,holds,note\n");
        for (PlaceboCheck check : checks) {
            text.append(String.format(Locale.ROOT, "%s,%s,%s,%s,%s,%.1f,%.1f,%.1f,%.1f,%.1f,%s,\"%s\"%n",
                    check.pool.family(), plain(check.pool.percent()), plain(check.pool.low()),
                    plain(check.pool.high()), plain(check.pool.trials()), check.lowOfMean, check.mean,
                    check.highOfMean, check.lowOfTrial, check.highOfTrial, check.holds(), check.pool.note()));
        }
        return text.toString();
    }

    private static String plain(double value) {
        return Double.isNaN(value) ? "" : java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
