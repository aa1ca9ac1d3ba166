package propria.trial.analysis.missing;

import propria.trial.analysis.AnalysisException;

/// Imputes whether a rule is met at the end, from whether it was met when a subject was last seen: among those of an arm who were
/// seen to the end, the share that meets it in the end is drawn from its posterior for each state at that visit (D. B. Rubin,
/// N. Schenker, J Am Stat Assoc 81 (1986), 366-374; Jeffreys' prior).
public final class StateImputation {

    private static final double PRIOR = 0.5;

    private final boolean[][] met;
    private final int[] seen;
    private final int[] arms;
    private final int end;

    /// @param met by subject and visit; what was not seen is not read
    /// @param seen how many visits of each subject were seen
    /// @param arms of the subjects; 0 is the comparator
    public StateImputation(boolean[][] met, int[] seen, int[] arms) {
        this.met = met;
        this.seen = seen;
        this.arms = arms;
        this.end = met[0].length;
    }

    /// Whether each subject meets the rule in the end, imputed once where it was not seen.
    ///
    /// @throws AnalysisException for a method that needs means
    public boolean[] impute(ImputationMethod method, Chance chance) {
        if (method == ImputationMethod.CIR) {
            throw new AnalysisException("a rule has no increments to copy");
        }
        int count = java.util.Arrays.stream(arms).max().orElse(0) + 1;
        double[][][] shares = new double[count][end][2];
        for (int arm = 0; arm < count; arm++) {
            for (int visit = 0; visit < end; visit++) {
                for (int state = 0; state < 2; state++) {
                    shares[arm][visit][state] = share(arm, visit, state == 1, chance);
                }
            }
        }
        boolean[] result = new boolean[met.length];
        for (int s = 0; s < result.length; s++) {
            if (seen[s] >= end) {
                result[s] = met[s][end - 1];
            } else {
                int from = method == ImputationMethod.MAR ? arms[s] : 0;
                int state = seen[s] > 0 && met[s][seen[s] - 1] ? 1 : 0;
                result[s] = chance.uniform() < shares[from][seen[s]][state];
            }
        }
        return result;
    }

    /// @param visit the first that is missing: the state is that of the visit before, unknown when there is none
    private double share(int arm, int visit, boolean state, Chance chance) {
        double yes = PRIOR;
        double no = PRIOR;
        for (int s = 0; s < met.length; s++) {
            if (arms[s] == arm && seen[s] >= end && (visit == 0 || met[s][visit - 1] == state)) {
                yes += met[s][end - 1] ? 1 : 0;
                no += met[s][end - 1] ? 0 : 1;
            }
        }
        return chance.beta(yes, no);
    }
}
