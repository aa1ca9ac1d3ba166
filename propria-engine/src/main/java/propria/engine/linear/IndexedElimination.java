package propria.engine.linear;

/// Elimination that looks its places up. Gives the same bits as [GeneratedElimination] does.
final class IndexedElimination implements Elimination {

    private final FactorLayout layout;
    /// For each place that a row is reduced by, one after the other, where each product goes in that row.
    private final int[] reduced;

    IndexedElimination(FactorLayout layout) {
        this.layout = layout;
        reduced = new int[Math.toIntExact(layout.products())];
        int next = 0;
        for (int turn = 0; turn < layout.size(); turn++) {
            for (int a = layout.rowStarts()[turn]; a < layout.diagonals()[turn]; a++) {
                int k = layout.turns()[a];
                for (int u = layout.diagonals()[k] + 1; u < layout.rowStarts()[k + 1]; u++) {
                    reduced[next++] = layout.placeOf(turn, layout.turns()[u]);
                }
            }
        }
    }

    @Override
    public void factor(double[] jacobian, double c, double[] factors) {
        int[] starts = layout.rowStarts();
        int[] diagonals = layout.diagonals();
        int[] turns = layout.turns();
        int next = 0;
        for (int i = 0; i < diagonals.length; i++) {
            load(i, jacobian, c, factors);
            for (int a = starts[i]; a < diagonals[i]; a++) {
                int k = turns[a];
                double factor = factors[a] * factors[diagonals[k]];
                factors[a] = factor;
                for (int u = diagonals[k] + 1; u < starts[k + 1]; u++) {
                    factors[reduced[next++]] -= factor * factors[u];
                }
            }
            factors[diagonals[i]] = 1 / factors[diagonals[i]];
        }
    }

    private void load(int i, double[] jacobian, double c, double[] factors) {
        for (int a = layout.rowStarts()[i]; a < layout.rowStarts()[i + 1]; a++) {
            factors[a] = 0;
        }
        boolean held = layout.held()[i];
        factors[layout.diagonals()[i]] = held ? 0 : 1;
        double share = held ? 1 : c;
        int[] sources = layout.sources();
        int[] targets = layout.targets();
        for (int s = layout.sourceStarts()[i]; s < layout.sourceStarts()[i + 1]; s++) {
            factors[targets[s]] -= share * jacobian[sources[s]];
        }
    }

    @Override
    public void solve(double[] factors, double[] b) {
        int[] starts = layout.rowStarts();
        int[] diagonals = layout.diagonals();
        int[] order = layout.order();
        for (int i = 0; i < order.length; i++) {
            subtract(order[i], starts[i], diagonals[i], factors, b);
        }
        for (int i = order.length - 1; i >= 0; i--) {
            subtract(order[i], diagonals[i] + 1, starts[i + 1], factors, b);
            b[order[i]] *= factors[diagonals[i]];
        }
    }

    private void subtract(int state, int from, int to, double[] factors, double[] b) {
        for (int chunk = from; chunk < to; chunk += FactorLayout.CHUNK) {
            b[state] -= product(chunk, Math.min(to, chunk + FactorLayout.CHUNK), factors, b);
        }
    }

    /// A part of a row times the unknowns; two sums at once, since each has to wait for its last product.
    private double product(int from, int to, double[] factors, double[] b) {
        int[] states = layout.states();
        double even = 0;
        double odd = 0;
        int a = from;
        for (; a + 1 < to; a += 2) {
            even += factors[a] * b[states[a]];
            odd += factors[a + 1] * b[states[a + 1]];
        }
        if (a < to) {
            even += factors[a] * b[states[a]];
        }
        return even + odd;
    }
}
