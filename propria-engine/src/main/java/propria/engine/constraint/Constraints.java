package propria.engine.constraint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import propria.engine.linear.LinearSolver;
import propria.engine.system.EquationSystem;
import propria.engine.system.SparsityPattern;

/// Solves the algebraic part of a system, `0 = g(t, x, z)`, for `z` with `x` as it is, and finds how fast `z` moves. The
/// system has index one: `dg/dz` is regular (Hairer & Wanner, Solving Ordinary Differential Equations II, VI.1).
public final class Constraints {

    private static final int ITERATIONS = 60;
    private static final int HALVINGS = 12;
    /// A correction this small, in units of the value, is rounding.
    private static final double ROUNDING = 1e-14;
    /// A correction this small is good enough where it does not shrink any more.
    private static final double GOOD = 1e-9;
    /// Where to look for a value of which nothing is known, or from where nothing was found.
    private static final double[] GUESSES = {1, 0, 10, 0.1, -1, 1000, 1e-3};

    private final int[] unknowns;
    private final int[] placeOf;
    private final SparsityPattern pattern;
    private final SparsityPattern part;
    private final LinearSolver solver;
    private final double[] entries;
    private final double[] partEntries;
    private final double[] residuals;
    private final double[] step;
    private final double[] trial;
    private final double[] magnitude;
    private final double[] scaled;

    /// The functions of a system with the values of one subject.
    public interface Functions {
        void sides(double t, double[] y, double[] sides);

        void jacobian(double t, double[] y, double[] entries);
    }

    /// Of what equations alone hold in place.
    public static Constraints of(EquationSystem system) {
        int[] unknowns = held(system);
        boolean[] all = new boolean[unknowns.length];
        Arrays.fill(all, true);
        return new Constraints(system, unknowns, all);
    }

    /// With the extents of fast reactions as well, for [#slopes] alone: their rows are `z' = g`, where `g` is so large
    /// that `z` follows at once if anything holds it, and rests if nothing does.
    public static Constraints withExtents(EquationSystem system) {
        int[] unknowns = system.algebraicStates();
        boolean[] algebraic = new boolean[unknowns.length];
        for (int k = 0; k < unknowns.length; k++) {
            algebraic[k] = Arrays.binarySearch(system.extents(), unknowns[k]) < 0;
        }
        return new Constraints(system, unknowns, algebraic);
    }

    /// The algebraic states of a system that are no extents.
    public static int[] held(EquationSystem system) {
        int[] extents = system.extents();
        return Arrays.stream(system.algebraicStates()).filter(state -> Arrays.binarySearch(extents, state) < 0)
                .toArray();
    }

    private Constraints(EquationSystem system, int[] unknowns, boolean[] algebraic) {
        this.unknowns = unknowns;
        pattern = system.jacobianPattern();
        placeOf = new int[system.stateCount()];
        Arrays.fill(placeOf, -1);
        for (int k = 0; k < unknowns.length; k++) {
            placeOf[unknowns[k]] = k;
        }
        part = part();
        solver = LinearSolver.withoutCode(part, algebraic);
        entries = new double[pattern.entries()];
        partEntries = new double[part.entries()];
        residuals = new double[system.stateCount()];
        trial = new double[system.stateCount()];
        step = new double[unknowns.length];
        magnitude = new double[unknowns.length];
        scaled = new double[unknowns.length];
    }

    private SparsityPattern part() {
        List<Integer> rows = new ArrayList<>();
        int[] starts = new int[unknowns.length + 1];
        for (int column = 0; column < unknowns.length; column++) {
            for (int k = pattern.columnStart(unknowns[column]); k < pattern.columnStart(unknowns[column] + 1); k++) {
                if (placeOf[pattern.row(k)] >= 0) {
                    rows.add(placeOf[pattern.row(k)]);
                }
            }
            starts[column + 1] = rows.size();
        }
        return new SparsityPattern(unknowns.length, starts, rows.stream().mapToInt(Integer::intValue).toArray());
    }

    /// Whether there is nothing to solve.
    public boolean isEmpty() {
        return unknowns.length == 0;
    }

    /// Replaces the algebraic states of `y`, which are the first guess; one that is not a number is guessed.
    ///
    /// @return false where no solution was found; `y` is as it was
    public boolean solve(Functions functions, double t, double[] y) {
        if (isEmpty()) {
            return true;
        }
        double[] given = y.clone();
        for (int attempt = -1; attempt < GUESSES.length; attempt++) {
            for (int state : unknowns) {
                boolean known = !Double.isNaN(given[state]) && attempt < GUESSES.length / 2;
                y[state] = known && attempt < 0 ? given[state] : guess(attempt, given[state], known);
            }
            if (newton(functions, t, y)) {
                return true;
            }
        }
        System.arraycopy(given, 0, y, 0, y.length);
        return false;
    }

