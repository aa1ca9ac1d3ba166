package propria.engine.solve;

import propria.engine.step.Equations;
import propria.engine.step.StepMethod;

/// Writes what was asked for at the times asked for.
final class Recorder {

    private final Equations equations;
    private final Follower follower;
    private final double[] times;
    private final int[] columns;
    private final double[] values;
    private final double[] all;
    private final double[] between;
    private int next;

    Recorder(double[] times, int[] columns, Equations equations, Follower follower) {
        this.equations = equations;
        this.follower = follower;
        this.times = times;
        this.columns = columns;
        this.values = new double[times.length * columns.length];
        this.all = new double[equations.system().outputCount()];
        this.between = new double[equations.system().stateCount()];
    }

    /// Records the times that lie before the end of the last step.
    void during(StepMethod method, double end) {
        while (next < times.length && times[next] < end) {
            method.interpolate(times[next], between);
            record(times[next], between, true);
        }
    }

    /// Records the times that are `t` or earlier from the state at `t`.
    void at(double t, double[] y) {
        while (next < times.length && times[next] <= t) {
            record(times[next], y, false);
        }
    }

    private void record(double t, double[] y, boolean within) {
        equations.outputs(t, y, all);
        int row = next * columns.length;
        for (int i = 0; i < columns.length; i++) {
            values[row + i] = all[columns[i]];
        }
        follower.record(next, t, y, within);
        next++;
    }

    double[] values() {
        return values;
    }
}
