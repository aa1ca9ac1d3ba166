package propria.bench.ablation;

import propria.engine.system.EquationSystem;

/// A system that computes what depends on parameters alone whenever it is asked for rates or derivatives.
final class NothingPrepared extends ForwardedSystem {

    NothingPrepared(EquationSystem system) {
        super(system);
    }

    @Override
    public void derivative(double t, double[] y, double[] p, double[] scratch, double[] rates) {
        prepare(p);
        super.derivative(t, y, p, scratch, rates);
    }

    @Override
    public void jacobian(double t, double[] y, double[] p, double[] scratch, double[] entries) {
        prepare(p);
        super.jacobian(t, y, p, scratch, entries);
    }
}
