package propria.bench.contender;

import java.util.List;
import java.util.stream.IntStream;
import propria.bench.clock.ThreadTime;
import propria.bench.workload.GradientWorkload;
import propria.engine.Direction;
import propria.engine.Method;
import propria.engine.SensitivityRequest;
import propria.engine.SensitivityTrajectory;
import propria.engine.Tolerances;
import propria.engine.simulate.SensitivitySimulator;
import propria.engine.simulate.SimulationFailure;

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

    private final class GradientTrial implements Trial {

        private final SensitivityRequest request;
        private double[] values = {};
        private long steps;

        GradientTrial(SensitivityRequest request) {
            this.request = request;
        }

        @Override
        public double run(int repeats) {
            try {
                long begin = ThreadTime.nanos();
                SensitivityTrajectory last = simulator.simulate(request);
                for (int r = 1; r < repeats; r++) {
                    last = simulator.simulate(request);
                }
                double seconds = (ThreadTime.nanos() - begin) * 1e-9 / repeats;
                keep(last);
                return seconds;
            } catch (SimulationFailure e) {
                throw new ContenderFailure(e.problem().why(), e);
            }
        }

        private void keep(SensitivityTrajectory course) {
            int states = gradient.workload().states();
            int row = states * directions.size();
            values = new double[course.values().times().size() * row];
            for (int k = 0; k < values.length; k++) {
                int direction = k % row / states;
                values[k] = gradient.scale(direction) * course.derivative(k / row, k % states, direction);
            }
            steps = course.values().counters().steps();
        }

        @Override
        public double[] values() {
            return values.clone();
        }

        @Override
        public long steps() {
            return steps;
        }

        @Override
        public void close() {
            values = new double[0];
        }
    }
}
