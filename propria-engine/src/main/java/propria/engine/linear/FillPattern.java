package propria.engine.linear;

import java.util.Arrays;
import java.util.BitSet;
import propria.engine.system.SparsityPattern;

/// The order of elimination and the entries that it fills, found once for a pattern: the next row and column is the one
/// with the fewest neighbours left (minimum degree; Tinney & Walker 1967), pivots stay on the diagonal.
final class FillPattern {

    /// `order[k]` is the row and column eliminated in place `k`.
    final int[] order;
    /// The columns of each row of L and U in places, ascending; the diagonal is among them.
    final int[][] columns;
    /// Where the diagonal stands in each row.
    final int[] diagonal;

    FillPattern(SparsityPattern pattern) {
        int n = pattern.size();
        this.order = order(pattern);
        int[] place = new int[n];
        for (int k = 0; k < n; k++) {
            place[order[k]] = k;
        }
        BitSet[] rows = new BitSet[n];
        for (int i = 0; i < n; i++) {
            rows[i] = new BitSet(n);
            rows[i].set(i);
        }
        for (int column = 0; column < n; column++) {
            for (int k = pattern.columnStart(column); k < pattern.columnStart(column + 1); k++) {
                rows[place[pattern.row(k)]].set(place[column]);
            }
        }
        this.columns = new int[n][];
        this.diagonal = new int[n];
        for (int i = 0; i < n; i++) {
            for (int k = rows[i].nextSetBit(0); k < i; k = rows[i].nextSetBit(k + 1)) {
                BitSet upper = rows[k].get(k + 1, n);
                for (int j = upper.nextSetBit(0); j >= 0; j = upper.nextSetBit(j + 1)) {
                    rows[i].set(k + 1 + j);
                }
            }
            columns[i] = rows[i].stream().toArray();
            diagonal[i] = Arrays.binarySearch(columns[i], i);
        }
    }

    private static int[] order(SparsityPattern pattern) {
        int n = pattern.size();
        BitSet[] neighbours = new BitSet[n];
        Arrays.setAll(neighbours, _ -> new BitSet(n));
        for (int column = 0; column < n; column++) {
            for (int k = pattern.columnStart(column); k < pattern.columnStart(column + 1); k++) {
                if (pattern.row(k) != column) {
                    neighbours[pattern.row(k)].set(column);
                    neighbours[column].set(pattern.row(k));
                }
            }
        }
        int[] order = new int[n];
        BitSet left = new BitSet(n);
        left.set(0, n);
        for (int k = 0; k < n; k++) {
            int next = fewestNeighbours(left, neighbours);
            order[k] = next;
            left.clear(next);
            BitSet clique = neighbours[next];
            for (int i = clique.nextSetBit(0); i >= 0; i = clique.nextSetBit(i + 1)) {
                neighbours[i].or(clique);
                neighbours[i].clear(i);
                neighbours[i].clear(next);
            }
        }
        return order;
    }

    private static int fewestNeighbours(BitSet left, BitSet[] neighbours) {
        int best = -1;
        int fewest = Integer.MAX_VALUE;
        for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
            int degree = neighbours[i].cardinality();
            if (degree < fewest) {
                fewest = degree;
                best = i;
            }
        }
        return best;
    }
}
