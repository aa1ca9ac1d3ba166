package propria.engine.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import propria.engine.system.EquationSystem;
import propria.engine.system.EventLogic;
import propria.engine.system.SparsityPattern;

/// A system from functions of a test. Outputs are the states, then the parameters.
public final class HandWritten implements EquationSystem {

    /// Writes rates.
    public interface Rates {
        void at(double t, double[] y, double[] p, double[] rates);
    }

    /// Writes `df_i/dy_j` into `entries[j * n + i]`.
    public interface Jacobian {
        void at(double t, double[] y, double[] p, double[] entries);
    }

    private final int states;
    private final int parameters;
    private final SparsityPattern pattern;
    private final Rates rates;
    private final Jacobian jacobian;
    private final List<Rates> roots = new ArrayList<>();
    private final List<EventLogic> events = new ArrayList<>();

    public HandWritten(int states, int parameters, Rates rates, Jacobian jacobian) {
        this(states, parameters, SparsityPattern.full(states), rates, jacobian);
    }

    /// @param jacobian writes the entries in the order of `pattern`
    public HandWritten(int states, int parameters, SparsityPattern pattern, Rates rates, Jacobian jacobian) {
        this.pattern = pattern;
        this.states = states;
        this.parameters = parameters;
        this.rates = rates;
        this.jacobian = jacobian;
    }

    /// Adds an event.
    public HandWritten with(EventLogic event) {
        events.add(event);
        return this;
    }

    /// Adds an event with the function that changes sign where its trigger changes; it writes one value.
    public HandWritten with(EventLogic event, Rates root) {
        events.add(event);
        roots.add(root);
        return this;
    }

    @Override
    public int stateCount() {
        return states;
    }

    @Override
    public int parameterCount() {
        return parameters;
    }

    @Override
    public int parameterSize() {
        return parameters + 1;
    }

    @Override
    public int scratchSize() {
        return 1;
    }

    /// The derived place holds a mark, so that a test fails where it is not called.
    @Override
    public void prepare(double[] p) {
        p[parameters] = fingerprint(p);
    }

    private double fingerprint(double[] p) {
        double sum = 1;
        for (int i = 0; i < parameters; i++) {
            sum += (i + 1) * p[i];
        }
        return sum;
    }

    private void demandPrepared(double[] p) {
        if (p[parameters] != fingerprint(p)) {
            throw new IllegalStateException("parameters changed and were not prepared");
        }
    }

    @Override
    public void derivative(double t, double[] y, double[] p, double[] scratch, double[] out) {
        demandPrepared(p);
        rates.at(t, y, p, out);
    }

    @Override
    public SparsityPattern jacobianPattern() {
        return pattern;
    }

    @Override
    public void jacobian(double t, double[] y, double[] p, double[] scratch, double[] entries) {
        demandPrepared(p);
        Arrays.fill(entries, 0);
        jacobian.at(t, y, p, entries);
    }

    @Override
    public int outputCount() {
        return states + parameters;
    }

    @Override
    public void outputs(double t, double[] y, double[] p, double[] scratch, double[] values) {
        System.arraycopy(y, 0, values, 0, states);
        System.arraycopy(p, 0, values, states, parameters);
    }

    @Override
    public int rootCount() {
        return roots.size();
    }

    @Override
    public void roots(double t, double[] y, double[] p, double[] scratch, double[] values) {
        double[] one = new double[1];
        for (int i = 0; i < roots.size(); i++) {
            roots.get(i).at(t, y, p, one);
            values[i] = one[0];
        }
    }

    @Override
    public List<EventLogic> events() {
        return List.copyOf(events);
    }
}
