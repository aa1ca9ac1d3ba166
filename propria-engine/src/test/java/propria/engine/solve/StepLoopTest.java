package propria.engine.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import propria.engine.benchmark.Benchmarks;
import propria.engine.benchmark.Benchmarks.Benchmark;
import propria.engine.benchmark.HandWritten;
import propria.engine.step.StepFailure;
import propria.engine.step.StepFailure.Reason;
import propria.engine.step.StepMethods;

/// What a run must do whatever step method carries it.
class StepLoopTest {

    private static final List<Change> NOTHING = List.of();
    private static final double NO_CAP = Double.POSITIVE_INFINITY;

    /// `y0' = -p0 y0, y1' = p0 y0 - 3 y1`.
    private static HandWritten chain() {
        return new HandWritten(2, 1, (t, y, p, f) -> {
            f[0] = -p[0] * y[0];
            f[1] = p[0] * y[0] - 3 * y[1];
        }, (t, y, p, j) -> {
            j[0] = -p[0];
            j[1] = p[0];
            j[3] = -3;
        });
    }

    private static March march(StepMethods method) {
        return new March(method, chain(), 1e-9).with(0.5);
    }

    private static double[] last(double[][] rows) {
        return rows[rows.length - 1];
    }

    @ParameterizedTest
    @EnumSource
    void outputs_follow_the_solution_at_the_times_asked_for(StepMethods method) {
        double[] times = {0, 0.1, 0.11, 1, 2.5, 2.5, 7};
        double[][] rows = march(method).run(new double[]{1, 0}, NOTHING, times);
        for (int row = 0; row < times.length; row++) {
            double first = StrictMath.exp(-0.5 * times[row]);
            double second = 0.2 * (first - StrictMath.exp(-3 * times[row]));
            assertThat(rows[row]).containsExactly(new double[]{first, second, 0.5}, within(1e-7));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_run_of_no_length_records_the_state_after_the_changes_there(StepMethods method) {
        double[][] rows = march(method).run(new double[]{1, 0}, List.of(new Change.Add(0, 0, 2, NO_CAP)), 0);
        assertThat(rows[0]).containsExactly(3, 0, 0.5);
    }

    @ParameterizedTest
    @EnumSource
    void a_run_cut_in_two_is_the_whole(StepMethods method) {
        Benchmark problem = method.isImplicit() ? Benchmarks.oregonator() : Benchmarks.hires();
        double[][] whole = new March(method, problem.system(), 1e-9).run(problem.start(), NOTHING, 50, 100);
        double[][] first = new March(method, problem.system(), 1e-9).run(problem.start(), NOTHING, 50);
        double[][] second = new March(method, problem.system(), 1e-9).from(50).run(last(first), NOTHING, 100);
        for (int i = 0; i < problem.start().length; i++) {
            assertThat(last(second)[i] / last(whole)[i]).isCloseTo(1, within(1e-5));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_dose_split_in_two_at_one_time_is_the_whole(StepMethods method) {
        double[][] whole = march(method).run(new double[]{1, 0}, List.of(new Change.Add(1, 0, 3, NO_CAP)), 1, 4);
        double[][] split = march(method).run(new double[]{1, 0},
                List.of(new Change.Add(1, 0, 1.5, NO_CAP), new Change.Add(1, 0, 1.5, NO_CAP)), 1, 4);
        assertThat(whole[0][0]).isCloseTo(StrictMath.exp(-0.5) + 3, within(1e-7));
        assertThat(split[0]).containsExactly(whole[0], within(1e-14));
        assertThat(split[1]).containsExactly(whole[1], within(1e-7));
    }

    @ParameterizedTest
    @EnumSource
    void an_infusion_cut_in_two_is_the_whole_and_ends(StepMethods method) {
        double[] times = {1, 1.5, 2, 4};
        double[][] whole = march(method).run(new double[]{0, 0}, List.of(new Change.Infuse(1, 2, 0, 0.3)), times);
        double[][] split = march(method).run(new double[]{0, 0},
                List.of(new Change.Infuse(1.4, 2, 0, 0.3), new Change.Infuse(1, 1.4, 0, 0.3)), times);
        double[][] halves = march(method).run(new double[]{0, 0},
                List.of(new Change.Infuse(1, 2, 0, 0.1), new Change.Infuse(1, 2, 0, 0.2)), times);
        double plateau = 0.6 * (1 - StrictMath.exp(-0.5));
        assertThat(whole[0][0]).isZero();
        assertThat(whole[2][0]).isCloseTo(plateau, within(1e-8));
        assertThat(whole[3][0]).isCloseTo(plateau * StrictMath.exp(-1), within(1e-8));
        for (int row = 0; row < times.length; row++) {
            assertThat(split[row]).containsExactly(whole[row], within(1e-8));
            assertThat(halves[row]).containsExactly(whole[row], within(1e-8));
        }
    }

    @ParameterizedTest
    @EnumSource
    void changes_at_one_time_act_in_list_order_and_show_at_that_time(StepMethods method) {
        List<Change> changes = List.of(new Change.SetState(1, 0, 5), new Change.Add(1, 0, 2, NO_CAP),
                new Change.Add(1, 1, 9, 4), new Change.SetParameter(1, 0, 0));
        double[][] rows = march(method).run(new double[]{1, 0}, changes, 1, 3);
        assertThat(rows[0]).containsExactly(7, 4, 0);
        assertThat(rows[1][0]).isCloseTo(7, within(1e-12));
        assertThat(rows[1][1]).isCloseTo(4 * StrictMath.exp(-6), within(1e-8));
    }

    @ParameterizedTest
    @EnumSource
    void a_cap_holds_back_a_dose_but_takes_nothing_away(StepMethods method) {
        double[][] rows = march(method).run(new double[]{8, 1},
                List.of(new Change.Add(0, 0, 1, 4), new Change.Add(0, 1, 1, 4), new Change.Add(0, 1, 7, 4)), 0);
        assertThat(rows[0]).containsExactly(8, 4, 0.5);
    }

    @ParameterizedTest
    @EnumSource
    void a_change_before_the_start_is_refused_and_one_after_the_end_does_nothing(StepMethods method) {
        March march = march(method).from(2);
        assertThatThrownBy(() -> march.run(new double[]{1, 0}, List.of(new Change.Add(1, 0, 1, NO_CAP)), 3))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("before the start");
        double[][] rows = march.run(new double[]{1, 0}, List.of(new Change.Add(3.5, 0, 1, NO_CAP)), 3);
        assertThat(rows[0][0]).isCloseTo(StrictMath.exp(-0.5), within(1e-7));
    }

    @ParameterizedTest
    @EnumSource
    void the_same_run_has_the_same_bits_again_on_used_memory(StepMethods method) {
        March march = new March(method, Benchmarks.hires().system(), 1e-6);
        List<Change> changes = List.of(new Change.Infuse(1, 3, 2, 0.1), new Change.Add(2, 0, 1, NO_CAP));
        double[][] once = march.run(Benchmarks.hires().start(), changes, 2, 300);
        march.run(new double[]{2, 1, 0, 0, 0, 0, 0, 0.1}, NOTHING, 1);
        assertThat(march.run(Benchmarks.hires().start(), changes, 2, 300)).isDeepEqualTo(once);
    }

    @Test
    void all_methods_agree_at_tight_tolerance() {
        for (Benchmark problem : List.of(Benchmarks.hires(), Benchmarks.oregonator())) {
            double[] first = last(
                    new March(StepMethods.BDF, problem.system(), 1e-10).run(problem.start(), NOTHING, 120));
            for (StepMethods method : StepMethods.ALL.stream().filter(StepMethods::isImplicit).toList()) {
                double[] other = last(new March(method, problem.system(), 1e-10).run(problem.start(), NOTHING, 120));
                for (int i = 0; i < first.length; i++) {
                    assertThat(other[i] / first[i]).as("%s, %s", problem, method).isCloseTo(1, within(1e-5));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_solution_that_grows_without_bound_names_the_state(StepMethods method) {
        HandWritten system = new HandWritten(2, 0, (t, y, p, f) -> {
            f[0] = -y[0];
            f[1] = y[1] * y[1];
        }, (t, y, p, j) -> {
            j[0] = -1;
            j[3] = 2 * y[1];
        });
        assertThatThrownBy(() -> new March(method, system, 1e-6).run(new double[]{1, 1}, NOTHING, 2))
                .isInstanceOfSatisfying(StepFailure.class, failure -> {
                    assertThat(failure.time()).isCloseTo(1, within(1e-3));
                    assertThat(failure.errors()[1] <= failure.errors()[0]).isFalse();
                });
    }

    @ParameterizedTest
    @EnumSource
    void a_rate_that_is_no_number_at_the_start_is_told(StepMethods method) {
        HandWritten system = new HandWritten(1, 0, (t, y, p, f) -> f[0] = Math.sqrt(-1 - y[0]),
                (t, y, p, j) -> j[0] = 0);
        assertThatThrownBy(() -> new March(method, system, 1e-6).run(new double[]{1}, NOTHING, 2))
                .isInstanceOfSatisfying(StepFailure.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(Reason.NOT_FINITE);
                    assertThat(failure.errors()[0]).isNaN();
                });
    }

    @ParameterizedTest
    @EnumSource
    void a_jump_of_a_rate_is_left_to_error_control(StepMethods method) {
        HandWritten system = new HandWritten(1, 0, (t, y, p, f) -> f[0] = t < 1 ? 1 : -y[0],
                (t, y, p, j) -> j[0] = t < 1 ? 0 : -1);
        double[][] rows = new March(method, system, 1e-8).run(new double[]{0}, NOTHING, 0.5, 2);
        assertThat(rows[0][0]).isCloseTo(0.5, within(1e-7));
        assertThat(rows[1][0]).isCloseTo(StrictMath.exp(-1), within(1e-6));
    }

    @ParameterizedTest
    @EnumSource
    void work_is_counted(StepMethods method) {
        March march = march(method);
        march.run(new double[]{1, 0}, NOTHING, 200);
        assertThat(march.counters().steps()).isBetween(5L, 5000L);
        assertThat(march.counters().derivatives()).isGreaterThan(march.counters().steps());
        assertThat(march.counters().jacobians() > 0).isEqualTo(method.isImplicit());
        assertThat(march.counters().factorisations() > 0).isEqualTo(method.isImplicit());
        assertThat(march.counters().events()).isZero();
    }
}
