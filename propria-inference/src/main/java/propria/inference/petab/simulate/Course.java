package propria.inference.petab.simulate;

import java.util.List;
import propria.engine.Trajectory;

/// What an experiment gave: a row for each time, the last for the steady state where one was asked for.
///
/// @param outputs the names of columns
/// @param times ascending; infinity for the steady state
/// @param rows by time
public record Course(List<String> outputs, double[] times, double[][] rows) {

    static Course of(Trajectory trajectory) {
        double[] times = trajectory.times().stream().mapToDouble(t -> t).toArray();
        double[][] rows = new double[times.length][trajectory.outputs().size()];
        for (int i = 0; i < times.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = trajectory.value(i, j);
            }
        }
        return new Course(trajectory.outputs(), times, rows);
    }

    /// The row of a time.
    public double[] at(double time) {
        for (int i = 0; i < times.length; i++) {
            if (times[i] == time) {
                return rows[i];
            }
        }
        throw new IllegalArgumentException("nothing was recorded at " + time);
    }
}
