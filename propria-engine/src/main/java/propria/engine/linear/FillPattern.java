package propria.engine.linear;

import java.util.Arrays;
import java.util.BitSet;
import propria.engine.system.SparsityPattern;

/// In which order the diagonal of `I - c J` is eliminated, and where the factors can differ from zero then. Found
/// once for a pattern, by the count of Markowitz (Management Science 1957): the next pivot is the one whose elimination
/// touches the fewest entries, the first of those that tie.
///
/// @param order the state eliminated in each turn
/// @param lower for each turn the earlier turns that its row is reduced by, ascending
/// @param upper for each turn the later turns in its row, ascending
record FillPattern(int[] order, int[][] lower, int[][] upper) {

    private static final long DONE = Long.MAX_VALUE;

    static FillPattern of(SparsityPattern pattern) {
        int n = pattern.size();
        BitSet[] rows = sets(n);
        BitSet[] columns = sets(n);
        for (int column = 0; column < n; column++) {
            mark(rows, columns, column, column);
            for (int k = pattern.columnStart(column); k < pattern.columnStart(column + 1); k++) {
                mark(rows, columns, pattern.row(k), column);
            }
        }
        BitSet[] filled = new BitSet[n];
        for (int i = 0; i < n; i++) {
            filled[i] = new BitSet(n);
        }
        int[] order = eliminate(rows, columns, filled);
        return of(order, filled);
    }

    /// The number of entries of both factors.
    int entries() {
        int count = order.length;
        for (int i = 0; i < order.length; i++) {
            count += lower[i].length + upper[i].length;
        }
        return count;
    }

    private static BitSet[] sets(int n) {
        BitSet[] sets = new BitSet[n];
        for (int i = 0; i < n; i++) {
            sets[i] = new BitSet(n);
        }
        return sets;
    }

    private static void mark(BitSet[] rows, BitSet[] columns, int row, int column) {
        rows[row].set(column);
        columns[column].set(row);
    }

    /// Eliminates on the pattern alone; `filled` collects, row by row, every entry of the factors.
    private static int[] eliminate(BitSet[] rows, BitSet[] columns, BitSet[] filled) {
        int n = rows.length;
        int[] order = new int[n];
        long[] touched = new long[n];
        for (int i = 0; i < n; i++) {
            touched[i] = touched(rows[i], columns[i]);
        }
        BitSet changed = new BitSet(n);
        for (int turn = 0; turn < n; turn++) {
            int pivot = cheapest(touched);
            order[turn] = pivot;
            touched[pivot] = DONE;
            filled[pivot].or(rows[pivot]);
            rows[pivot].clear(pivot);
            columns[pivot].clear(pivot);
            changed.clear();
            changed.or(rows[pivot]);
            changed.or(columns[pivot]);
            for (int i = columns[pivot].nextSetBit(0); i >= 0; i = columns[pivot].nextSetBit(i + 1)) {
                filled[i].set(pivot);
                rows[i].clear(pivot);
                rows[i].or(rows[pivot]);
            }
            for (int j = rows[pivot].nextSetBit(0); j >= 0; j = rows[pivot].nextSetBit(j + 1)) {
                columns[j].clear(pivot);
                columns[j].or(columns[pivot]);
            }
            for (int i = changed.nextSetBit(0); i >= 0; i = changed.nextSetBit(i + 1)) {
                touched[i] = touched(rows[i], columns[i]);
            }
        }
        return order;
    }

    /// How many entries the elimination of a state touches.
    private static long touched(BitSet row, BitSet column) {
        return (row.cardinality() - 1L) * (column.cardinality() - 1L);
    }

    private static int cheapest(long[] touched) {
        int best = 0;
        for (int i = 1; i < touched.length; i++) {
            if (touched[i] < touched[best]) {
                best = i;
            }
        }
        return best;
    }

    private static FillPattern of(int[] order, BitSet[] filled) {
        int n = order.length;
        int[] turns = new int[n];
        for (int turn = 0; turn < n; turn++) {
            turns[order[turn]] = turn;
        }
        int[][] lower = new int[n][];
        int[][] upper = new int[n][];
        for (int turn = 0; turn < n; turn++) {
            int here = turn;
            int[] inRow = filled[order[turn]].stream().map(state -> turns[state]).sorted().toArray();
            lower[turn] = Arrays.stream(inRow).filter(j -> j < here).toArray();
            upper[turn] = Arrays.stream(inRow).filter(j -> j > here).toArray();
        }
        return new FillPattern(order, lower, upper);
    }
}
