package propria.engine.step;

import java.util.Arrays;
import java.util.stream.IntStream;
import propria.engine.system.EquationSystem;
import propria.engine.system.SparsityPattern;

/// The fast reactions of a system with the values of one subject. Between jumps their extents move at the given rates
/// times a speed at which they fall short of their limit, infinite speed, by less than any tolerance; where their rest is
/// not one point, as where two reactions share what they use, the rates still say which point they come to.
final class FastReactions {

    /// How often the quickest of them could come to rest during a run. The limit is missed by the reciprocal, and of the
    /// digits of a number that one factored matrix shows at the same time, fast and slow, enough are left.
    private static final double OFTEN = 1e14;
    /// How much of the quickness that was seen is the least that is reckoned with: a reaction of second order that has used
    /// up what it needs has none left, and its rest must not hide in rounding.
    private static final double LEAST = 1e-3;
    /// An amount this small, in units of what it is the difference of, is rounding.
    private static final double ROUNDING = 1e-15;
    /// A negative amount this small, in units of the largest, is an error of steps.
    private static final double STRAY = 1e-9;

    private final EquationSystem system;
    private final int[] extents;
    private final int[] entries;
    private final int[] columns;
    private final double[] jacobian;
    private final double[] before;
    private double speed = 1;
    private double quickest;

    FastReactions(EquationSystem system) {
        this.system = system;
        extents = system.extents();
        SparsityPattern pattern = system.jacobianPattern();
        entries = extents.length == 0
                ? new int[0]
                : IntStream.range(0, pattern.entries())
                        .filter(k -> Arrays.binarySearch(extents, pattern.row(k)) >= 0).toArray();
        columns = Arrays.stream(extents).flatMap(column -> IntStream.range(pattern.columnStart(column),
                pattern.columnStart(column + 1))).filter(k -> Arrays.binarySearch(entries, k) >= 0).toArray();
        jacobian = new double[extents.length == 0 ? 0 : pattern.entries()];
        before = new double[extents.length == 0 ? 0 : system.stateCount()];
    }

    boolean isEmpty() {
        return extents.length == 0;
    }

    /// Forgets what was seen.
    void begin() {
        quickest = 0;
        speed = 1;
    }

    /// Multiplies the rates of the extents among those of all states.
    void speedUp(double[] rates) {
        for (int extent : extents) {
            rates[extent] *= speed;
        }
    }

    /// The same for their derivatives, in the order of the Jacobian's pattern.
    void speedUpEntries(double[] all) {
        for (int k : entries) {
            all[k] *= speed;
        }
    }

    /// Lets them run until they rest.
    ///
    /// @return whether any amount has moved by more than rounding
    boolean relax(Equations equations, double t, double[] y, double span) {
        equations.fold(t, y);
        equations.recall(t, y);
        System.arraycopy(y, 0, before, 0, y.length);
        measure(equations, t, y);
        double size = largest(y);
        clear(y, STRAY * size);
        boolean moved = new Relaxation(system).run(t, y, equations.parameters(), size);
        equations.fold(t, y);
        for (int state : system.foldedStates()) {
            if (Math.abs(y[state]) <= ROUNDING * Math.abs(before[state])) {
                y[state] = 0;
            }
        }
        adjust(equations, t, y, span);
        return moved;
    }

    private double largest(double[] y) {
        double size = 0;
        for (int state : system.foldedStates()) {
            size = Math.max(size, Math.abs(y[state]));
        }
        return size;
    }

    private void clear(double[] y, double stray) {
        for (int state : system.foldedStates()) {
            if (y[state] < 0 && y[state] >= -stray) {
                y[state] = 0;
            }
        }
    }

    private double measure(Equations equations, double t, double[] y) {
        system.jacobian(t, y, equations.parameters(), equations.scratch(), jacobian);
        double quick = 0;
        for (int k : columns) {
            quick = Math.max(quick, Math.abs(jacobian[k]));
        }
        quickest = Double.isFinite(quick) ? Math.max(quickest, quick) : quickest;
        return quick;
    }

    private void adjust(Equations equations, double t, double[] y, double span) {
        double often = Math.max(measure(equations, t, y), LEAST * quickest) * span;
        speed = OFTEN / (often > 0 && Double.isFinite(often) ? often : span > 0 ? span : 1);
    }
}
