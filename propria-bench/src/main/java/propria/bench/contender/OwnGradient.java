package propria.bench.contender;

import java.util.List;
import java.util.stream.IntStream;
import propria.bench.workload.GradientWorkload;
import propria.engine.Direction;
import propria.engine.Method;
import propria.engine.SensitivityRequest;
import propria.engine.SensitivityTrajectory;
import propria.engine.Tolerances;
import propria.engine.simulate.SensitivitySimulator;

/// The engine's forward sensitivities, as a user calls them, with derivatives under error control as in CVODES.
public final class OwnGradient implements Contender {

    private final GradientWorkload gradient;
    private final boolean controlled;
    private final SensitivitySimulator simulator;
    private final List<Direction> directions;

    /// @param controlled whether the steps are chosen for the derivatives too
    public OwnGradient(GradientWorkload gradient, boolean controlled) {
        this.gradient = gradient;
        this.controlled = controlled;
        this.simulator = new SensitivitySimulator(gradient.workload().compiled());
        this.directions = IntStream.range(0, gradient.directions().size())
                .mapToObj(k -> Direction.of(gradient.directions().get(k), gradient.scale(k))).toList();
    }

    @Override
    public String name() {
        return controlled ? "Propria sensitivities" : "Propria sensitivities, uncontrolled";
    }

    @Override
    public boolean isOwn() {
        return true;
    }

    @Override
    public boolean isCompiledLate() {
        return true;
    }

    @Override
    public Trial at(Tolerances tolerances) {
        return new GradientTrial(new SensitivityRequest(
                gradient.workload().statesAlone().request(tolerances, Method.AUTOMATIC), directions, controlled));
    }

    private final class GradientTrial extends RepeatedTrial<SensitivityTrajectory> {

        private final SensitivityRequest request;

        GradientTrial(SensitivityRequest request) {
            this.request = request;
        }

        @Override
        protected SensitivityTrajectory simulate() {
            return simulator.simulate(request);
        }

        @Override
        protected Recorded recorded(SensitivityTrajectory course) {
            int states = gradient.workload().states();
            int row = states * directions.size();
            double[] values = new double[course.values().times().size() * row];
            for (int k = 0; k < values.length; k++) {
                int direction = k % row / states;
                values[k] = gradient.scale(direction) * course.derivative(k / row, k % states, direction);
            }
            return new Recorded(values, course.values().counters().steps());
        }
    }
}
