package propria.engine.solve;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import propria.engine.Counters;
import propria.engine.Tolerances;
import propria.engine.step.Equations;
import propria.engine.step.StepMethod;
import propria.engine.step.StepMethods;
import propria.engine.system.EquationSystem;

/// A run of the step loop with short words; all outputs are recorded.
final class March {

    private final StepMethods kind;
    private final EquationSystem system;
    private final Equations equations;
    private final StepMethod method;
    private double[] parameters = {};
    private double start;

    March(StepMethods kind, EquationSystem system, double tolerance) {
        this.kind = kind;
        this.system = system;
        equations = new Equations(system);
        method = kind.on(equations, new Tolerances(tolerance, tolerance * 1e-3));
    }

    March with(double... values) {
        parameters = values;
        return this;
    }

    March from(double time) {
        start = time;
        return this;
    }

    /// The outputs at each time; the last time is the end.
    double[][] run(double[] y, List<Change> changes, double... times) {
        double[] p = Arrays.copyOf(parameters, system.parameterSize());
        system.prepare(p);
        equations.begin(p);
        int[] columns = IntStream.range(0, system.outputCount()).toArray();
        double[] values = new StepLoop(equations, method).run(y.clone(), start, times[times.length - 1], changes,
                times, columns);
        double[][] rows = new double[times.length][columns.length];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(values, row * columns.length, rows[row], 0, columns.length);
        }
        return rows;
    }

    Counters counters() {
        return equations.counters();
    }

    @Override
    public String toString() {
        return kind.name();
    }
}
