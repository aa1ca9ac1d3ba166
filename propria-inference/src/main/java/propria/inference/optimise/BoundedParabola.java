package propria.inference.optimise;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import propria.inference.matrix.Cholesky;
import propria.inference.matrix.Vectors;

/// `g'(z - x) + (z - x)' B (z - x) / 2` within a box.
///
/// @param b positive definite
/// @param g the gradient at `x`
record BoundedParabola(double[][] b, double[] g, double[] x, Box box) {

    /// Nearly its minimum: that among the parameters free at the Cauchy point (Byrd and others 1995, section 5, direct
    /// primal method).
    double[] minimum() {
        double[] cauchy = cauchyPoint();
        int[] free = IntStream.range(0, x.length)
                .filter(i -> cauchy[i] > box.lower()[i] && cauchy[i] < box.upper()[i]).toArray();
        if (free.length == 0) {
            return cauchy;
        }
        double[] slope = Vectors.plus(g, 1, Vectors.times(b, Vectors.plus(cauchy, -1, x)));
        double[][] inner = new double[free.length][free.length];
        double[] side = new double[free.length];
        for (int i = 0; i < free.length; i++) {
            side[i] = -slope[free[i]];
            for (int j = 0; j < free.length; j++) {
                inner[i][j] = b[free[i]][free[j]];
            }
        }
        Optional<Cholesky> factors = Cholesky.of(inner);
        return factors.isEmpty() ? cauchy : within(cauchy, free, factors.get().solve(side));
    }

    /// As far along the step as the box allows.
    private double[] within(double[] from, int[] free, double[] step) {
        double share = 1;
        for (int i = 0; i < free.length; i++) {
            int k = free[i];
            double room = step[i] > 0 ? box.upper()[k] - from[k] : box.lower()[k] - from[k];
            if (step[i] != 0 && Double.isFinite(room)) {
                share = StrictMath.min(share, room / step[i]);
            }
        }
        double[] to = from.clone();
        for (int i = 0; i < free.length; i++) {
            to[free[i]] += share * step[i];
        }
        return Vectors.clip(to, box.lower(), box.upper());
    }

    /// The first minimum along the path of steepest descent, bent at the bounds (section 4).
    private double[] cauchyPoint() {
        int n = x.length;
        double[] breaks = new double[n];
        double[] d = new double[n];
        for (int i = 0; i < n; i++) {
            breaks[i] = breakTime(i);
            d[i] = breaks[i] > 0 ? -g[i] : 0;
        }
        double[] times = Arrays.stream(breaks).filter(t -> t > 0).sorted().distinct().toArray();
        double[] z = x.clone();
        double from = 0;
        for (double to : times) {
            double[] moved = Vectors.plus(z, -1, x);
            double slope = Vectors.dot(g, d) + Vectors.dot(d, Vectors.times(b, moved));
            double curvature = Vectors.dot(d, Vectors.times(b, d));
            if (slope >= 0) {
                return z;
            }
            double best = -slope / curvature;
            if (best < to - from) {
                return Vectors.clip(Vectors.plus(z, best, d), box.lower(), box.upper());
            }
            z = Vectors.plus(z, to - from, d);
            for (int i = 0; i < n; i++) {
                if (breaks[i] <= to && d[i] != 0) {
                    z[i] = d[i] > 0 ? box.upper()[i] : box.lower()[i];
                    d[i] = 0;
                }
            }
            from = to;
        }
        return z;
    }

    private double breakTime(int i) {
        if (g[i] < 0) {
            return (x[i] - box.upper()[i]) / g[i];
        }
        return g[i] > 0 ? (x[i] - box.lower()[i]) / g[i] : Double.POSITIVE_INFINITY;
    }
}
