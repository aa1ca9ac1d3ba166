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
import propria.formats.antimony.AntimonyReader;

/// SBSCL where the property `propria.bench.sbscl` names it; it is in no repository that a build could ask.
class SbsclContenderTest {

    private static final String PROPERTY = "propria.bench.sbscl";

    @Test
    void sbscl_and_the_engine_come_to_one_solution() {
        Optional<SbsclLibrary> library = SbsclLibrary.find();
        Assumptions.assumeTrue(library.isPresent(), "SKIPPED: the property " + PROPERTY + " names no SBSCL");
        Workload workload = Workloads.classic("hires");
        double[] theirs = values(new SbsclContender(library.orElseThrow(), workload), new Tolerances(1e-8, 1e-11));
        double[] own = values(new OwnContender(workload, Method.BDF), new Tolerances(1e-9, 1e-12));
        assertThat(theirs).hasSameSizeAs(own);
        for (int k = 0; k < own.length; k++) {
            assertThat(theirs[k]).isCloseTo(own[k], org.assertj.core.data.Offset.offset(1e-4));
        }
    }

    @Test
    void a_model_with_events_is_left_out_because_sbscl_may_not_come_back() {
        Optional<SbsclLibrary> library = SbsclLibrary.find();
        Assumptions.assumeTrue(library.isPresent(), "SKIPPED: the property " + PROPERTY + " names no SBSCL");
        Workload workload = Workload.of("reset",
                AntimonyReader.readText("model reset\n  x = 1\n  x' = x\n  at x > 2: x = 1\nend\n", "reset.ant"), 10,
                5);
        assertThatThrownBy(() -> new SbsclContender(library.orElseThrow(), workload))
                .isInstanceOf(ContenderFailure.class).hasMessageContaining("events");
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
