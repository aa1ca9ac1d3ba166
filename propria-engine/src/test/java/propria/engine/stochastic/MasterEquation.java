package propria.engine.stochastic;

import java.util.Arrays;

/// Exact probabilities of small networks: the master equation by fourth-order Runge-Kutta steps.
final class MasterEquation {

    private static final int STEPS = 2000;

    private MasterEquation() {
    }

    /// Mean and variance of the number of pairs, at `points + 1` times.
    static double[][] dimerisation(int monomers, double bind, double part, double end, int points) {
        int pairs = monomers / 2;
        double[] p = new double[pairs + 1];
        p[0] = 1;
        double[][] moments = new double[points + 1][];
        moments[0] = moments(p);
        double h = end / points / STEPS;
        for (int point = 1; point <= points; point++) {
            for (int k = 0; k < STEPS; k++) {
                p = step(p, h, monomers, bind, part);
            }
            moments[point] = moments(p);
        }
        return moments;
    }

    private static double[] step(double[] p, double h, int monomers, double bind, double part) {
        double[] k1 = rates(p, monomers, bind, part);
        double[] k2 = rates(plus(p, k1, h / 2), monomers, bind, part);
        double[] k3 = rates(plus(p, k2, h / 2), monomers, bind, part);
        double[] k4 = rates(plus(p, k3, h), monomers, bind, part);
        double[] next = new double[p.length];
        Arrays.setAll(next, i -> p[i] + h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]));
        return next;
    }

    private static double[] plus(double[] p, double[] k, double h) {
        double[] sum = new double[p.length];
        Arrays.setAll(sum, i -> p[i] + h * k[i]);
        return sum;
    }

    private static double[] rates(double[] p, int monomers, double bind, double part) {
        double[] rates = new double[p.length];
        for (int d = 0; d < p.length; d++) {
            double free = monomers - 2 * d;
            double binding = bind * free * (free - 1) / 2 * p[d];
            double parting = part * d * p[d];
            rates[d] -= binding + parting;
            if (d + 1 < p.length) {
                rates[d + 1] += binding;
            }
            if (d > 0) {
                rates[d - 1] += parting;
            }
        }
        return rates;
    }

    private static double[] moments(double[] p) {
        double mean = 0;
        double square = 0;
        for (int d = 0; d < p.length; d++) {
            mean += d * p[d];
            square += (double) d * d * p[d];
        }
        return new double[]{mean, square - mean * mean};
    }
}
