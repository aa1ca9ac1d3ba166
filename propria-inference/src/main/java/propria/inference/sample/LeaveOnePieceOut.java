package propria.inference.sample;

import java.util.ArrayList;
import java.util.List;
import propria.inference.parallel.Workers;
import propria.inference.posterior.LogPosterior;

/// How well each piece of the data is predicted without itself, by importance sampling (Vehtari, Gelman & Gabry 2017,
/// doi:10.1007/s11222-016-9696-4).
///
/// @param elpd the sum of the logarithms of predictive densities
/// @param error its standard error
/// @param untrusted pieces whose weights cannot be trusted
/// @param threshold of k-hat
/// @param pieces how many there are
public record LeaveOnePieceOut(double elpd, double error, List<String> untrusted, double threshold, int pieces) {

    private static final int MOST_DRAWS = 1000;

    /// Looks at the draws of a posterior.
    public static LeaveOnePieceOut of(LogPosterior posterior, Draws draws, int threads) {
        List<double[]> all = draws.all();
        int step = Math.max(1, all.size() / MOST_DRAWS);
        List<double[]> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += step) {
            some.add(all.get(i));
        }
        List<double[]> logs = Workers.map(some, threads, posterior::pointwise, _ -> {
            // quick
        });
        List<String> names = posterior.pieces();
        List<String> untrusted = new ArrayList<>();
        double threshold = ParetoSmoothing.threshold(some.size());
        double[] each = new double[names.size()];
        double sum = 0;
        for (int k = 0; k < names.size(); k++) {
            int piece = k;
            double[] ofPiece = logs.stream().mapToDouble(l -> l[piece]).toArray();
            ParetoSmoothing weights = ParetoSmoothing.leavingOut(ofPiece);
            if (weights.kHat() > threshold) {
                untrusted.add(names.get(k));
            }
            each[k] = weights.logMean(ofPiece);
            sum += each[k];
        }
        double squares = 0;
        for (double e : each) {
            squares += (e - sum / each.length) * (e - sum / each.length);
        }
        double error = StrictMath.sqrt(squares * each.length / Math.max(1, each.length - 1));
        return new LeaveOnePieceOut(sum, error, untrusted, threshold, each.length);
    }
}
