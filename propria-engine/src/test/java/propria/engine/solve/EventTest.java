package propria.engine.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import propria.engine.benchmark.HandWritten;
import propria.engine.benchmark.HandWrittenEvent;
import propria.engine.step.StepFailure;
import propria.engine.step.StepFailure.Reason;
import propria.engine.step.StepMethods;

/// What events must do whatever step method carries the run; section numbers are those of SBML Level 3 Version 2.
class EventTest {

    /// States that stand still, or rise with slope `p0` in place 0.
    private static HandWritten still(int states) {
        return new HandWritten(states, 1, (t, y, p, f) -> {
            Arrays.fill(f, 0);
            f[0] = p[0];
        }, (t, y, p, j) -> {
        });
    }

    private static March march(StepMethods method, HandWritten system) {
        return new March(method, system, 1e-8).with(1);
    }

    private static double[][] run(March march, int states, double... times) {
        return march.run(new double[states], List.of(), times);
    }

    @ParameterizedTest
    @EnumSource
    void an_event_is_carried_out_when_its_trigger_becomes_true(StepMethods method) {
        HandWritten system = still(2).with(
                HandWrittenEvent.of((t, y, p) -> y[0] > 2.5, 1, (t, y, p, v) -> v[0] = t));
        March march = march(method, system);
        double[][] rows = run(march, 2, 2.4999, 2.5001, 6);
        assertThat(rows[0][1]).isZero();
        assertThat(rows[1][1]).isCloseTo(2.5, within(1e-9));
        assertThat(rows[2][1]).isCloseTo(2.5, within(1e-9));
        assertThat(march.counters().events()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_record_at_the_time_of_an_event_shows_the_state_after_it(StepMethods method) {
        HandWritten system = still(2).with(HandWrittenEvent.of((t, y, p) -> t >= 2, 1, (t, y, p, v) -> v[0] = 7));
        assertThat(run(march(method, system), 2, 2, 3)[0][1]).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource
    void a_trigger_true_at_the_start_acts_only_if_it_counts_as_false_before(StepMethods method) {
        HandWrittenEvent event = HandWrittenEvent.of((t, y, p) -> t >= 0, 1, (t, y, p, v) -> v[0] = 7);
        assertThat(run(march(method, still(2).with(event)), 2, 1)[0][1]).isZero();
        assertThat(run(march(method, still(2).with(event.alsoAtStart())), 2, 1)[0][1]).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource
    void an_assignment_to_a_parameter_takes_effect(StepMethods method) {
        HandWritten system = still(1).with(HandWrittenEvent.of((t, y, p) -> y[0] > 1, -1, (t, y, p, v) -> v[0] = -2));
        double[][] rows = run(march(method, system), 1, 3);
        assertThat(rows[0]).containsExactly(new double[]{-3, -2}, within(1e-7));
    }

    @ParameterizedTest
    @EnumSource
    void a_delay_postpones_and_values_are_those_of_the_trigger_unless_said_otherwise(StepMethods method) {
        HandWrittenEvent event = HandWrittenEvent.of((t, y, p) -> t >= 1, 1, (t, y, p, v) -> v[0] = y[0]).after(2);
        double[][] early = run(march(method, still(2).with(event)), 2, 2.9, 3);
        double[][] late = run(march(method, still(2).with(event.valuesWhenDone())), 2, 2.9, 3);
        assertThat(early[0][1]).isZero();
        assertThat(early[1][1]).isCloseTo(1, within(1e-7));
        assertThat(late[0][1]).isZero();
        assertThat(late[1][1]).isCloseTo(3, within(1e-7));
    }

    @ParameterizedTest
    @EnumSource
    void only_a_persistent_event_survives_that_its_trigger_falls_back(StepMethods method) {
        HandWrittenEvent event = HandWrittenEvent
                .of((t, y, p) -> t >= 1 && t < 2, 1, (t, y, p, v) -> v[0] = y[1] + 1).after(3);
        assertThat(run(march(method, still(2).with(event)), 2, 9)[0][1]).isEqualTo(1);
        assertThat(run(march(method, still(2).with(event.fleeting())), 2, 9)[0][1]).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void events_at_one_time_act_by_priority_and_those_that_tie_in_an_order_that_repeats(StepMethods method) {
        HandWritten system = still(2);
        double[] priorities = {Double.NaN, 1, 5, 5, Double.NaN};
        for (int k = 0; k < priorities.length; k++) {
            int digit = k + 1;
            system.with(HandWrittenEvent.of((t, y, p) -> t >= 1, 1, (t, y, p, v) -> v[0] = 10 * y[1] + digit)
                    .before(priorities[k]).valuesWhenDone());
        }
        double order = run(march(method, system), 2, 2)[0][1];
        assertThat(order).isIn(34215.0, 43215.0);
        assertThat(run(march(method, system), 2, 2)[0][1]).isEqualTo(order);
    }

    @ParameterizedTest
    @EnumSource
    void an_event_can_call_off_and_call_up_others_at_its_time(StepMethods method) {
        HandWritten system = still(4)
                .with(HandWrittenEvent.of((t, y, p) -> t >= 1, 1, (t, y, p, v) -> v[0] = 1).before(9))
                .with(HandWrittenEvent.of((t, y, p) -> t >= 1 && y[1] < 0.5, 2, (t, y, p, v) -> v[0] = 1).fleeting())
                .with(HandWrittenEvent.of((t, y, p) -> y[1] > 0.5, 3, (t, y, p, v) -> v[0] = t));
        double[] end = run(march(method, system), 4, 2)[0];
        assertThat(end[1]).isEqualTo(1);
        assertThat(end[2]).isZero();
        assertThat(end[3]).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_trigger_that_holds_for_a_moment_within_a_long_step_is_seen(StepMethods method) {
        HandWritten system = still(2).with(HandWrittenEvent.of((t, y, p) -> t > 5.01 && t < 5.02, 1,
                (t, y, p, v) -> v[0] = t), (t, y, p, v) -> v[0] = t - 5.01);
        double[][] rows = run(march(method, system), 2, 1000);
        assertThat(rows[0][1]).isCloseTo(5.01, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void a_bouncing_ball_keeps_its_time(StepMethods method) {
        HandWritten ball = new HandWritten(2, 0, (t, y, p, f) -> {
            f[0] = y[1];
            f[1] = -10;
        }, (t, y, p, j) -> j[2] = 1).with(HandWrittenEvent.of((t, y, p) -> y[0] <= 0 && y[1] < 0, 1,
                (t, y, p, v) -> v[0] = -0.5 * y[1]));
        March march = new March(method, ball, 1e-9);
        double[][] rows = march.run(new double[]{5, 0}, List.of(), 1.5, 2.25);
        assertThat(rows[0][0]).isCloseTo(1.25, within(1e-6));
        assertThat(rows[1][0]).isCloseTo(5.0 / 16, within(1e-6));
        assertThat(march.counters().events()).isEqualTo(2);
        assertThatThrownBy(() -> march.run(new double[]{5, 0}, List.of(), 4))
                .isInstanceOfSatisfying(StepFailure.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(Reason.ENDLESS_EVENTS);
                    assertThat(failure.time()).isCloseTo(3, within(1e-5));
                });
    }

    @ParameterizedTest
    @EnumSource
    void events_that_call_each_other_for_ever_are_stopped(StepMethods method) {
        HandWritten system = still(2)
                .with(HandWrittenEvent.of((t, y, p) -> t >= 1 && y[1] < 0.5, 1, (t, y, p, v) -> v[0] = 1))
                .with(HandWrittenEvent.of((t, y, p) -> y[1] > 0.5, 1, (t, y, p, v) -> v[0] = 0));
        assertThatThrownBy(() -> run(march(method, system), 2, 3)).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.reason()).isEqualTo(Reason.ENDLESS_EVENTS));
    }

    @ParameterizedTest
    @EnumSource
    void a_thermostat_switches_as_often_as_it_must(StepMethods method) {
        HandWritten room = new HandWritten(1, 1, (t, y, p, f) -> f[0] = p[0] - y[0], (t, y, p, j) -> j[0] = -1)
                .with(HandWrittenEvent.of((t, y, p) -> y[0] < 1, -1, (t, y, p, v) -> v[0] = 3))
                .with(HandWrittenEvent.of((t, y, p) -> y[0] > 2, -1, (t, y, p, v) -> v[0] = 0));
        March march = new March(method, room, 1e-9).with(3);
        double[][] rows = march.run(new double[]{1}, List.of(), 100 * 2 * StrictMath.log(2));
        assertThat(rows[0][0]).isCloseTo(1, within(1e-5));
        assertThat(march.counters().events()).isBetween(199L, 200L);
    }

    @ParameterizedTest
    @EnumSource
    void a_system_without_states_still_has_its_events(StepMethods method) {
        HandWritten clock = new HandWritten(0, 1, (t, y, p, f) -> {
        }, (t, y, p, j) -> {
        }).with(HandWrittenEvent.of((t, y, p) -> t >= 3, -1, (t, y, p, v) -> v[0] = 8));
        double[][] rows = march(method, clock).run(new double[0], List.of(), 2.9, 3.1);
        assertThat(rows[0][0]).isEqualTo(1);
        assertThat(rows[1][0]).isEqualTo(8);
    }
}
