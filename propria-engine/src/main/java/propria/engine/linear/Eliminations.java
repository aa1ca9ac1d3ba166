package propria.engine.linear;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import propria.engine.system.SparsityPattern;

/// Which elimination serves a pattern, found and written once for all solvers of that pattern, as long as it is in use.
final class Eliminations {

    /// With more products than this, code takes longer to be compiled than it saves.
    private static final long MOST_GENERATED = 20_000;
    /// Above this share of entries in the factors, and this size, indices cost more than zeros.
    private static final double FULL = 0.4;
    private static final int SMALL = 20;

    private static final Map<SparsityPattern, Choice> KNOWN = new WeakHashMap<>();

    private static final Map<SparsityPattern, SparsityPattern> DOUBLED = new WeakHashMap<>();

    private Eliminations() {
    }

    /// @param elimination none where a dense solver is faster
    record Choice(boolean[] algebraic, FactorLayout layout, Optional<Elimination> elimination) {
    }

    static Choice of(SparsityPattern pattern, boolean[] algebraic) {
        synchronized (KNOWN) {
            Choice known = KNOWN.get(pattern);
            if (known == null || !Arrays.equals(known.algebraic(), algebraic)) {
                known = choose(pattern, algebraic.clone());
                KNOWN.put(pattern, known);
            }
            return known;
        }
    }

    /// The pattern of [PairSolver], the same for all solvers of a pattern.
    static SparsityPattern doubled(SparsityPattern pattern) {
        synchronized (DOUBLED) {
            return DOUBLED.computeIfAbsent(pattern, PairSolver::twice);
        }
    }

    private static Choice choose(SparsityPattern pattern, boolean[] algebraic) {
        int n = pattern.size();
        FactorLayout layout = FactorLayout.of(pattern, FillPattern.of(pattern), algebraic);
        if (n > SMALL && layout.entries() > FULL * n * n) {
            return new Choice(algebraic, layout, Optional.empty());
        }
        return new Choice(algebraic, layout, Optional.of(layout.products() <= MOST_GENERATED
                ? GeneratedElimination.of(layout)
                : new IndexedElimination(layout)));
    }
}
