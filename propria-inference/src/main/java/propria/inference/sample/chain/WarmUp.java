package propria.inference.sample.chain;

import java.util.Arrays;
import java.util.Optional;
import propria.engine.random.RandomStream;
import propria.inference.matrix.Cholesky;
import propria.inference.matrix.Vectors;

/// The inverse metric, a covariance, learnt in windows that double (Stan Reference Manual, "Automatic parameter
/// tuning"; Carpenter and others 2017, doi:10.18637/jss.v076.i01), and drawn to its diagonal where a window has fewer draws
/// than there are parameters: its correlations would be noise (Ledoit & Wolf 2004, doi:10.1016/S0047-259X(03)00096-4).
final class WarmUp {

    private static final double FIRST_SHARE = 0.075;
    private static final double LAST_SHARE = 0.05;
    private static final int FIRST_WINDOW = 25;
    private static final double PRIOR_DRAWS = 5;
    private static final double PRIOR_VARIANCE = 1e-3;

    private final int from;
    private final int to;
    private double windowEnd;
    private double window = FIRST_WINDOW;
    private double count;
    private final double[] mean;
    private final double[][] squares;
    private final double[][] covariance;
    private Cholesky inverseFactors;

    WarmUp(int warmup, double[] variances) {
        int n = variances.length;
        from = (int) (FIRST_SHARE * warmup);
        to = warmup - (int) (LAST_SHARE * warmup);
        windowEnd = from + FIRST_WINDOW;
        mean = new double[n];
        squares = new double[n][n];
        covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            covariance[i][i] = variances[i];
        }
        inverseFactors = factored();
    }

    private Cholesky factored() {
        return Cholesky.of(covariance).flatMap(c -> Cholesky.of(c.inverse()))
                .orElseThrow(() -> new IllegalStateException("the covariance of the draws is singular"));
    }

    double[] momentum(RandomStream random, int n) {
        double[] normal = new double[n];
        for (int i = 0; i < n; i++) {
            normal[i] = random.normal();
        }
        return inverseFactors.times(normal);
    }

    double[] velocity(double[] momentum) {
        return Vectors.times(covariance, momentum);
    }

    /// Takes a draw in; true when the metric has changed.
    boolean learn(int iteration, double[] z) {
        if (iteration < from || iteration >= to) {
            return false;
        }
        count++;
        double[] apart = Vectors.plus(z, -1, mean);
        for (int i = 0; i < z.length; i++) {
            mean[i] += apart[i] / count;
        }
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < z.length; j++) {
                squares[i][j] += apart[i] * (z[j] - mean[j]);
            }
        }
        boolean ends = iteration + 1 >= windowEnd && iteration + 1 + 2 * window <= to || iteration + 1 == to;
        if (ends) {
            close();
        }
        return ends;
    }

    private void close() {
        double[][] kept = new double[mean.length][];
        for (int i = 0; i < mean.length; i++) {
            kept[i] = covariance[i].clone();
            for (int j = 0; j < mean.length; j++) {
                double spread = squares[i][j] / StrictMath.max(1, count - 1);
                double trust = i == j ? 1 : count / (count + mean.length);
                covariance[i][j] = trust * count / (count + PRIOR_DRAWS) * spread
                        + (i == j ? PRIOR_VARIANCE * PRIOR_DRAWS / (count + PRIOR_DRAWS) : 0);
            }
        }
        Optional<Cholesky> fit = Cholesky.of(covariance).flatMap(c -> Cholesky.of(c.inverse()));
        if (fit.isPresent()) {
            inverseFactors = fit.get();
        } else {
            for (int i = 0; i < mean.length; i++) {
                System.arraycopy(kept[i], 0, covariance[i], 0, mean.length);
            }
        }
        count = 0;
        Arrays.fill(mean, 0);
        for (double[] row : squares) {
            Arrays.fill(row, 0);
        }
        window *= 2;
        windowEnd += window;
    }

    void write(StateWriter state) {
        state.array(new double[]{windowEnd, window, count});
        state.array(mean);
        state.array(squares);
        state.array(covariance);
    }

    void read(StateReader state) {
        windowEnd = state.number();
        window = state.number();
        count = state.number();
        state.into(mean);
        state.into(squares);
        state.into(covariance);
        inverseFactors = factored();
    }
}
