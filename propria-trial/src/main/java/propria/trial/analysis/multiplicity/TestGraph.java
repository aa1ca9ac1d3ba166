package propria.trial.analysis.multiplicity;

/// A graph that says how alpha is shared between hypotheses and where the share of a rejected one goes: F. Bretz, W. Maurer,
/// W. Brannath, M. Posch, Stat Med 28 (2009), 586-604.
///
/// @param weights of each hypothesis; they sum to at most 1
/// @param transitions the share of a rejected hypothesis (row) that goes to another (column); rows sum to at most 1, the
///        diagonal is 0
public record TestGraph(double[] weights, double[][] transitions) {

    private static final double SLACK = 1e-9;

    public TestGraph {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            double row = 0;
            for (double t : transitions[i]) {
                row += t;
                if (!(t >= 0)) {
                    throw new IllegalArgumentException("a share of alpha is not negative");
                }
            }
            if (!(weights[i] >= 0) || row > 1 + SLACK || transitions[i][i] != 0
                    || transitions[i].length != weights.length) {
                throw new IllegalArgumentException("not a graph of tests: row " + i);
            }
        }
        if (sum > 1 + SLACK) {
            throw new IllegalArgumentException("the weights sum to more than 1");
        }
    }

    /// Adjusted p-values by the sequentially rejective procedure (algorithm 2 of Bretz and others).
    public double[] adjusted(double[] p) {
        int m = weights.length;
        double[] w = weights.clone();
        double[][] g = java.util.Arrays.stream(transitions).map(double[]::clone).toArray(double[][]::new);
        boolean[] gone = new boolean[m];
        double[] adjusted = new double[m];
        double most = 0;
        for (int round = 0; round < m; round++) {
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < m; i++) {
                double ratio = p[i] == 0 && w[i] > 0 ? 0 : p[i] / w[i];
                if (!gone[i] && w[i] > 0 && ratio < least) {
                    least = ratio;
                    best = i;
                }
            }
            if (best < 0) {
                break;
            }
            most = StrictMath.max(most, StrictMath.min(1, least));
            adjusted[best] = most;
            gone[best] = true;
            pass(w, g, gone, best);
        }
        for (int i = 0; i < m; i++) {
            adjusted[i] = gone[i] ? adjusted[i] : 1;
        }
        return adjusted;
    }

    private static void pass(double[] w, double[][] g, boolean[] gone, int from) {
        int m = w.length;
        double[][] next = new double[m][m];
        for (int i = 0; i < m; i++) {
            if (gone[i]) {
                continue;
            }
            w[i] += w[from] * g[from][i];
            double back = g[i][from] * g[from][i];
            for (int j = 0; j < m; j++) {
                if (j != i && !gone[j] && back < 1) {
                    next[i][j] = (g[i][j] + g[i][from] * g[from][j]) / (1 - back);
                }
            }
        }
        w[from] = 0;
        System.arraycopy(next, 0, g, 0, m);
    }
}
