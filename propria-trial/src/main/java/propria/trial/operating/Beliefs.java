package propria.trial.operating;

import java.util.Arrays;
import java.util.List;

/// What is not known of a true effect: its quantiles over draws.
final class Beliefs {

    static final List<Double> LEVELS = List.of(0.05, 0.5, 0.95);

    private Beliefs() {
    }

    /// The true effects of a hypothesis in the draws that have one, ascending.
    static double[] known(double[][] truth, int place) {
        return Arrays.stream(truth).filter(t -> t.length > 0).mapToDouble(t -> t[place]).filter(v -> !Double.isNaN(v))
                .sorted().toArray();
    }

    static String name(double level) {
        return String.format(java.util.Locale.ROOT, "true_effect_q%02d", StrictMath.round(100 * level));
    }

    /// By straight lines between ordered values.
    static double quantile(double[] sorted, double level) {
        double at = level * (sorted.length - 1);
        int below = (int) StrictMath.floor(at);
        int above = StrictMath.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
