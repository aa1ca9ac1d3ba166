package propria.bench.ablation;

import java.util.List;
import propria.engine.system.EquationSystem;
import propria.engine.system.EventLogic;
import propria.engine.system.PastValue;
import propria.engine.system.SparsityPattern;

/// A system that is another one until it says otherwise.
abstract class ForwardedSystem implements EquationSystem {

    private final EquationSystem system;

    ForwardedSystem(EquationSystem system) {
        this.system = system;
    }

    /// The one behind it.
    final EquationSystem system() {
        return system;
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
    public SparsityPattern jacobianPattern() {
        return system.jacobianPattern();
    }

    @Override
    public void jacobian(double t, double[] y, double[] p, double[] scratch, double[] entries) {
        system.jacobian(t, y, p, scratch, entries);
    }

    @Override
    public boolean byTime(double t, double[] y, double[] p, double[] scratch, double[] rates) {
        return system.byTime(t, y, p, scratch, rates);
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
    public int[] extents() {
        return system.extents();
    }

    @Override
    public boolean isAmount(int state) {
        return system.isAmount(state);
    }

    @Override
    public boolean isExtent(int state) {
        return system.isExtent(state);
    }

    @Override
    public void fold(double t, double[] y, double[] p, double[] scratch) {
        system.fold(t, y, p, scratch);
    }

    @Override
    public int[] foldedStates() {
        return system.foldedStates();
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
