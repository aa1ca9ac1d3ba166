package propria.bench.sbscl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import propria.bench.contender.Contender;
import propria.bench.contender.ContenderFailure;
import propria.bench.contender.OwnContender;
import propria.bench.contender.SbsclContender;
import propria.bench.workload.Workload;
import propria.bench.workload.Workloads;
import propria.engine.Method;
import propria.engine.Tolerances;

/// SBSCL where the property `propria.bench.sbscl` names it; it is in no repository that a build could ask.
class SbsclContenderTest {

    private static final String PROPERTY = "propria.bench.sbscl";

    private static SbsclProcess process() {
        Optional<SbsclLibrary> library = SbsclLibrary.find();
        Assumptions.assumeTrue(library.isPresent(), "SKIPPED: the property " + PROPERTY + " names no SBSCL");
        return new SbsclProcess();
    }

    @Test
    void sbscl_and_the_engine_come_to_one_solution() {
        Workload workload = Workloads.classic("hires");
        try (SbsclProcess process = process()) {
            double[] theirs = values(new SbsclContender(process, workload, 60), new Tolerances(1e-8, 1e-11));
            double[] own = values(new OwnContender(workload, Method.BDF), new Tolerances(1e-9, 1e-12));
            assertThat(theirs).hasSameSizeAs(own);
            for (int k = 0; k < own.length; k++) {
                assertThat(theirs[k]).isCloseTo(own[k], org.assertj.core.data.Offset.offset(1e-4));
            }
        }
    }

    @Test
    void sbscl_is_ended_when_its_time_is_up_and_serves_the_next_model() {
        Workload workload = Workloads.classic("hires");
        try (SbsclProcess process = process()) {
            Contender.Trial impatient = new SbsclContender(process, workload, 6).at(new Tolerances(1e-10, 1e-13));
            assertThatThrownBy(() -> impatient.run(1_000_000)).isInstanceOf(ContenderFailure.class)
                    .hasMessageContaining("not within 6 s");
            assertThatThrownBy(() -> impatient.run(1)).isInstanceOfSatisfying(ContenderFailure.class,
                    failure -> assertThat(failure.isLate()).isTrue());
            assertThat(values(new SbsclContender(process, workload, 60), new Tolerances(1e-4, 1e-7))).isNotEmpty();
        }
    }

    @Test
    void a_place_without_sbscl_is_refused_by_name() {
        String before = System.getProperty(PROPERTY, "");
        System.setProperty(PROPERTY, "nowhere");
        try {
            assertThatThrownBy(SbsclLibrary::find).isInstanceOf(SbsclFailure.class)
                    .hasMessageContaining("SBMLinterpreter");
        } finally {
            System.setProperty(PROPERTY, before);
        }
    }

    private static double[] values(Contender contender, Tolerances tolerances) {
        try (Contender.Trial trial = contender.at(tolerances)) {
            assertThat(trial.run(1)).isPositive();
            return trial.values();
        }
    }
}
