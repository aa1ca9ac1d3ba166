package propria.engine.linear;

import java.util.Arrays;
import propria.engine.system.SparsityPattern;

/// Gaussian elimination that knows where zeros stay zero. The order of elimination and the places that fill are found
/// once for a pattern; factoring then only computes. Pivots stay on the diagonal, which a small step makes large; after
/// each factoring a trial solution is put back into the system, and where its componentwise backward error (Oettli &
/// Prager 1964; Arioli, Demmel & Duff 1989) is too large, [DenseLu] with row exchanges takes over.
public final class SparseLu implements LinearSolver {

    /// Up to this size the dense solver needs no more time than the sparse one.
    static final int SMALL = 10;

    /// Above this share of entries in the factors, indices cost more than zeros.
    static final double FULL = 0.4;

    /// The largest backward error of the trial solution that is trusted.
    private static final double TRUSTED = 1e-10;

    /// Multiples of it are spread without a pattern between whole numbers.
    private static final double GOLDEN = 0.6180339887498949;

    private final SparsityPattern pattern;
    private final int n;
    private final int[] order;
    /// The factors row by row, one after the other; a row begins where its start says.
    private final int[] lowerStarts;
    private final int[] lower;
    private final double[] lowerValues;
    private final int[] upperStarts;
    private final int[] upper;
    private final double[] upperValues;
    /// Of the diagonal: a product takes a fraction of the time of a quotient.
    private final double[] reciprocals;
    /// Row by row, in turns: where the entry stands in the Jacobian, and the turn of its column.
    private final int[][] sourceEntries;
    private final int[][] sourceTurns;
    /// For each turn whether the row is one of `-J`.
    private final boolean[] held;
    private final double[] row;
    private final double[] permuted;
    private final double[] trial;
    private final double[] trialSide;
    private final DenseLu dense;
    private boolean useDense;
    private double[] several = {};

    public SparseLu(SparsityPattern pattern) {
        this(pattern, FillPattern.of(pattern), new boolean[pattern.size()]);
    }

    SparseLu(SparsityPattern pattern, FillPattern fill, boolean[] algebraic) {
        this.pattern = pattern;
        n = pattern.size();
        order = fill.order();
        lowerStarts = starts(fill.lower());
        lower = joined(fill.lower());
        lowerValues = new double[lower.length];
        upperStarts = starts(fill.upper());
        upper = joined(fill.upper());
        upperValues = new double[upper.length];
        reciprocals = new double[n];
        sourceEntries = new int[n][];
        sourceTurns = new int[n][];
        findSources();
        row = new double[n];
        held = new boolean[n];
        permuted = new double[n];
        trial = new double[n];
        trialSide = new double[n];
        for (int i = 0; i < n; i++) {
            trialSide[i] = 1 + (i + 1) * GOLDEN % 1;
        }
        dense = new DenseLu(pattern, algebraic);
        for (int turn = 0; turn < n; turn++) {
            held[turn] = algebraic[order[turn]];
        }
    }

