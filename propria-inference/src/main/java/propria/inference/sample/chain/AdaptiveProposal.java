package propria.inference.sample.chain;

import java.util.Optional;
import propria.engine.random.RandomStream;
import propria.inference.matrix.Cholesky;

/// A normal proposal that learns the covariance of its chain and the length of its steps: adaptive Metropolis with global
/// scaling, algorithm 4 of Andrieu & Thoms 2008 (doi:10.1007/s11222-008-9110-y).
final class AdaptiveProposal {

    private static final double WANTED_ACCEPTANCE = 0.25;
    private static final double FADE = 0.6;
    private static final double SMALL = 1e-10;
    private static final int REFACTOR = 10;

    private final double[] mean;
    private final double[][] covariance;
    private double logScale;
    private double learnt;
    private Optional<Cholesky> factors;

    /// @param widths the first guess of the standard deviations
    AdaptiveProposal(double[] start, double[] widths) {
        mean = start.clone();
        covariance = new double[start.length][start.length];
        for (int i = 0; i < start.length; i++) {
            covariance[i][i] = widths[i] * widths[i];
        }
        logScale = StrictMath.log(2.38 * 2.38 / start.length);
        factors = factored();
    }

    double[] propose(double[] from, RandomStream random) {
        double[] z = new double[from.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = random.normal();
        }
        double length = StrictMath.exp(logScale / 2);
        double[] step = factors.map(l -> l.times(z)).orElse(z);
        double[] to = from.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] += length * step[i];
        }
        return to;
    }

    void learn(double[] at, double acceptance) {
        learnt++;
        double weight = StrictMath.pow(learnt + 1, -FADE);
        logScale += weight * (acceptance - WANTED_ACCEPTANCE);
        double[] apart = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            apart[i] = at[i] - mean[i];
            mean[i] += weight * apart[i];
        }
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                covariance[i][j] += weight * (apart[i] * apart[j] - covariance[i][j]);
            }
        }
        if (learnt % REFACTOR == 0) {
            factors = factored();
        }
    }

    private Optional<Cholesky> factored() {
        double[][] safe = new double[covariance.length][];
        for (int i = 0; i < safe.length; i++) {
            safe[i] = covariance[i].clone();
            safe[i][i] += SMALL + 1e-6 * safe[i][i];
        }
        return Cholesky.of(safe);
    }

    void write(StateWriter state) {
        state.array(mean);
        state.array(covariance);
        state.number(logScale);
        state.number(learnt);
    }

    void read(StateReader state) {
        state.into(mean);
        state.into(covariance);
        logScale = state.number();
        learnt = state.number();
        factors = factored();
    }
}
