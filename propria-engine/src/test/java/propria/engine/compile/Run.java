package propria.engine.compile;

import java.util.Map;

/// A compiled model at one point.
final class Run {

    final CompiledModel model;
    final double[] p;
    final double[] y;
    final double[] scratch;
    double t;

    Run(CompiledModel model, Map<String, Double> overrides) {
        this.model = model;
        this.p = model.parameters(overrides);
        this.y = model.initialState(0, p, overrides);
        this.scratch = new double[model.system().scratchSize()];
    }

    static Run of(ModelBuilder builder) {
        return new Run(builder.compile(), Map.of());
    }

    double[] rates() {
        double[] rates = new double[y.length];
        model.system().derivative(t, y, p, scratch, rates);
        return rates;
    }

    double rate(String state) {
        return rates()[model.stateIndex(state)];
    }

    double output(String id) {
        double[] values = new double[model.system().outputCount()];
        model.system().outputs(t, y, p, scratch, values);
        return values[model.outputIndex(id)];
    }

    double[] roots() {
        double[] values = new double[model.system().rootCount()];
        model.system().roots(t, y, p, scratch, values);
        return values;
    }

    double jacobian(String row, String column) {
        double[] entries = new double[model.system().jacobianPattern().entries()];
        model.system().jacobian(t, y, p, scratch, entries);
        int k = model.system().jacobianPattern().indexOf(model.stateIndex(row), model.stateIndex(column));
        return k < 0 ? 0 : entries[k];
    }

    void set(String state, double value) {
        y[model.stateIndex(state)] = value;
    }
}
