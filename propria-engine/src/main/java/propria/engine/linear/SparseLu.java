package propria.engine.linear;

import java.util.Arrays;
import java.util.Optional;
import propria.engine.system.SparsityPattern;

/// Gaussian elimination that knows where zeros stay zero. The order of elimination and the places that fill are found
/// once for a pattern; factoring then only computes. Pivots stay on the diagonal, which a small step makes large; after
/// each factoring a trial solution is put back into the system, and where its componentwise backward error (Oettli &
/// Prager 1964; Arioli, Demmel & Duff 1989) is too large, [DenseLu] with row exchanges takes over.
final class SparseLu implements LinearSolver {

    /// The largest backward error of the trial solution that is trusted.
    private static final double TRUSTED = 1e-10;

    /// Multiples of it are spread without a pattern between whole numbers.
    private static final double GOLDEN = 0.6180339887498949;

    private final FactorLayout layout;
    private final Elimination elimination;
    private final double[] factors;
    private final double[] trial;
    private final double[] trialSide;
    /// The state that each source multiplies.
    private final int[] columns;
    private final SparsityPattern pattern;
    private final boolean[] algebraic;
    /// Made when first needed: it is large.
    private Optional<DenseLu> dense = Optional.empty();
    private boolean useDense;

    SparseLu(SparsityPattern pattern, boolean[] algebraic, FactorLayout layout, Elimination elimination) {
        this.layout = layout;
        this.elimination = elimination;
        factors = new double[layout.entries()];
        int n = layout.size();
        trial = new double[n];
        trialSide = new double[n];
        for (int i = 0; i < n; i++) {
            trialSide[i] = 1 + (i + 1) * GOLDEN % 1;
        }
        columns = new int[layout.sources().length];
        Arrays.setAll(columns, s -> layout.states()[layout.targets()[s]]);
        this.pattern = pattern;
        this.algebraic = algebraic.clone();
    }

    @Override
    public boolean factor(double[] jacobian, double c) {
        elimination.factor(jacobian, c, factors);
        useDense = !hasPivots() || !isTrusted(jacobian, c);
        return !useDense || dense().factor(jacobian, c);
    }

    private DenseLu dense() {
        if (dense.isEmpty()) {
            dense = Optional.of(new DenseLu(pattern, algebraic));
        }
        return dense.get();
    }

    /// Whether the factors of the system factored last come from [DenseLu].
    boolean fellBack() {
        return useDense;
    }

    private boolean hasPivots() {
        for (int place : layout.diagonals()) {
            if (!(Math.abs(factors[place]) <= Double.MAX_VALUE)) {
                return false;
            }
        }
        return true;
    }

    /// Whether the largest `|b - A x| / (|A| |x| + |b|)` of the computed solution `x` for a right side without a pattern
    /// is small.
    private boolean isTrusted(double[] jacobian, double c) {
        int n = trial.length;
        System.arraycopy(trialSide, 0, trial, 0, n);
        elimination.solve(factors, trial);
        int[] sources = layout.sources();
        int[] starts = layout.sourceStarts();
        for (int i = 0; i < n; i++) {
            boolean held = layout.held()[i];
            int state = layout.order()[i];
            double own = held ? 0 : trial[state];
            double share = held ? 1 : c;
            double rest = trialSide[state] - own;
            double size = trialSide[state] + Math.abs(own);
            for (int s = starts[i]; s < starts[i + 1]; s++) {
                double term = share * jacobian[sources[s]] * trial[columns[s]];
                rest += term;
                size += Math.abs(term);
            }
            if (!(Math.abs(rest) <= TRUSTED * size)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void solve(double[] b) {
        if (useDense) {
            dense().solve(b);
        } else {
            elimination.solve(factors, b);
        }
    }

    @Override
    public void solve(double[] b, int columns) {
        if (useDense) {
            dense().solve(b, columns);
            return;
        }
        int[] starts = layout.rowStarts();
        int[] diagonals = layout.diagonals();
        int[] order = layout.order();
        for (int i = 0; i < order.length; i++) {
            subtractRows(order[i], starts[i], diagonals[i], b, columns, 1);
        }
        for (int i = order.length - 1; i >= 0; i--) {
            subtractRows(order[i], diagonals[i] + 1, starts[i + 1], b, columns, factors[diagonals[i]]);
        }
    }

    /// The row of a state less a part of it times the unknowns, scaled: four columns at once, whose sums stay in
    /// registers.
    private void subtractRows(int state, int begin, int end, double[] x, int columns, double scale) {
        int[] states = layout.states();
        int column = 0;
        for (; column + 3 < columns; column += 4) {
            int to = state * columns + column;
            double first = x[to];
            double second = x[to + 1];
            double third = x[to + 2];
            double fourth = x[to + 3];
            for (int a = begin; a < end; a++) {
                double value = factors[a];
                int from = states[a] * columns + column;
                first -= value * x[from];
                second -= value * x[from + 1];
                third -= value * x[from + 2];
                fourth -= value * x[from + 3];
            }
            x[to] = first * scale;
            x[to + 1] = second * scale;
            x[to + 2] = third * scale;
            x[to + 3] = fourth * scale;
        }
        for (; column < columns; column++) {
            double rest = x[state * columns + column];
            for (int a = begin; a < end; a++) {
                rest -= factors[a] * x[states[a] * columns + column];
            }
            x[state * columns + column] = rest * scale;
        }
    }
}
