package propria.engine.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import propria.engine.Tolerances;
import propria.engine.benchmark.Benchmarks;
import propria.engine.benchmark.Benchmarks.Benchmark;
import propria.engine.benchmark.HandWritten;
import propria.engine.benchmark.MedicalAkzoNobel;
import propria.engine.step.grid.Differences;
import propria.engine.system.EquationSystem;

/// What every step method must do.
class StepMethodsTest {

    /// `y' = -y^2 (2 + cos(t))` with the solution `y = 1 / (1 + 2 t + sin(t))`: bent, and bound to time.
    private static final HandWritten SMOOTH = new HandWritten(1, 0,
            (t, y, p, f) -> f[0] = -y[0] * y[0] * (2 + StrictMath.cos(t)),
            (t, y, p, j) -> j[0] = -2 * y[0] * (2 + StrictMath.cos(t)));

    private static double exact(double t) {
        return 1 / (1 + 2 * t + StrictMath.sin(t));
    }

    static Stream<StepMethods> methods() {
        return StepMethods.ALL.stream();
    }

    static Stream<Arguments> methodsAndBenchmarks() {
        return methods().filter(StepMethods::isImplicit)
                .flatMap(entry -> Benchmarks.all().stream().map(b -> Arguments.of(entry, b)));
    }

    private static StepMethod started(StepMethods entry, Benchmark problem, Tolerances tolerances) {
        StepMethod method = entry.on(prepared(problem.system()), tolerances);
        method.start(0, problem.start(), problem.end());
        return method;
    }

    private static Equations prepared(EquationSystem system) {
        Equations equations = new Equations(system);
        double[] p = new double[system.parameterSize()];
        system.prepare(p);
        equations.begin(p);
        return equations;
    }