    private static int[] starts(int[][] rows) {
        int[] starts = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            starts[i + 1] = starts[i] + rows[i].length;
        }
        return starts;
    }

    private static int[] joined(int[][] rows) {
        return Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
    }

    private void findSources() {
        int[] turns = new int[n];
        int[] counts = new int[n];
        for (int turn = 0; turn < n; turn++) {
            turns[order[turn]] = turn;
        }
        for (int k = 0; k < pattern.entries(); k++) {
            counts[turns[pattern.row(k)]]++;
        }
        for (int turn = 0; turn < n; turn++) {
            sourceEntries[turn] = new int[counts[turn]];
            sourceTurns[turn] = new int[counts[turn]];
        }
        for (int column = 0; column < n; column++) {
            for (int k = pattern.columnStart(column); k < pattern.columnStart(column + 1); k++) {
                int turn = turns[pattern.row(k)];
                counts[turn]--;
                sourceEntries[turn][counts[turn]] = k;
                sourceTurns[turn][counts[turn]] = turns[column];
            }
        }
    }

    @Override
    public boolean factor(double[] jacobian, double c) {
        useDense = !eliminate(jacobian, c) || trialError(jacobian, c) > TRUSTED;
        return !useDense || dense.factor(jacobian, c);
    }

    /// Whether the factors of the system factored last come from [DenseLu].
    boolean fellBack() {
        return useDense;
    }

    private boolean eliminate(double[] jacobian, double c) {
        for (int i = 0; i < n; i++) {
            load(i, jacobian, c);
            for (int a = lowerStarts[i]; a < lowerStarts[i + 1]; a++) {
                int k = lower[a];
                double factor = row[k] * reciprocals[k];
                lowerValues[a] = factor;
                if (factor != 0) {
                    subtract(factor, upperStarts[k], upperStarts[k + 1]);
                }
            }
            reciprocals[i] = 1 / row[i];
            if (row[i] == 0 || !Double.isFinite(row[i]) || !Double.isFinite(reciprocals[i])) {
                return false;
            }
            for (int a = upperStarts[i]; a < upperStarts[i + 1]; a++) {
                upperValues[a] = row[upper[a]];
            }
        }
        return true;
    }

    private void load(int i, double[] jacobian, double c) {
        for (int a = lowerStarts[i]; a < lowerStarts[i + 1]; a++) {
            row[lower[a]] = 0;
        }
        for (int a = upperStarts[i]; a < upperStarts[i + 1]; a++) {
            row[upper[a]] = 0;
        }
        row[i] = held[i] ? 0 : 1;
        double share = held[i] ? 1 : c;
        int[] entries = sourceEntries[i];
        int[] turns = sourceTurns[i];
        for (int a = 0; a < entries.length; a++) {
            row[turns[a]] -= share * jacobian[entries[a]];
        }
    }

    private void subtract(double factor, int from, int to) {
        for (int a = from; a < to; a++) {
            row[upper[a]] -= factor * upperValues[a];
        }
    }

    /// The largest `|b - A x| / (|A| |x| + |b|)` of the computed solution `x` for a right side without a pattern.
    private double trialError(double[] jacobian, double c) {
        System.arraycopy(trialSide, 0, trial, 0, n);
        solveSparse(trial);
        double worst = 0;
        for (int i = 0; i < n; i++) {
            double own = held[i] ? 0 : trial[order[i]];
            double share = held[i] ? 1 : c;
            double side = trialSide[order[i]];
            double rest = side - own;
            double size = side + Math.abs(own);
            int[] entries = sourceEntries[i];
            int[] turns = sourceTurns[i];
            for (int a = 0; a < entries.length; a++) {
                double term = share * jacobian[entries[a]] * trial[order[turns[a]]];
                rest += term;
                size += Math.abs(term);
            }
            double error = Math.abs(rest) / size;
            if (!(error <= worst)) {
                worst = Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
            }
        }
        return worst;
    }

    @Override
    public void solve(double[] b) {
        if (useDense) {
            dense.solve(b);
        } else {
            solveSparse(b);
        }
    }

    private void solveSparse(double[] b) {
        for (int i = 0; i < n; i++) {
            permuted[i] = b[order[i]] - product(lower, lowerValues, lowerStarts[i], lowerStarts[i + 1]);
        }
        for (int i = n - 1; i >= 0; i--) {
            double rest = permuted[i] - product(upper, upperValues, upperStarts[i], upperStarts[i + 1]);
            permuted[i] = rest * reciprocals[i];
        }
        for (int i = 0; i < n; i++) {
            b[order[i]] = permuted[i];
        }
    }

    @Override
    public void solve(double[] b, int columns) {
        if (useDense) {
            dense.solve(b, columns);
            return;
        }
        if (several.length < b.length) {
            several = new double[b.length];
        }
        for (int i = 0; i < n; i++) {
            System.arraycopy(b, order[i] * columns, several, i * columns, columns);
            subtractRows(i, lower, lowerValues, lowerStarts, columns, 1);
        }
        for (int i = n - 1; i >= 0; i--) {
            subtractRows(i, upper, upperValues, upperStarts, columns, reciprocals[i]);
        }
        for (int i = 0; i < n; i++) {
            System.arraycopy(several, i * columns, b, order[i] * columns, columns);
        }
    }

    /// The row less its part times the unknowns, scaled: four columns at once, whose sums stay in registers.
    private void subtractRows(int i, int[] places, double[] values, int[] starts, int columns, double scale) {
        double[] x = several;
        int begin = starts[i];
        int end = starts[i + 1];
        int column = 0;
        for (; column + 3 < columns; column += 4) {
            int to = i * columns + column;
            double first = x[to];
            double second = x[to + 1];
            double third = x[to + 2];
            double fourth = x[to + 3];
            for (int a = begin; a < end; a++) {
                double value = values[a];
                int from = places[a] * columns + column;
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
            double rest = x[i * columns + column];
            for (int a = begin; a < end; a++) {
                rest -= values[a] * x[places[a] * columns + column];
            }
            x[i * columns + column] = rest * scale;
        }
    }

    /// A part of a row times the unknowns; two sums at once, since each has to wait for its last product.
    private double product(int[] places, double[] values, int from, int to) {
        double even = 0;
        double odd = 0;
        int a = from;
        for (; a + 1 < to; a += 2) {
            even += values[a] * permuted[places[a]];
            odd += values[a + 1] * permuted[places[a + 1]];
        }
        if (a < to) {
            even += values[a] * permuted[places[a]];
        }
        return even + odd;
    }
}
