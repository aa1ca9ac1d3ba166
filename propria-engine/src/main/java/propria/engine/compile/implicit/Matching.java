package propria.engine.compile.implicit;

import java.util.Arrays;
import java.util.List;

/// Pairs each of several equations with an unknown of its own: a maximum matching, grown by augmenting paths (Kuhn, The
/// Hungarian method for the assignment problem, Naval Research Logistics Quarterly 2, 1955).
public final class Matching {

    private final List<int[]> candidates;
    private final int[] equationOf;
    private final int[] unknownOf;

    private Matching(List<int[]> candidates, int unknowns) {
        this.candidates = candidates;
        equationOf = new int[unknowns];
        unknownOf = new int[candidates.size()];
        Arrays.fill(equationOf, -1);
        Arrays.fill(unknownOf, -1);
    }

    /// A matching in which as many equations as possible have an unknown, each the earliest that is left to it.
    ///
    /// @param candidates for each equation, the unknowns that it may determine, the preferred ones first
    /// @param unknowns the number of unknowns
    /// @return for each equation its unknown, or -1
    public static int[] of(List<int[]> candidates, int unknowns) {
        Matching matching = new Matching(candidates, unknowns);
        for (int equation = 0; equation < candidates.size(); equation++) {
            matching.augment(equation, new boolean[unknowns]);
        }
        return matching.unknownOf;
    }

    private boolean augment(int equation, boolean[] seen) {
        for (int unknown : candidates.get(equation)) {
            if (!seen[unknown] && equationOf[unknown] < 0) {
                return pair(equation, unknown);
            }
        }
        for (int unknown : candidates.get(equation)) {
            if (!seen[unknown]) {
                seen[unknown] = true;
                if (augment(equationOf[unknown], seen)) {
                    return pair(equation, unknown);
                }
            }
        }
        return false;
    }

    private boolean pair(int equation, int unknown) {
        equationOf[unknown] = equation;
        unknownOf[equation] = unknown;
        return true;
    }
}