    @ParameterizedTest
    @MethodSource("methodsAndBenchmarks")
    void a_stiff_problem_ends_at_its_reference_solution(StepMethods entry, Benchmark problem) {
        StepMethod method = started(entry, problem, new Tolerances(problem.relative(), problem.absolute()));
        while (method.time() < problem.end()) {
            method.step(problem.end());
        }
        for (int i = 0; i < problem.solution().length; i++) {
            assertThat(method.state()[i] / problem.solution()[i]).as("state %d", i)
                    .isCloseTo(1, within(problem.accuracy()));
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void diffusion_over_many_points_ends_at_its_reference_solution(StepMethods entry) {
        EquationSystem system = MedicalAkzoNobel.system();
        Equations equations = new Equations(system);
        double[] p = new double[system.parameterSize()];
        p[0] = 2;
        system.prepare(p);
        equations.begin(p);
        StepMethod method = entry.on(equations, new Tolerances(1e-8, 1e-12));
        if (!entry.isImplicit()) {
            method.start(0, MedicalAkzoNobel.start(), 5);
            assertThatThrownBy(() -> marchTo(method, 5, 2_000)).hasMessage("too long");
            return;
        }
        method.start(0, MedicalAkzoNobel.start(), 5);
        marchTo(method, 5, 5_000);
        equations.setParameter(0, 0);
        method.start(5, method.state().clone(), 20);
        marchTo(method, 20, 5_000);
        for (int k = 0; k < MedicalAkzoNobel.STATES.length; k++) {
            assertThat(method.state()[MedicalAkzoNobel.STATES[k]] / MedicalAkzoNobel.SOLUTION[k])
                    .as("state %d", MedicalAkzoNobel.STATES[k]).isCloseTo(1, within(2e-6));
        }
    }

    private static void marchTo(StepMethod method, double end, int most) {
        int steps = 0;
        while (method.time() < end) {
            method.step(end);
            if (++steps > most) {
                throw new IllegalStateException("too long");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void dense_output_is_as_exact_as_the_steps(StepMethods entry) {
        Tolerances tolerances = new Tolerances(1e-7, 1e-9);
        StepMethod method = entry.on(prepared(SMOOTH), tolerances);
        method.start(0, new double[]{1}, 4);
        double[] y = new double[1];
        double worst = 0;
        while (method.time() < 4) {
            method.step(4);
            for (int part = 0; part <= 10; part++) {
                double t = method.previousTime() + part / 10.0 * (method.time() - method.previousTime());
                method.interpolate(t, y);
                worst = Math.max(worst, Math.abs(y[0] / exact(t) - 1));
            }
        }
        assertThat(worst).isLessThan(1e-5);
    }

    /// Methods of one step, with a way to make a step of a given length, their order and that of their dense output.
    static Stream<Arguments> oneStepMethods() {
        Function<Equations, Fixed> rosenbrock = equations -> {
            Rodas5P method = new Rodas5P(equations, new Tolerances(1, 1));
            return new Fixed(method, (h, next) -> {
                method.attempt(h);
                method.accept(next, 1);
            });
        };
        Function<Equations, Fixed> tsitouras = equations -> {
            Tsitouras54 method = new Tsitouras54(equations, new Tolerances(1, 1));
            return new Fixed(method, (h, next) -> {
                method.turn();
                method.attempt(h);
                method.accept(next, 1);
            });
        };
        Function<Equations, Fixed> radau = equations -> {
            RadauIIA5 method = new RadauIIA5(equations, new Tolerances(1e-12, 1e-12));
            return new Fixed(method, (h, next) -> {
                method.attempt(h);
                method.arrive(next);
                method.accept(next, 1);
            });
        };
        return Stream.of(Arguments.of("Rodas5P", rosenbrock, 5, 4), Arguments.of("Tsitouras 5(4)", tsitouras, 5, 4),
                Arguments.of("Radau IIA", radau, 5, 4));
    }

    private record Fixed(StepMethod method, Step step) {
        interface Step {
            void of(double h, double next);
        }
    }

    /// Dense output of degree 3 has a local error of order 4, and a method of order 5 leaves no larger one.
    @ParameterizedTest(name = "{0}")
    @MethodSource("oneStepMethods")
    void a_method_converges_with_its_order_and_so_does_its_dense_output(String name,
            Function<Equations, Fixed> maker, int order, int denseOrder) {
        double end = errorOfFixedSteps(maker, 80, 1) / errorOfFixedSteps(maker, 160, 1);
        double within = errorOfFixedSteps(maker, 80, 0.4) / errorOfFixedSteps(maker, 160, 0.4);
        assertThat(StrictMath.log(end) / StrictMath.log(2)).isBetween(order - 0.3, order + 0.9);
        assertThat(StrictMath.log(within) / StrictMath.log(2)).isBetween(denseOrder - 0.3, denseOrder + 1.9);
    }

    /// The error of steps of equal length at a share of the last step.
    private static double errorOfFixedSteps(Function<Equations, Fixed> maker, int steps, double share) {
        Fixed fixed = maker.apply(prepared(SMOOTH));
        double h = 2.0 / steps;
        double[] y = {1};
        double t = 0;
        for (int k = 0; k < steps; k++) {
            fixed.method().start(t, y, t + h);
            fixed.step().of(h, t + h);
            y = fixed.method().state().clone();
            t += h;
        }
        double at = t - (1 - share) * h;
        fixed.method().interpolate(at, y);
        return Math.abs(y[0] - exact(at));
    }

    @Test
    void backward_differentiation_of_limited_order_converges_with_that_order() {
        for (int order = 1; order <= Differences.HIGHEST; order++) {
            double[] coarse = stepsAndError(order, order == 1 ? 1e-4 : 1e-5);
            double[] fine = stepsAndError(order, order == 1 ? 1e-6 : 1e-9);
            double observed = StrictMath.log(coarse[1] / fine[1]) / StrictMath.log(fine[0] / coarse[0]);
            assertThat(observed).as("order %d", order).isBetween(order - 0.4, order + 0.9);
        }
    }

    private static double[] stepsAndError(int order, double tolerance) {
        Equations equations = prepared(SMOOTH);
        Bdf method = new Bdf(equations, new Tolerances(tolerance, tolerance), order);
        method.start(0, new double[]{1}, 10);
        double worst = 0;
        while (method.time() < 10) {
            method.step(10);
            double exact = exact(method.time());
            worst = Math.max(worst, Math.abs(method.state()[0] / exact - 1));
        }
        return new double[]{equations.counters().steps(), worst};
    }
}
