package propria.engine.simulate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.engine.compile.CompiledModel;
import propria.engine.linear.LinearSolver;
import propria.engine.system.EquationSystem;

/// Searches a state in which nothing changes, by pseudo-transient continuation: steps of the linearly implicit Euler
/// method whose length grows until they are Newton's (Kelley & Keyes 1998, SIAM J. Numer. Anal. 35:508, without their
/// rule for the length). Sums that no reaction changes stay what they were, and states that the model would leave again
/// are found too. Events play no part.
public final class RestSearch {

    private static final int MOST_STEPS = 400;
    private static final double FIRST = 1e-3;
    private static final double GROWTH = 1.6;
    private static final double SHRINKAGE = 0.2;
    private static final double LONGEST = 1e7;
    private static final double SHORTEST = 1e-12;
    private static final double NEAR = 1e-10;
    private static final int NEAR_STEPS = 3;

    private final CompiledModel model;
    private final EquationSystem system;
    private final LinearSolver solver;
    private final double[] scratch;
    private final double[] entries;

    public RestSearch(CompiledModel model) {
        this.model = model;
        this.system = model.system();
        this.solver = LinearSolver.of(system.jacobianPattern());
        this.scratch = new double[system.scratchSize()];
        this.entries = new double[system.jacobianPattern().entries()];
    }

    /// Searches from given values.
    ///
    /// @param time at which formulas that name it are evaluated, in the model's time unit
    /// @param values of parameters and states, as for a simulation
    /// @return the states; empty when none was found
    public Optional<Map<String, Double>> from(double time, Map<String, Double> values) {
        double[] p = model.parameters(values);
        double[] y = model.initialState(time, p, values);
        double length = FIRST;
        int near = 0;
        for (int step = 0; step < MOST_STEPS && near < NEAR_STEPS && length > SHORTEST; step++) {
            double[] change = change(time, y, p, length);
            if (isSafe(y, change)) {
                near = isSmall(y, change) && length >= 1 ? near + 1 : 0;
                for (int i = 0; i < y.length; i++) {
                    y[i] += change[i];
                }
                length = Math.min(LONGEST, length * GROWTH);
            } else {
                near = 0;
                length *= SHRINKAGE;
            }
        }
        return near < NEAR_STEPS ? Optional.empty() : Optional.of(named(time, y, p));
    }

    /// The states as their ids mean them in formulas.
    private Map<String, Double> named(double time, double[] y, double[] p) {
        double[] outputs = new double[system.outputCount()];
        system.outputs(time, y, p, scratch, outputs);
        Map<String, Double> states = new HashMap<>();
        List<String> ids = model.stateIds();
        ids.forEach(id -> states.put(id, outputs[model.outputIndex(id)]));
        return states;
    }

    /// Solves `(I - length J) change = length f`; not a number where it has no solution.
    private double[] change(double time, double[] y, double[] p, double length) {
        double[] change = new double[y.length];
        system.derivative(time, y, p, scratch, change);
        system.jacobian(time, y, p, scratch, entries);
        for (int i = 0; i < change.length; i++) {
            change[i] *= length;
        }
        if (!solver.factor(entries, length)) {
            change[0] = Double.NaN;
            return change;
        }
        solver.solve(change);
        return change;
    }

    /// Whether a step stays finite and takes nothing below zero that is above.
    private static boolean isSafe(double[] y, double[] change) {
        for (int i = 0; i < y.length; i++) {
            double next = y[i] + change[i];
            if (!Double.isFinite(next) || y[i] > 0 && next < -NEAR * y[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSmall(double[] y, double[] change) {
        for (int i = 0; i < y.length; i++) {
            if (Math.abs(change[i]) > NEAR * Math.max(Math.abs(y[i]), NEAR)) {
                return false;
            }
        }
        return true;
    }
}
