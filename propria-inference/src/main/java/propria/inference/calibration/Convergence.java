package propria.inference.calibration;

import java.util.List;

/// Whether chains agree: the largest split R-hat over parameters (Gelman et al., Bayesian Data Analysis, 3rd ed. 2013,
/// section 11.4). Near 1 they do.
final class Convergence {

    private Convergence() {
    }

    /// @param points chain by chain, equally many each
    static double of(List<double[]> points, int chains) {
        int halves = 2 * chains;
        int length = points.size() / halves;
        double worst = 1;
        for (int p = 0; p < points.getFirst().length; p++) {
            double[] means = new double[halves];
            double within = 0;
            for (int h = 0; h < halves; h++) {
                for (int i = 0; i < length; i++) {
                    means[h] += points.get(h * length + i)[p] / length;
                }
                for (int i = 0; i < length; i++) {
                    double away = points.get(h * length + i)[p] - means[h];
                    within += away * away / (length - 1) / halves;
                }
            }
            double mean = java.util.Arrays.stream(means).average().orElse(0);
            double between = java.util.Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum() / (halves - 1);
            worst = StrictMath.max(worst, StrictMath.sqrt((within * (length - 1) / length + between) / within));
        }
        return worst;
    }
}
