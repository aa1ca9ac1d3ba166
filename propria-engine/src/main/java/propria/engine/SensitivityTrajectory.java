package propria.engine;

import java.util.Arrays;
import java.util.List;

/// What a simulation recorded, with derivatives: for each time a matrix, a row for each output and a column for each
/// direction.
public final class SensitivityTrajectory {

    private final Trajectory values;
    private final List<String> directions;
    private final double[] derivatives;

    /// @param values the outputs themselves
    /// @param directions by what derivatives were taken
    /// @param derivatives time by time, in it output by output; copied
    public SensitivityTrajectory(Trajectory values, List<String> directions, double[] derivatives) {
        this.values = values;
        this.directions = List.copyOf(directions);
        this.derivatives = derivatives.clone();
    }

    /// The outputs themselves.
    public Trajectory values() {
        return values;
    }

    /// By what derivatives were taken.
    public List<String> directions() {
        return directions;
    }

    /// The derivative of the output in `column` at the time in `row` by the direction at `direction`; in the unit of the
    /// output over that of the direction.
    public double derivative(int row, int column, int direction) {
        return derivatives[place(row, column) + direction];
    }

    /// The derivatives of the output in `column` at the time in `row`, one a direction.
    public double[] gradient(int row, int column) {
        int from = place(row, column);
        return Arrays.copyOfRange(derivatives, from, from + directions.size());
    }

    private int place(int row, int column) {
        return (row * values.outputs().size() + column) * directions.size();
    }
}
