package propria.engine.linear;

import propria.engine.system.SparsityPattern;

/// Where each number of the factors stands in one array: row by row in turns of elimination, in each row what it is
/// reduced by, the reciprocal of its diagonal, and what is left. A product takes a fraction of the time of a quotient.
///
/// @param order the state eliminated in each turn
/// @param rowStarts for each turn where its row begins; one more than turns
/// @param diagonals for each turn where its diagonal stands
/// @param turns for each place the turn of its column
/// @param states for each place the state of its column
/// @param sourceStarts for each turn where the entries of its row begin in `sources`; one more than turns
/// @param sources entries of the Jacobian, row by row
/// @param targets for each of `sources` its place in the factors
/// @param held for each turn whether the row is one of `-J`, else of `I - c J`
record FactorLayout(int[] order, int[] rowStarts, int[] diagonals, int[] turns, int[] states, int[] sourceStarts,
        int[] sources, int[] targets, boolean[] held) {

    /// So many products of a row are summed before the sum is taken from the right side.
    static final int CHUNK = 64;

    static FactorLayout of(SparsityPattern pattern, FillPattern fill, boolean[] algebraic) {
        int n = pattern.size();
        int[] order = fill.order();
        int[] rowStarts = new int[n + 1];
        int[] diagonals = new int[n];
        int[] turns = new int[fill.entries()];
        boolean[] held = new boolean[n];
        int place = 0;
        for (int turn = 0; turn < n; turn++) {
            held[turn] = algebraic[order[turn]];
            for (int lower : fill.lower()[turn]) {
                turns[place++] = lower;
            }
            diagonals[turn] = place;
            turns[place++] = turn;
            for (int upper : fill.upper()[turn]) {
                turns[place++] = upper;
            }
            rowStarts[turn + 1] = place;
        }
        int[] states = new int[turns.length];
        for (int k = 0; k < turns.length; k++) {
            states[k] = order[turns[k]];
        }
        int[] sourceStarts = new int[n + 1];
        int[] sources = new int[pattern.entries()];
        int[] targets = new int[pattern.entries()];
        FactorLayout layout = new FactorLayout(order, rowStarts, diagonals, turns, states, sourceStarts, sources,
                targets,
                held);
        layout.findSources(pattern);
        return layout;
    }

    private void findSources(SparsityPattern pattern) {
        int n = order.length;
        int[] turnOf = new int[n];
        for (int turn = 0; turn < n; turn++) {
            turnOf[order[turn]] = turn;
        }
        for (int k = 0; k < sources.length; k++) {
            sourceStarts[turnOf[pattern.row(k)] + 1]++;
        }
        for (int turn = 0; turn < n; turn++) {
            sourceStarts[turn + 1] += sourceStarts[turn];
        }
        int[] next = sourceStarts.clone();
        for (int column = 0; column < n; column++) {
            for (int k = pattern.columnStart(column); k < pattern.columnStart(column + 1); k++) {
                int turn = turnOf[pattern.row(k)];
                sources[next[turn]] = k;
                targets[next[turn]] = placeOf(turn, turnOf[column]);
                next[turn]++;
            }
        }
    }

    /// The place of an entry that the factors have.
    int placeOf(int turn, int columnTurn) {
        int low = rowStarts[turn];
        int high = rowStarts[turn + 1] - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (turns[middle] < columnTurn) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int size() {
        return order.length;
    }

    /// The number of entries of both factors.
    int entries() {
        return turns.length;
    }

    /// How many products factoring takes.
    long products() {
        long products = 0;
        for (int turn = 0; turn < order.length; turn++) {
            for (int k = rowStarts[turn]; k < diagonals[turn]; k++) {
                products += 1 + rowStarts[turns[k] + 1] - diagonals[turns[k]] - 1;
            }
        }
        return products;
    }
}
