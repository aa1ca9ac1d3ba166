package propria.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import propria.engine.Direction;
import propria.engine.SensitivityTrajectory;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
import propria.engine.simulate.Simulator;

/// Derivatives of simulations by central differences of order four, to hold others against.
final class DifferenceQuotients {

    private static final double STEP = 1e-3;

    /// Below this share of the largest state of its kind a state is not followed: that is rounding (decision 15).
    private static final double ROUNDING = 1e-17;

    /// Less than this is not told from noise: two simulations at a relative tolerance of 1e-11 differ by up to 4e-13 of a
    /// value that a parameter does not move at all (s19 of BIOMD0000000480), which the step makes 4e-10.
    private static final double FLOOR = 1e-4;

    private final CompiledModel model;
    private final SimulationRequest request;

    private final double step;
    private int rounding;

    DifferenceQuotients(CompiledModel model, SimulationRequest request) {
        this(model, request, STEP);
    }

    /// @param step as a share of the size of a direction
    DifferenceQuotients(CompiledModel model, SimulationRequest request, double step) {
        this.model = model;
        this.request = request;
        this.step = step;
    }

    /// The same with less noise: at a hundredth of the tolerances and over ten times the step.
    DifferenceQuotients finer() {
        return new DifferenceQuotients(model, new SimulationRequest(request.values(), request.changes(),
                request.start(), request.end(), request.outputTimes(), request.outputs(),
                new Tolerances(0.01 * request.tolerances().relative(), 0.01 * request.tolerances().absolute()),
                request.method()), 10 * step);
    }

    /// How far derivatives are from these, each relative to the largest derivative of its output by its direction in the
    /// course, or to [#FLOOR] of what would move the output by its own size; where differences at two steps do not agree,
    /// nothing is compared.
    ///
    /// @return what is apart by more than `tolerance`
    List<String> apart(SensitivityTrajectory found, List<Direction> directions, double tolerance) {
        List<String> apart = new ArrayList<>();
        for (int j = 0; j < directions.size(); j++) {
            double[][] fine = quotient(directions.get(j), step * directions.get(j).scale());
            double[][] coarse = quotient(directions.get(j), 2 * step * directions.get(j).scale());
            for (int column = 0; column < request.outputs().size(); column++) {
                double[] values = found.values().column(column);
                double size = FLOOR * largest(values) / directions.get(j).scale();
                double trusted = 0;
                for (int row = 0; row < values.length; row++) {
                    size = StrictMath.max(size, StrictMath.abs(fine[row][column]));
                    trusted = StrictMath.max(trusted, StrictMath.abs(fine[row][column] - coarse[row][column]));
                }
                for (int row = 0; row < values.length; row++) {
                    compared++;
                    double difference = StrictMath.abs(found.derivative(row, column, j) - fine[row][column]);
                    double error = difference == 0 ? 0 : difference / size;
                    worst = StrictMath.max(worst, error);
                    if (!(error <= tolerance) && trusted <= tolerance * size) {
                        rounding += difference * directions.get(j).scale() <= smallest(found, column) ? 1 : 0;
                        apart.add(String.format(Locale.ROOT, "d %s / d %s at %s: %.9g, by differences %.9g",
                                request.outputs().get(column), directions.get(j).name(),
                                request.outputTimes().get(row), found.derivative(row, column, j),
                                fine[row][column]));
                    }
                }
            }
        }
        return apart;
    }

    private int compared;
    private double worst;

    /// How many numbers were compared.
    int compared() {
        return compared;
    }

    /// The largest error seen, also of those that differences do not decide.
    double worst() {
        return worst;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = StrictMath.max(largest, StrictMath.abs(value));
        }
        return largest;
    }

    /// How many of those that are apart differ by no more than rounding of the largest state of their kind.
    int rounding() {
        return rounding;
    }

    private double smallest(SensitivityTrajectory found, int state) {
        double most = 0;
        for (int i = 0; i < model.stateIds().size(); i++) {
            if (model.system().isAmount(i) == model.system().isAmount(state)) {
                most = StrictMath.max(most, largest(found.values().column(i)));
            }
        }
        return 10 * ROUNDING * most;
    }

    private double[][] quotient(Direction direction, double by) {
        Trajectory above = moved(direction, by);
        Trajectory below = moved(direction, -by);
        Trajectory farAbove = moved(direction, 2 * by);
        Trajectory farBelow = moved(direction, -2 * by);
        double[][] quotient = new double[request.outputTimes().size()][request.outputs().size()];
        for (int row = 0; row < quotient.length; row++) {
            for (int column = 0; column < quotient[row].length; column++) {
                quotient[row][column] = (8 * (above.value(row, column) - below.value(row, column))
                        - (farAbove.value(row, column) - farBelow.value(row, column))) / (12 * by);
            }
        }
        return quotient;
    }

    private Trajectory moved(Direction direction, double by) {
        Map<String, Double> values = new HashMap<>(request.values());
        direction.seeds().forEach((id, seed) -> values.put(id,
                request.values().getOrDefault(id, model.defaultValue(id)) + seed * by));
        return new Simulator(model).simulate(new SimulationRequest(values, request.changes(), request.start(),
                request.end(), request.outputTimes(), request.outputs(), request.tolerances(), request.method()));
    }
}