    private static double guess(int attempt, double given, boolean known) {
        double guess = GUESSES[Math.max(0, attempt)];
        return known ? given + guess * (1 + Math.abs(given)) : guess;
    }

    /// Newton's method; a step that makes the residuals larger is halved.
    private boolean newton(Functions functions, double t, double[] y) {
        functions.sides(t, y, residuals);
        for (int k = 0; k < unknowns.length; k++) {
            magnitude[k] = Math.abs(y[unknowns[k]]);
        }
        double previous = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            if (isZero()) {
                return true;
            }
            functions.jacobian(t, y, entries);
            if (!linearStep()) {
                return false;
            }
            double size = advance(functions, t, y);
            if (size <= ROUNDING || size <= GOOD && size >= 0.5 * previous) {
                return true;
            }
            if (Double.isNaN(size)) {
                return previous <= GOOD;
            }
            previous = size;
        }
        return false;
    }

    private boolean isZero() {
        for (int state : unknowns) {
            if (residuals[state] != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean linearStep() {
        takePart();
        if (!solver.factor(partEntries, 1)) {
            return false;
        }
        for (int k = 0; k < unknowns.length; k++) {
            step[k] = residuals[unknowns[k]];
        }
        solver.solve(step);
        return true;
    }

    private void takePart() {
        int next = 0;
        for (int unknown : unknowns) {
            for (int k = pattern.columnStart(unknown); k < pattern.columnStart(unknown + 1); k++) {
                if (placeOf[pattern.row(k)] >= 0) {
                    partEntries[next++] = entries[k];
                }
            }
        }
    }

    /// Takes the step, or as much of it as makes the residuals smaller.
    ///
    /// @return the size of the whole step in units of the values; not a number where no part of it helps
    private double advance(Functions functions, double t, double[] y) {
        double before = weighted();
        double share = 1;
        for (int halving = 0; halving <= HALVINGS; halving++) {
            System.arraycopy(y, 0, trial, 0, y.length);
            double size = 0;
            for (int k = 0; k < unknowns.length; k++) {
                double value = y[unknowns[k]] + share * step[k];
                trial[unknowns[k]] = value;
                double scale = Math.max(magnitude[k], Math.abs(value));
                size = step[k] == 0 ? size : Math.max(size, Math.abs(step[k]) / scale);
            }
            functions.sides(t, trial, residuals);
            if (weighted() < before || size <= GOOD && Double.isFinite(weighted())) {
                System.arraycopy(trial, 0, y, 0, y.length);
                for (int k = 0; k < unknowns.length; k++) {
                    magnitude[k] = Math.max(magnitude[k], Math.abs(y[unknowns[k]]));
                }
                return size;
            }
            share /= 2;
        }
        return Double.NaN;
    }

    /// The residuals as steps of the linear system factored last: independent of how equations are scaled.
    private double weighted() {
        for (int k = 0; k < unknowns.length; k++) {
            scaled[k] = residuals[unknowns[k]];
        }
        solver.solve(scaled);
        double sum = 0;
        for (int k = 0; k < unknowns.length; k++) {
            double share = scaled[k] / (magnitude[k] == 0 ? 1 : magnitude[k]);
            sum += share * share;
        }
        return sum;
    }

    /// Replaces the residuals of the algebraic states among `rates` by how fast these states move,
    /// `z' = -(dg/dz)^-1 (dg/dx x' + dg/dt)`.
    ///
    /// @param inTime the derivative of every right-hand side by time alone
    /// @return false where that is not finite
    public boolean slopes(Functions functions, double t, double[] y, double[] inTime, double[] rates) {
        if (isEmpty()) {
            return true;
        }
        functions.jacobian(t, y, entries);
        takePart();
        if (!solver.factor(partEntries, 1)) {
            return false;
        }
        for (int k = 0; k < unknowns.length; k++) {
            step[k] = inTime[unknowns[k]];
        }
        for (int column = 0; column < placeOf.length; column++) {
            if (placeOf[column] < 0) {
                for (int k = pattern.columnStart(column); k < pattern.columnStart(column + 1); k++) {
                    int place = placeOf[pattern.row(k)];
                    if (place >= 0) {
                        step[place] += entries[k] * rates[column];
                    }
                }
            }
        }
        solver.solve(step);
        boolean finite = true;
        for (int k = 0; k < unknowns.length; k++) {
            rates[unknowns[k]] = step[k];
            finite &= Double.isFinite(step[k]);
        }
        return finite;
    }
}
