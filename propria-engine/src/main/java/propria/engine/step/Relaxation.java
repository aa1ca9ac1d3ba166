package propria.engine.step;

import propria.engine.Tolerances;
import propria.engine.constraint.FastSubsystem;
import propria.engine.system.EquationSystem;

/// Lets fast reactions run from the present state until they rest, with everything else standing still. Of several states
/// of rest they so come to the one that they come to by themselves: the limit of rates multiplied by a number that grows
/// without bound, in the boundary layer that follows a jump (Hairer & Wanner, Solving Ordinary Differential Equations
/// II, VI.3; Tikhonov 1952).
final class Relaxation {

    private static final double RELATIVE = 1e-10;
    /// In units of the largest amount.
    private static final double ABSOLUTE = 1e-13;
    /// Who moves less, in units of the largest amount, while the time since the start doubles, rests.
    private static final double REST = 1e-12;
    /// Who has moved less has not moved.
    private static final double UNMOVED = 1e-9;
    private static final double LONGEST = 1e18;
    private static final int MOST_STEPS = 5_000;

    private final int[] extents;
    private final FastSubsystem subsystem;
    private final Equations equations;
    private final double[] before;
    private final double[] rates;

    Relaxation(EquationSystem system) {
        extents = system.extents();
        subsystem = new FastSubsystem(system);
        equations = new Equations(subsystem);
        before = new double[system.stateCount()];
        rates = new double[system.stateCount()];
    }

    /// Moves the extents, which are zero, to rest, and with them what algebraic rules hold in place.
    ///
    /// @param p the parameters, with the values of the past at `t`
    /// @param size the largest amount of what the reactions change
    /// @return whether any amount has moved by more than rounding
    /// @throws StepFailure where they come to no rest
    boolean run(double t, double[] y, double[] p, double size) {
        subsystem.holdAt(t, 1);
        equations.begin(p);
        double speed = equations.rates(0, y, rates) ? largest(rates) : Double.NaN;
        if (speed == 0) {
            return false;
        }
        double unit = size == 0 ? 1 : size;
        subsystem.holdAt(t, unit / speed);
        StepMethod method = new Rodas5P(equations, new Tolerances(RELATIVE, ABSOLUTE * Math.max(1, unit)));
        method.start(0, y, LONGEST);
        for (int step = 0; step < MOST_STEPS && method.time() < LONGEST; step++) {
            System.arraycopy(method.state(), 0, before, 0, before.length);
            method.step(LONGEST);
            double length = method.time() - method.previousTime();
            if (method.time() >= 1 && 2 * length >= method.time() && motion(method.state()) <= REST * unit) {
                System.arraycopy(method.state(), 0, y, 0, y.length);
                return largest(y) > UNMOVED * unit;
            }
        }
        throw new StepFailure(StepFailure.Reason.NO_REST, t, method.scaledErrors());
    }

    private double largest(double[] values) {
        double largest = 0;
        for (int extent : extents) {
            largest = Math.max(largest, Math.abs(values[extent]));
        }
        return largest;
    }

    private double motion(double[] y) {
        double largest = 0;
        for (int extent : extents) {
            largest = Math.max(largest, Math.abs(y[extent] - before[extent]));
        }
        return largest;
    }
}
