package propria.bench.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import propria.engine.Method;
import propria.engine.ScheduledChange;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.simulate.Simulator;

/// A workload with the derivatives of every state by some parameters.
///
/// @param directions the parameters
public record GradientWorkload(Workload workload, List<String> directions) {

    private static final double NUDGE = 1.01;
    private static final double FELT = 1e-4;
    /// A stride that has no factor in common with most counts of parameters spreads the choice over the model.
    private static final int STRIDE = 37;

    public GradientWorkload {
        directions = List.copyOf(directions);
    }

    /// The first parameters, in strides through the model, that move the solution but not its start, and that nothing
    /// changes within the run.
    public static GradientWorkload of(Workload workload, int count) {
        List<String> ids = workload.compiled().parameterIds();
        Simulator simulator = new Simulator(workload.compiled());
        SimulationRequest base = workload.request(Tolerances.DEFAULT, Method.AUTOMATIC);
        Trajectory before = simulator.simulate(base);
        List<String> changed = workload.changes().stream().map(ScheduledChange::target).toList();
        List<String> chosen = new ArrayList<>();
        int stride = ids.size() % STRIDE == 0 ? STRIDE + 1 : STRIDE;
        for (int k = 0; k < ids.size() && chosen.size() < count; k++) {
            String id = ids.get((int) ((long) k * stride % ids.size()));
            if (!changed.contains(id) && isFelt(workload, simulator, before, id)) {
                chosen.add(id);
            }
        }
        return new GradientWorkload(workload, chosen);
    }

    private static boolean isFelt(Workload workload, Simulator simulator, Trajectory before, String id) {
        double value = workload.value(id);
        if (value == 0 || !Double.isFinite(value)) {
            return false;
        }
        Map<String, Double> values = new HashMap<>(workload.values());
        values.put(id, NUDGE * value);
        if (!Arrays.equals(workload.start(workload.values()), workload.start(values))) {
            return false;
        }
        SimulationRequest base = workload.request(Tolerances.DEFAULT, Method.AUTOMATIC);
        Trajectory after = simulator.simulate(new SimulationRequest(values, base.changes(), base.start(), base.end(),
                base.outputTimes(), base.outputs(), base.tolerances(), base.method()));
        int last = before.times().size() - 1;
        for (int i = 0; i < workload.states(); i++) {
            double size = Math.abs(before.value(last, i)) + Tolerances.DEFAULT.absolute();
            if (Math.abs(after.value(last, i) - before.value(last, i)) > FELT * size) {
                return true;
            }
        }
        return false;
    }

    /// A row holds, for each direction, the derivative of every state times the size of the parameter.
    public Subject subject() {
        int states = workload.states();
        double[] sizes = new double[states * directions.size()];
        for (int k = 0; k < sizes.length; k++) {
            sizes[k] = workload.sizes()[k % states];
        }
        return new Subject(workload.name() + ", gradient", states, sizes.length, sizes,
                OptionalDouble
                        .of(workload.floor().orElse(Tolerances.DEFAULT.absolute() / Tolerances.DEFAULT.relative())));
    }

    /// The size of the parameter that a direction is.
    public double scale(int direction) {
        return Math.abs(workload.value(directions.get(direction)));
    }
}
