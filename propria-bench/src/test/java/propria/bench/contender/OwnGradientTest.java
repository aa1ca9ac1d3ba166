package propria.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import propria.bench.workload.GradientWorkload;
import propria.bench.workload.Workload;
import propria.bench.workload.Workloads;
import propria.engine.Method;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.simulate.Simulator;

/// The gradient that is timed is the gradient.
class OwnGradientTest {

    private static final Tolerances TIGHT = new Tolerances(1e-10, 1e-16);
    private static final double NUDGE = 1e-4;

    @Test
    void timed_sensitivities_are_those_of_nudged_parameters() {
        Workload workload = Workloads.classic("robertson");
        GradientWorkload gradient = GradientWorkload.of(workload, 3);
        assertThat(gradient.directions()).hasSize(3);
        for (boolean controlled : new boolean[]{true, false}) {
            double[] found = values(new OwnGradient(gradient, controlled));
            int states = workload.states();
            int row = states * 3;
            int last = workload.times().size() - 1;
            for (int d = 0; d < 3; d++) {
                Trajectory more = nudged(workload, gradient.directions().get(d), 1 + NUDGE);
                Trajectory less = nudged(workload, gradient.directions().get(d), 1 - NUDGE);
                double largest = 0;
                double worst = 0;
                for (int i = 0; i < states; i++) {
                    double quotient = (more.value(last, i) - less.value(last, i)) / (2 * NUDGE);
                    largest = Math.max(largest, Math.abs(quotient));
                    worst = Math.max(worst, Math.abs(found[last * row + d * states + i] - quotient));
                }
                assertThat(largest).isPositive();
                assertThat(worst / largest).isLessThan(1e-4);
            }
        }
    }

    private static Trajectory nudged(Workload workload, String parameter, double factor) {
        Map<String, Double> values = new HashMap<>(workload.values());
        values.put(parameter, factor * workload.value(parameter));
        SimulationRequest base = workload.request(TIGHT, Method.BDF);
        return new Simulator(workload.compiled()).simulate(new SimulationRequest(values, base.changes(), base.start(),
                base.end(), base.outputTimes(), base.outputs(), TIGHT, base.method()));
    }

    private static double[] values(Contender contender) {
        try (Contender.Trial trial = contender.at(TIGHT)) {
            assertThat(trial.run(1)).isPositive();
            return trial.values();
        }
    }
}
