package propria.bench.ablation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import propria.bench.contender.Contender;
import propria.bench.contender.OwnContender;
import propria.bench.workload.Workload;
import propria.bench.workload.Workloads;
import propria.engine.Method;
import propria.engine.Tolerances;
import propria.engine.step.Equations;
import propria.engine.system.EquationSystem;

/// What is taken away changes the work and not the answer.
class AblationTest {

    private static final Tolerances TIGHT = new Tolerances(1e-9, 1e-15);

    @ParameterizedTest
    @EnumSource
    void the_engine_without_an_improvement_comes_to_the_same_solution(Ablation ablation) {
        for (String name : new String[]{"hires", "pollution", "robertson"}) {
            Workload workload = Workloads.classic(name);
            double[] whole = values(new OwnContender(workload, Method.BDF));
            double[] less = values(new AblatedContender(workload, ablation));
            double[] largest = new double[workload.outputs().size()];
            for (int k = 0; k < whole.length; k++) {
                largest[k % largest.length] = Math.max(largest[k % largest.length], Math.abs(whole[k]));
            }
            double worst = IntStream.range(0, whole.length)
                    .mapToDouble(k -> Math.abs(less[k] - whole[k]) / largest[k % largest.length]).max().orElseThrow();
            assertThat(worst).as(name).isLessThan(1e-6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_poorer_form_differs_from_the_system_in_what_was_taken_away(Ablation ablation) {
        Workload workload = Workloads.classic("pollution");
        EquationSystem system = workload.compiled().system();
        Equations poorer = ablation.of(system);
        double[] p = workload.compiled().parameters(workload.values());
        double[] y = workload.compiled().initialState(0, p, workload.values());
        Arrays.setAll(y, i -> y[i] + 1e-3 * (i + 1));
        int entries = poorer.system().jacobianPattern().entries();
        boolean full = ablation == Ablation.DENSE_ELIMINATION || ablation == Ablation.JACOBIAN_BY_QUOTIENTS;
        assertThat(entries).isEqualTo(full ? y.length * y.length : system.jacobianPattern().entries());
        poorer.begin(p);
        double[] jacobian = new double[entries];
        assertThat(poorer.finiteJacobian(0, y, jacobian)).isTrue();
        double[] exact = new double[system.jacobianPattern().entries()];
        system.jacobian(0, y, p, new double[system.scratchSize()], exact);
        double[] dense = new double[y.length * y.length];
        for (int column = 0; column < y.length; column++) {
            for (int k = system.jacobianPattern().columnStart(column); k < system.jacobianPattern()
                    .columnStart(column + 1); k++) {
                dense[column * y.length + system.jacobianPattern().row(k)] = exact[k];
            }
        }
        double[] wanted = full ? dense : exact;
        boolean quotients = ablation == Ablation.JACOBIAN_BY_QUOTIENTS;
        double largest = Arrays.stream(wanted).map(Math::abs).max().orElseThrow();
        for (int k = 0; k < entries; k++) {
            assertThat(Math.abs(jacobian[k] - wanted[k])).isLessThanOrEqualTo(quotients ? 1e-6 * largest : 0);
        }
        assertThat(Arrays.equals(jacobian, wanted)).isEqualTo(!quotients);
    }

    private static double[] values(Contender contender) {
        try (Contender.Trial trial = contender.at(TIGHT)) {
            assertThat(trial.run(1)).isPositive();
            assertThat(trial.steps()).isPositive();
            return trial.values();
        }
    }
}
