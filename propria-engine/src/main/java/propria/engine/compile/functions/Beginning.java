package propria.engine.compile.functions;

import java.util.Arrays;
import java.util.stream.IntStream;
import propria.engine.constraint.Constraints;
import propria.engine.system.PastValue;

/// Carries out how a run begins. Where equations hold states in place, initial assignments may depend on what these
/// equations give and the equations on what is assigned, so both are repeated until nothing changes. Fast reactions have
/// not run yet: until the start, nothing does.
public final class Beginning {

    private static final int MOST_ROUNDS = 50;

    private final CompiledSystem system;
    private final Initialiser initialiser;
    private final int[] unknowns;

    public Beginning(CompiledSystem system, Initialiser initialiser) {
        this.system = system;
        this.initialiser = initialiser;
        unknowns = Constraints.held(system);
    }

    /// Whether an equation gives this state.
    public boolean isSolvedFor(int state) {
        return Arrays.binarySearch(unknowns, state) >= 0;
    }

    /// The states that equations give.
    public IntStream unknowns() {
        return Arrays.stream(unknowns);
    }

    /// The parameters, prepared.
    ///
    /// @param givenStates what is given for states, as their ids mean it
    /// @param given what is given for parameters
    public double[] parameters(double[] givenStates, double[] given) {
        double[] known = givenStates.clone();
        double[] p = computed(known, given);
        for (int round = 0; unknowns.length > 0 && round < MOST_ROUNDS; round++) {
            double[] y = known.clone();
            states(0, y, p);
            if (!learn(0, y, p, known)) {
                break;
            }
            p = computed(known, given);
        }
        return p;
    }

    private double[] computed(double[] givenStates, double[] given) {
        double[] p = Arrays.copyOf(given, system.parameterSize());
        initialiser.parameters().run(0, givenStates, given, new double[initialiser.scratchSize()], p);
        system.prepare(p);
        return p;
    }

    /// Turns what is given for states into the states at the start.
    ///
    /// @param y what is given, as the ids mean it; then the states
    /// @return false where the equations that hold states in place have no solution
    public boolean states(double t, double[] y, double[] p) {
        double[] given = y.clone();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            System.arraycopy(given, 0, y, 0, y.length);
            initialiser.states().run(t, given, p, new double[initialiser.scratchSize()], y);
            if (unknowns.length == 0) {
                return true;
            }
            if (!Constraints.of(system).solve(new Plain(p), t, y)) {
                return false;
            }
            if (!learn(t, y, p, given)) {
                return true;
            }
        }
        return true;
    }

    /// Takes over what was found for the unknowns as given.
    ///
    /// @return whether that is new
    private boolean learn(double t, double[] y, double[] p, double[] given) {
        double[] values = new double[system.outputCount()];
        system.outputs(t, y, p, new double[system.scratchSize()], values);
        boolean news = false;
        for (int state : unknowns) {
            double value = state < system.sizes().namedStates() ? values[state] : y[state];
            news |= !(Math.abs(value - given[state]) <= 1e-15 * Math.abs(value));
            given[state] = value;
        }
        return news;
    }

    /// The functions of the system before anything has a past.
    private final class Plain implements Constraints.Functions {

        private final double[] p;
        private final double[] scratch = new double[system.scratchSize()];

        Plain(double[] p) {
            this.p = p;
        }

        @Override
        public void sides(double t, double[] y, double[] sides) {
            recall(y);
            system.derivative(t, y, p, scratch, sides);
        }

        @Override
        public void jacobian(double t, double[] y, double[] entries) {
            recall(y);
            system.jacobian(t, y, p, scratch, entries);
        }

        private void recall(double[] y) {
            for (PastValue past : system.pastValues()) {
                p[past.place()] = past.state() == PastValue.BEGUN ? 0 : y[past.state()];
            }
        }
    }
}
