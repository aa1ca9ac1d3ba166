package propria.app.conform.stochastic;

import java.util.List;
import propria.app.conform.stochastic.Scores.Score;
import propria.engine.random.RandomStream;

/// How many scores a faultless simulator would have outside their ranges. Scores at neighbouring times go together, so
/// that their number spreads more than that of independent ones. By the central limit theorem they are jointly normal
/// with mean zero and the covariances of what runs contribute; such scores are drawn many times and counted.
final class Chance {

    private final int[] counts;

    /// @param scores of one ensemble
    /// @param draws how many times
    /// @param seed of the draws
    Chance(List<Score> scores, int draws, long seed) {
        counts = new int[draws];
        double[][] root = root(covariance(scores));
        double[] normal = new double[scores.size()];
        RandomStream random = new RandomStream();
        for (int draw = 0; draw < draws; draw++) {
            random.begin(seed, draw, "chance");
            for (int k = 0; k < normal.length; k++) {
                normal[k] = random.normal();
            }
            for (int k = 0; k < normal.length; k++) {
                double score = 0;
                for (int j = 0; j <= k; j++) {
                    score += root[k][j] * normal[j];
                }
                if (!scores.get(k).range().holds(score)) {
                    counts[draw]++;
                }
            }
        }
    }

    /// How many would be outside, draw by draw.
    int[] counts() {
        return counts.clone();
    }

    private static double[][] covariance(List<Score> scores) {
        int size = scores.size();
        double[][] centred = new double[size][];
        for (int k = 0; k < size; k++) {
            double[] contributions = scores.get(k).contributions();
            double mean = scores.get(k).value() / Math.sqrt(contributions.length);
            centred[k] = new double[contributions.length];
            for (int run = 0; run < contributions.length; run++) {
                centred[k][run] = contributions[run] - mean;
            }
        }
        double[][] covariance = new double[size][size];
        for (int k = 0; k < size; k++) {
            for (int j = 0; j <= k; j++) {
                double sum = 0;
                for (int run = 0; run < centred[k].length; run++) {
                    sum += centred[k][run] * centred[j][run];
                }
                covariance[k][j] = sum / (centred[k].length - 1);
            }
        }
        return covariance;
    }

    /// A lower triangle whose product with its transpose is the covariance (Cholesky). What follows from earlier scores
    /// has nothing of its own.
    private static double[][] root(double[][] covariance) {
        int size = covariance.length;
        double[][] root = new double[size][size];
        for (int k = 0; k < size; k++) {
            double left = covariance[k][k];
            for (int j = 0; j < k; j++) {
                double sum = covariance[k][j];
                for (int i = 0; i < j; i++) {
                    sum -= root[k][i] * root[j][i];
                }
                root[k][j] = root[j][j] > 0 ? sum / root[j][j] : 0;
                left -= root[k][j] * root[k][j];
            }
            root[k][k] = left > 1e-9 * covariance[k][k] ? Math.sqrt(left) : 0;
        }
        return root;
    }
}
