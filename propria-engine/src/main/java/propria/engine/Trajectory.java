package propria.engine;

import java.util.List;

/// What a simulation recorded: a value for each output at each time.
public final class Trajectory {

    private final List<String> outputs;
    private final List<Double> times;
    private final double[] values;
    private final Counters counters;
    private final List<Method> methods;

    /// Of unnamed methods.
    ///
    /// @param outputs the ids, one a column
    /// @param times the times, one a row
    /// @param values row by row, `times.size() * outputs.size()` of them; copied
    public Trajectory(List<String> outputs, List<Double> times, double[] values, Counters counters) {
        this(outputs, times, values, counters, List.of());
    }

    /// @param methods the step methods that were used, never [Method#AUTOMATIC]
    public Trajectory(List<String> outputs, List<Double> times, double[] values, Counters counters,
            List<Method> methods) {
        this.methods = List.copyOf(methods);
        this.outputs = List.copyOf(outputs);
        this.times = List.copyOf(times);
        this.values = values.clone();
        this.counters = counters;
    }

    public List<String> outputs() {
        return outputs;
    }

    public List<Double> times() {
        return times;
    }

    /// The value of the output in `column` at the time in `row`.
    public double value(int row, int column) {
        return values[row * outputs.size() + column];
    }

    /// The course of one output.
    public double[] column(int column) {
        double[] course = new double[times.size()];
        for (int row = 0; row < course.length; row++) {
            course[row] = value(row, column);
        }
        return course;
    }

    /// The step methods that were used; none where reactions happened one at a time.
    public List<Method> methods() {
        return methods;
    }

    public Counters counters() {
        return counters;
    }
}
