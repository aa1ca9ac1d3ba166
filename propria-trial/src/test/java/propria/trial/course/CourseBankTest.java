package propria.trial.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CourseBankTest {

    private static final CourseBank.Shape SHAPE = new CourseBank.Shape(2, 3, List.of("placebo", "cells"),
            List.of(0.0, 42.0), List.of("Mayo", "CDAI"), List.of("age"));

    @Test
    void values_lie_in_the_order_draw_patient_arm_time_quantity() {
        double[] values = IntStream.range(0, 48).asDoubleStream().toArray();
        CourseBank bank = new CourseBank(SHAPE, new double[]{1, 2, 3, 4, 5, 6}, values);
        assertThat(bank.value(0, 0, 0, 0, 1)).isEqualTo(1);
        assertThat(bank.value(0, 0, 0, 1, 0)).isEqualTo(2);
        assertThat(bank.value(0, 0, 1, 0, 0)).isEqualTo(4);
        assertThat(bank.value(0, 1, 0, 0, 0)).isEqualTo(8);
        assertThat(bank.value(1, 0, 0, 0, 0)).isEqualTo(24);
        assertThat(bank.covariate(1, 2, 0)).isEqualTo(6);
    }

    @Test
    void arrays_that_do_not_fit_are_refused() {
        assertThatThrownBy(() -> new CourseBank(SHAPE, new double[6], new double[47]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
