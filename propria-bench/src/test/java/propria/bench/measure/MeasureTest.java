package propria.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import propria.bench.workload.Workload;
import propria.bench.workload.Workloads;
import propria.engine.Tolerances;

class MeasureTest {

    private static final Tolerances COARSE = new Tolerances(1e-4, 1e-7);

    @Test
    void a_growing_population_is_simulated_to_the_last_subject_and_its_heap_is_told() {
        PopulationMeasure measure = new PopulationMeasure(new VariedSubjects(Workloads.classic("robertson")));
        PopulationMeasure.Growth growth = measure.growth(List.of(60, 130), 60, COARSE);
        assertThat(growth.most()).isEqualTo(130);
        assertThat(growth.lines()).hasSize(2).allMatch(line -> line.contains(" 0 failed"));
        assertThat(growth.spread()).isGreaterThanOrEqualTo(1);
        assertThat(growth.heap()).isNotNegative();
    }

    @Test
    void a_population_ends_when_its_time_is_up() {
        PopulationMeasure.Cost cost = new PopulationMeasure(new VariedSubjects(Workloads.classic("robertson")))
                .own(1_000_000, 1e-3, COARSE);
        assertThat(cost.subjects()).isBetween(50, 10_000);
        assertThat(cost.seconds()).isPositive();
        assertThat(cost.middle()).isPositive();
    }

    @Test
    void varied_subjects_differ_from_each_other_and_are_the_same_again() {
        Workload workload = Workloads.classic("robertson");
        Subjects subjects = new VariedSubjects(workload);
        assertThat(subjects.request(3, COARSE)).isEqualTo(new VariedSubjects(workload).request(3, COARSE));
        assertThat(subjects.request(3, COARSE).values()).hasSize(3);
        assertThat(subjects.request(3, COARSE).values()).isNotEqualTo(subjects.request(4, COARSE).values());
    }

    @Test
    void a_model_without_parameters_has_no_varied_subjects() {
        assertThatThrownBy(() -> new VariedSubjects(Workloads.classic("hires")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("hires");
    }

    @Test
    void two_threads_do_the_work_that_is_counted() {
        AtomicInteger calls = new AtomicInteger();
        TwoThreads two = TwoThreads.of(calls::incrementAndGet);
        assertThat(calls.get()).isEqualTo(1 + 3 * 4);
        assertThat(two.ratio()).isPositive();
        assertThat(two.machine()).isPositive();
    }

    @Test
    void a_fresh_process_and_a_warm_one_tell_how_long_a_first_point_takes() throws IOException {
        FirstPointMeasure.Delay warm = FirstPointMeasure.of(8, FirstPointMeasure.Start.WARM);
        assertThat(warm.clock()).isNotNegative();
        assertThat(warm.processor()).isLessThanOrEqualTo(warm.clock() + 10);
    }

    @Test
    void a_start_with_a_cache_has_one_or_says_that_there_is_none() throws IOException {
        try {
            assertThat(FirstPointMeasure.of(8, FirstPointMeasure.Start.CACHED).clock()).isPositive();
        } catch (IOException none) {
            assertThat(none).hasMessageContaining("no cache of classes");
        }
    }
}
