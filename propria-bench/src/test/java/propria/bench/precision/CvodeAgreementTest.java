package propria.bench.precision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import propria.bench.ccode.CModelWriter;
import propria.bench.ccode.NotInC;
import propria.bench.contender.Contender;
import propria.bench.contender.ContenderFailure;
import propria.bench.contender.CvodeContender;
import propria.bench.contender.OwnContender;
import propria.bench.sundials.CvodeLibrary;
import propria.bench.sundials.CvodeSetup;
import propria.bench.sundials.Tools;
import propria.bench.workload.Workload;
import propria.bench.workload.Workloads;
import propria.engine.Method;
import propria.engine.Tolerances;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;

/// CVODE over generated C and the engine are two roads to one solution.
class CvodeAgreementTest {

    private static final double RELATIVE = 1e-9;
    private static final double AGREED = 1e-6;
    private static final Path BIOMODELS = Tools.ROOT.resolve("../shared/conformance/biomodels");

    @Test
    void the_gut_with_doses_has_one_solution() {
        Library library = Library.read(Tools.ROOT.resolve("library"));
        Study study = StudyFile.read(Tools.ROOT.resolve("library/studies/dss-uc-msc/study.yaml"), library);
        Workload course = Workloads.course(study);
        assertThat(course.changes()).hasSizeGreaterThan(3);
        assertThat(largestError(course, 1e-3)).isLessThan(AGREED);
    }

    @Test
    void classic_problems_have_one_solution() {
        for (Workloads.Classic classic : Workloads.CLASSICS) {
            assertThat(errorOf(classic.workload()).orElseThrow()).as(classic.name()).isLessThan(AGREED);
        }
    }

    @Test
    @Tag("slow")
    void stiff_models_of_others_have_one_solution() throws IOException {
        if (!Files.isDirectory(BIOMODELS)) {
            assertThat(Tools.isContinuousIntegration()).as("%s is required in continuous integration", BIOMODELS)
                    .isFalse();
            Assumptions.abort("SKIPPED: no models at " + BIOMODELS);
        }
        List<String> disagreements = new ArrayList<>();
        int compared = 0;
        for (Workload workload : Workloads.folder(BIOMODELS, 100, _ -> true).workloads()) {
            Optional<Double> error = errorOf(workload);
            compared += error.isPresent() ? 1 : 0;
            error.filter(e -> !(e < 1e-4)).ifPresent(e -> disagreements.add(workload.name() + ": " + e));
        }
        assertThat(compared).isGreaterThan(35);
        assertThat(disagreements).isEmpty();
    }

    /// Empty where one of both cannot simulate the model.
    private static Optional<Double> errorOf(Workload workload) {
        try {
            List<Contender> contenders = List.of(new OwnContender(workload, Method.BDF));
            double floor = Reference.floor(workload.subject(), contenders);
            return Optional.of(largestError(workload, floor));
        } catch (NotInC | NoReference | ContenderFailure e) {
            return Optional.empty();
        }
    }

    private static double largestError(Workload workload, double floor) {
        CvodeLibrary library = Tools.chain()
                .compile(CModelWriter.write(workload.model(), workload.compiled(), workload.outputs()));
        double[] own = solve(new OwnContender(workload, Method.AUTOMATIC), floor);
        double worst = 0;
        for (CvodeSetup setup : CvodeSetup.values()) {
            double[] other = solve(new CvodeContender(workload, library, setup), floor);
            double[] floors = workload.sizes();
            for (int i = 0; i < floors.length; i++) {
                floors[i] = floor / floors[i];
            }
            ErrorMeasure measure = new ErrorMeasure(workload.outputs().size(), floors);
            worst = Math.max(worst, measure.of(other, own).rootMeanSquare());
        }
        return worst;
    }

    private static double[] solve(Contender contender, double floor) {
        try (Contender.Trial trial = contender.at(new Tolerances(RELATIVE, RELATIVE * floor))) {
            assertThat(trial.run(1)).isPositive();
            assertThat(trial.steps()).isPositive();
            return trial.values();
        }
    }
}
