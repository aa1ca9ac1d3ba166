package propria.engine.constraint;

import java.util.Arrays;
import java.util.List;
import propria.engine.system.EquationSystem;
import propria.engine.system.EventLogic;
import propria.engine.system.SparsityPattern;

/// A system in which nothing but fast reactions happens: time and everything slow stand still, algebraic rules hold.
/// Its time is one of its own, in which fast reactions have the rates that they are given, times a pace.
public final class FastSubsystem implements EquationSystem {

    private final EquationSystem system;
    private final boolean[] moves;
    private final boolean[] isExtent;
    private double now;
    private double pace = 1;

    public FastSubsystem(EquationSystem system) {
        this.system = system;
        moves = new boolean[system.stateCount()];
        isExtent = new boolean[system.stateCount()];
        for (int state : system.algebraicStates()) {
            moves[state] = true;
        }
        for (int state : system.extents()) {
            isExtent[state] = true;
        }
    }

    /// Lets everything else stand still at `t`.
    ///
    /// @param newPace by what rates are multiplied
    public void holdAt(double t, double newPace) {
        now = t;
        pace = newPace;
    }

    @Override
    public int stateCount() {
        return system.stateCount();
    }

    @Override
    public int parameterCount() {
        return system.parameterCount();
    }

    @Override
    public int parameterSize() {
        return system.parameterSize();
    }

    @Override
    public int scratchSize() {
        return system.scratchSize();
    }

    @Override
    public void prepare(double[] p) {
        system.prepare(p);
    }

    @Override
    public void derivative(double t, double[] y, double[] p, double[] scratch, double[] rates) {
        system.derivative(now, y, p, scratch, rates);
        for (int i = 0; i < rates.length; i++) {
            rates[i] = isExtent[i] ? pace * rates[i] : moves[i] ? rates[i] : 0;
        }
    }

    @Override
    public SparsityPattern jacobianPattern() {
        return system.jacobianPattern();
    }

    @Override
    public void jacobian(double t, double[] y, double[] p, double[] scratch, double[] entries) {
        system.jacobian(now, y, p, scratch, entries);
        SparsityPattern pattern = system.jacobianPattern();
        for (int k = 0; k < entries.length; k++) {
            int row = pattern.row(k);
            entries[k] = isExtent[row] ? pace * entries[k] : moves[row] ? entries[k] : 0;
        }
    }

    @Override
    public int[] algebraicStates() {
        return Constraints.held(system);
    }

    @Override
    public boolean isAmount(int state) {
        return system.isAmount(state);
    }

    @Override
    public boolean isExtent(int state) {
        return isExtent[state];
    }

    @Override
    public int outputCount() {
        return 0;
    }

    @Override
    public void outputs(double t, double[] y, double[] p, double[] scratch, double[] values) {
        Arrays.fill(values, 0);
    }

    @Override
    public int rootCount() {
        return 0;
    }

    @Override
    public void roots(double t, double[] y, double[] p, double[] scratch, double[] values) {
        Arrays.fill(values, 0);
    }

    @Override
    public List<EventLogic> events() {
        return List.of();
    }
}
