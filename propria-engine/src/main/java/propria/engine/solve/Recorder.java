package propria.engine.solve;

import propria.engine.step.Equations;
import propria.engine.step.StepMethod;

/// Writes what was asked for at the times asked for.
final class Recorder {

    private final double[] times;
    private final int[] columns;
    private final double[] values;
    private final double[] all;
    private final double[] between;
    private int next;

    Recorder(double[] times, int[] columns, int outputCount, int stateCount) {
        this.times = times;
        this.columns = columns;
        this.values = new double[times.length * columns.length];
        this.all = new double[outputCount];
        this.between = new double[stateCount];
    }

    /// Records the times that lie before the end of the last step.
    void during(StepMethod method, Equations equations, double end) {
        while (next < times.length && times[next] < end) {
            method.interpolate(times[next], between);
            record(times[next], between, equations);
        }
    }

    /// Records the times that are `t` or earlier from the state at `t`.
    void at(double t, double[] y, Equations equations) {
        while (next < times.length && times[next] <= t) {
            record(times[next], y, equations);
        }
    }

    private void record(double t, double[] y, Equations equations) {
        equations.outputs(t, y, all);
        int row = next * columns.length;
        for (int i = 0; i < columns.length; i++) {
            values[row + i] = all[columns[i]];
        }
        next++;
    }

    double[] values() {
        return values;
    }
}
