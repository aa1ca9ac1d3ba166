package propria.trial.patient.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.Study;
import propria.study.library.Library;
import propria.study.run.PreparedModel;
import propria.trial.course.CourseBank;
import propria.trial.patient.CoursePlan;
import propria.trial.patient.Donors;
import propria.trial.patient.Marginal;
import propria.trial.patient.PatientArm;
import propria.trial.patient.PatientSimulator;
import propria.trial.patient.PatientSpace;
import propria.trial.patient.TargetPopulation;
import propria.trial.patient.TargetPopulationReader;
import propria.trial.score.clinic.ClinicModel;
import propria.trial.score.clinic.VisitRecorder;

class CohortMethodTest {

    private static final Path ROOT = Path.of("..", "library").toAbsolutePath().normalize();
    private static final SourceLocation NOWHERE = SourceLocation.of("test");

    private static Library library = Library.read(ROOT);
    private static PreparedModel prepared = PreparedModel.read(new Study.Files(ROOT,
            ROOT.resolve("models/gut/gut.ant"), "gut", ROOT.resolve("evidence"), List.of()));
    private static ClinicModel clinic = ClinicModel.read(ROOT);

    private static CoursePlan plan(int patients, long seed) {
        return new CoursePlan(List.of(new PatientArm("untreated", List.of())), List.of(0.0, 84.0),
                VisitRecorder.QUANTITIES, 1, patients, Donors.NONE, seed);
    }

    private static PatientSpace space(String target, int patients, long seed) {
        return new PatientSpace(library, prepared, TargetPopulationReader.read(library, target), plan(patients, seed));
    }

    private static CohortMatch.Row row(CohortMatch match, String what, String measure) {
        return match.rows().stream().filter(r -> r.what().equals(what) && r.measure().equals(measure)).findFirst()
                .orElseThrow();
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"select", "mcmc", "perturb"})
    void each_method_brings_readings_and_their_correlation_to_the_target(String word) {
        PatientSpace space = space("crohn-fistula", 60, 3);
        Cohort cohort = new CohortSource(CohortMethod.named(word), clinic, 2).cohort(space, space.draw(0));
        assertThat(cohort.patients()).hasSize(60);
        CohortMatch match = CohortMatch.of(space, 0, cohort, new VisitRecorder(clinic, 3));
        for (String reading : List.of("CDAI", "PDAI")) {
            CohortMatch.Row middle = row(match, reading, "50 %");
            double spread = row(match, reading, "90 %").target() - row(match, reading, "10 %").target();
            assertThat(middle.expected()).as(reading).isCloseTo(middle.target(), within(0.2 * spread));
            assertThat(row(match, reading, "90 %").expected() - row(match, reading, "10 %").expected())
                    .as("spread of " + reading).isBetween(0.6 * spread, 1.4 * spread);
        }
        assertThat(row(match, "CDAI and PDAI", "Spearman").expected()).isCloseTo(0.2, within(0.35));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select", "mcmc", "perturb"})
    void each_method_chooses_the_same_people_on_any_number_of_threads(String word) {
        PatientSpace space = space("crohn-fistula", 8, 5);
        CohortMethod small = switch (CohortMethod.named(word)) {
            case DensitySelection _ -> new DensitySelection(2);
            case CohortChains _ -> new CohortChains(2, 3, 5, 40);
            case AcceptOrPerturb perturb -> perturb;
        };
        List<Candidate> one = new CohortSource(small, clinic, 1).cohort(space, space.draw(0)).patients();
        List<Candidate> three = new CohortSource(small, clinic, 3).cohort(space, space.draw(0)).patients();
        for (int i = 0; i < one.size(); i++) {
            assertThat(three.get(i).normals()).containsExactly(one.get(i).normals());
        }
    }

    @Test
    void the_patients_of_a_cohort_are_those_that_are_simulated() {
        CohortSource source = new CohortSource(new AcceptOrPerturb(0.25, 10), clinic, 2);
        PatientSpace space = space("crohn-fistula", 4, 9);
        Cohort cohort = source.cohort(space, space.draw(0));
        CourseBank bank = new PatientSimulator(library, prepared, 2)
                .simulate(space.target(), plan(4, 9), source).bank();
        int protein = VisitRecorder.QUANTITIES.indexOf("CRP_serum");
        int symptom = bank.shape().covariates().indexOf("symptom");
        for (int patient = 0; patient < 4; patient++) {
            Candidate person = cohort.patients().get(patient);
            assertThat(bank.value(0, patient, 0, 0, protein)).isEqualTo(person.standing()[protein]);
            assertThat(bank.covariate(0, patient, symptom)).isEqualTo(space.traits(person.normals()).get("symptom"));
        }
    }

    @Test
    void pairs_of_which_nothing_is_known_are_as_dependent_as_the_others_make_them() {
        SequencedMap<String, Marginal> baseline = new LinkedHashMap<>();
        for (String name : List.of("a", "b", "c")) {
            baseline.put(name, new Marginal(name, Marginal.Kind.NORMAL, 0, 1, Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY, List.of(), Optional.empty(), NOWHERE));
        }
        TargetPopulation star = TargetPopulationReader.read(library, "crohn-fistula");
        TargetDensity density = new TargetDensity(new TargetPopulation("x", "x", "x", star.population(),
                star.start(), star.traits(), List.of(), baseline,
                List.of(new TargetPopulation.Pair("a", "b", 0.5, Optional.empty(), NOWHERE),
                        new TargetPopulation.Pair("b", "c", 0.4, Optional.empty(), NOWHERE))));
        double ab = 2 * Math.sin(Math.PI * 0.5 / 6);
        double bc = 2 * Math.sin(Math.PI * 0.4 / 6);
        assertThat(density.correlation(0, 2)).isCloseTo(ab * bc, within(1e-10));
        double[] zero = {0, 0, 0};
        double[] one = {0, 1, 0};
        // the conditional precision of b in a chain: 1/(1 - ab^2) + 1/(1 - bc^2) - 1
        double precision = 1 / (1 - ab * ab) + 1 / (1 - bc * bc) - 1;
        assertThat(density.log(zero) - density.log(one)).isCloseTo(precision / 2, within(1e-10));
    }

    @Test
    void ranks_that_are_shared_are_averaged_in_a_rank_correlation() {
        // average ranks by hand: 29/38
        assertThat(CohortMatch.spearman(new double[]{1, 2, 2, 4, 5}, new double[]{2, 1, 4, 4, 5}))
                .isCloseTo(0.7631578947, within(1e-9));
    }

    @Test
    void an_unknown_method_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> CohortMethod.named("mcmcc")).isInstanceOf(ProblemException.class)
                .hasMessageContaining("mcmc").hasMessageContaining("perturb");
    }
}
