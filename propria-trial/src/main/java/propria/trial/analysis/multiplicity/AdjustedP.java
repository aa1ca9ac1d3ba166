package propria.trial.analysis.multiplicity;

import java.util.Comparator;
import java.util.stream.IntStream;

/// P-values that may be held against alpha one by one, whatever number of hypotheses there is.
public final class AdjustedP {

    private AdjustedP() {
    }

    /// Bonferroni's.
    public static double[] bonferroni(double[] p) {
        return IntStream.range(0, p.length).mapToDouble(i -> StrictMath.min(1, p.length * p[i])).toArray();
    }

    /// Step-down: S. Holm, Scand J Stat 6 (1979), 65-70.
    public static double[] holm(double[] p) {
        int[] order = ascending(p);
        double[] adjusted = new double[p.length];
        double most = 0;
        for (int i = 0; i < order.length; i++) {
            most = StrictMath.max(most, StrictMath.min(1, (p.length - i) * p[order[i]]));
            adjusted[order[i]] = most;
        }
        return adjusted;
    }

    /// Step-up: Y. Hochberg, Biometrika 75 (1988), 800-802. Holds for independent or positively dependent tests.
    public static double[] hochberg(double[] p) {
        int[] order = ascending(p);
        double[] adjusted = new double[p.length];
        double least = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            least = StrictMath.min(least, (p.length - i) * p[order[i]]);
            adjusted[order[i]] = least;
        }
        return adjusted;
    }

    /// In the order in which they are given: a hypothesis is tested only when all before it were rejected.
    public static double[] fixedSequence(double[] p) {
        double[] adjusted = new double[p.length];
        double most = 0;
        for (int i = 0; i < p.length; i++) {
            most = StrictMath.max(most, p[i]);
            adjusted[i] = most;
        }
        return adjusted;
    }

    private static int[] ascending(double[] p) {
        return IntStream.range(0, p.length).boxed().sorted(Comparator.comparingDouble(i -> p[i])).mapToInt(i -> i)
                .toArray();
    }
}
