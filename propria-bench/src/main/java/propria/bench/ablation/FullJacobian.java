package propria.bench.ablation;

import java.util.Arrays;
import java.util.List;
import propria.engine.system.EquationSystem;
import propria.engine.system.EventLogic;
import propria.engine.system.PastValue;
import propria.engine.system.SparsityPattern;

/// A system whose Jacobian is a full matrix; all else is that of the system behind it.
final class FullJacobian implements EquationSystem {

    private final EquationSystem system;
    private final SparsityPattern full;
    private final Filler filler;

    /// Writes a full Jacobian, column by column.
    interface Filler {
        void fill(double t, double[] y, double[] p, double[] scratch, double[] entries);
    }

    FullJacobian(EquationSystem system, Filler filler) {
        this.system = system;
        this.filler = filler;
        this.full = SparsityPattern.full(system.stateCount());
    }

    /// The exact derivatives.
    static Filler analytic(EquationSystem system) {
        SparsityPattern pattern = system.jacobianPattern();
        double[] sparse = new double[pattern.entries()];
        return (t, y, p, scratch, entries) -> {
            system.jacobian(t, y, p, scratch, sparse);
            Arrays.fill(entries, 0);
            for (int column = 0; column < pattern.size(); column++) {
                for (int k = pattern.columnStart(column); k < pattern.columnStart(column + 1); k++) {
                    entries[column * pattern.size() + pattern.row(k)] = sparse[k];
                }
            }
        };
    }

    /// Difference quotients with the step of half the digits.
    static Filler quotients(EquationSystem system) {
        int n = system.stateCount();
        double[] here = new double[n];
        double[] there = new double[n];
        return (t, y, p, scratch, entries) -> {
            system.derivative(t, y, p, scratch, here);
            for (int column = 0; column < n; column++) {
                double value = y[column];
                y[column] = value + 1.5e-8 * Math.max(Math.abs(value), 1e-5);
                double step = y[column] - value;
                system.derivative(t, y, p, scratch, there);
                y[column] = value;
                for (int row = 0; row < n; row++) {
                    entries[column * n + row] = (there[row] - here[row]) / step;
                }
            }
        };
    }

    @Override
    public SparsityPattern jacobianPattern() {
        return full;
    }

    @Override
    public void jacobian(double t, double[] y, double[] p, double[] scratch, double[] entries) {
        filler.fill(t, y, p, scratch, entries);
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
        system.derivative(t, y, p, scratch, rates);
    }

    @Override
    public int outputCount() {
        return system.outputCount();
    }

    @Override
    public void outputs(double t, double[] y, double[] p, double[] scratch, double[] values) {
        system.outputs(t, y, p, scratch, values);
    }

    @Override
    public int rootCount() {
        return system.rootCount();
    }

    @Override
    public int jumpCount() {
        return system.jumpCount();
    }

    @Override
    public void roots(double t, double[] y, double[] p, double[] scratch, double[] values) {
        system.roots(t, y, p, scratch, values);
    }

    @Override
    public int[] algebraicStates() {
        return system.algebraicStates();
    }

    @Override
    public void fold(double t, double[] y, double[] p, double[] scratch) {
        system.fold(t, y, p, scratch);
    }

    @Override
    public List<PastValue> pastValues() {
        return system.pastValues();
    }

    @Override
    public void lags(double t, double[] y, double[] p, double[] scratch, double[] lags) {
        system.lags(t, y, p, scratch, lags);
    }

    @Override
    public List<EventLogic> events() {
        return system.events();
    }
}
