package propria.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import propria.app.exchange.StudyExport.Target;
import propria.app.exchange.StudyExport.Written;
import propria.app.experiment.Experiment;
import propria.app.files.ExperimentFile;
import propria.app.files.FileKind;
import propria.formats.omex.OmexReader;
import propria.formats.petab.PetabReader;
import propria.formats.petab.problem.PetabProblem;
import propria.formats.sedml.document.SedModel;
import propria.model.expression.Expression;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;

/// Two roads: the typical subjects of a study as a run simulates them, and the files of the export alone.
class StudyExportTest {

    private static final Path LIBRARY = Path.of("../propria-study/src/test/resources/library");

    /// Everything that can be done to a subject: levels, boluses, doses with a dead part, caps, infusions, parameters of
    /// products, arms that are spared, another population that lives before the study.
    private static final String STUDY = """
            propria: 1
            title: All that can be done
            question: Does it survive an export?
            model: toy
            subjects: {species: mouse, population: wild-type, per_arm: 2}
            phases:
              - {name: healthy, from: -2 d, to: 0 d}
              - {name: ill, from: 0 d, to: 3 d, insult: {poison: 3 %, burn: 100 mg/kg}}
              - {name: milder, from: 3 d, to: 5 d, insult: {poison: 1 %}}
              - {name: over, from: 5 d, to: 7 d}
            arms:
              - {id: vehicle, name: Vehicle, role: vehicle}
              - id: cells
                name: Cells
                role: naive_msc
                regimen: [{product: cells, amount: 1e6 cells, route: intravenous, at: [1 d, 4 d]}]
              - id: primed
                name: Primed
                role: primed_msc
                regimen:
                  - {product: primed_cells, amount: 5e5 cells, route: intravenous, at: [1 d, 1.25 d, 4 d]}
              - id: flow
                name: Flow
                role: standard_of_care
                regimen: [{product: drug, amount: 20 mg/kg, route: enema, at: [0.5 d, 1 d], over: 1.5 d}]
              - {id: healthy, name: Healthy, role: untreated, insult_free: true}
              - {id: thin, name: Thin, role: untreated, population: thin}
            observe: [score, weight, tissue]
            endpoints:
              - {id: score_day7, observable: score, at: 7 d, compare: [cells, vehicle]}
            measurements: measurements.tsv
            uncertainty: {parameters: prior, draws: 3}
            """;

    private static final String MEASUREMENTS = """
            arm	observable	time	time_unit	value	unit	spread	spread_kind	n	source	place	comparator
            vehicle	score	7	d	2	score	0.2	SD	8	toy-2020	Fig. 1
            cells	weight	4	d	90	%	1	SEM	8	toy-2020	Fig. 1
            primed	score	5	d	1	score				toy-2020	Fig. 1
            flow	tissue	6.5	d	1	fold of healthy	0.3	unknown	4	toy-2020	Fig. 2
            healthy	tissue	2	d	1	fold of healthy	0.3	SD		toy-2020	Fig. 2
            thin	weight	3	d	80	%	2	SD	5	toy-2020	Fig. 3
            cells	score	7	d	-1	direction				toy-2020	Fig. 1	vehicle
            """;

    @TempDir
    private Path folder = Path.of("");

    private Study study() throws IOException {
        return study(MEASUREMENTS);
    }

    private Study study(String measurements) throws IOException {
        Path place = Files.createDirectories(folder.resolve("everything"));
        Files.writeString(place.resolve("study.yaml"), STUDY);
        Files.writeString(place.resolve("measurements.tsv"), measurements);
        return StudyFile.read(place, Library.read(LIBRARY));
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_of_file_repeats_the_study_from_itself_alone(Target target) throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        Written written = new StudyExport(study()).write(target, out);
        assertThat(written.difference().size()).as(written.difference().toString()).isLessThan(1e-7);
        assertThat(written.files()).isNotEmpty().allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }

    @Test
    void the_problem_of_a_study_has_its_numbers_and_what_it_leaves_open() throws IOException {
        Written written = new StudyExport(study()).write(Target.PETAB, Files.createDirectories(folder.resolve("out")));
        assertThat(written.leftOut()).startsWith("1 of 7 measurements are directions");
        PetabProblem problem = PetabReader.read(written.files().getFirst());
        assertThat(problem.measurements()).hasSize(6);
        assertThat(problem.experiments()).hasSize(6);
        assertThat(problem.parameters()).extracting(p -> p.id()).contains("estimated_k_wound", "estimated_E_cells",
                "error_score", "error_tissue").doesNotContain("error_weight", "estimated_k_loss");
        assertThat(problem.measurements().getFirst().noiseParameters())
                .containsExactly(new Expression.Constant(0.2 / StrictMath.sqrt(8)));
    }

    @Test
    void a_study_without_numbers_is_no_estimation_problem() throws IOException {
        StudyExport export = new StudyExport(study(MEASUREMENTS.lines().filter(
                line -> line.startsWith("arm") || line.contains("direction")).collect(Collectors.joining("\n"))));
        assertThatThrownBy(() -> export.write(Target.PETAB, folder)).hasMessageContaining("U366");
    }

    @Test
    void the_archive_holds_model_experiment_and_study_and_its_arms_differ() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        Path archive = new StudyExport(study()).write(Target.OMEX, out).files().getFirst();
        assertThat(OmexReader.read(archive).entries()).extracting(e -> e.location())
                .containsExactly("metadata.rdf", "everything.sedml", "everything.xml", "study.yaml",
                        "measurements.tsv", "results/everything/table_vehicle.csv",
                        "results/everything/table_cells.csv", "results/everything/table_primed.csv",
                        "results/everything/table_flow.csv", "results/everything/table_healthy.csv",
                        "results/everything/table_thin.csv");
        ExperimentFile experiment = ExperimentFile.open(archive).getFirst();
        assertThat(experiment.document().models()).extracting(SedModel::source).containsOnly("everything.xml");
        Experiment done = Experiment.run(experiment);
        assertThat(done.warnings()).isEmpty();
        List<Double> last = List.of("vehicle", "cells", "primed", "flow", "healthy").stream()
                .map(arm -> score(done, arm))
                .map(course -> course[course.length - 1]).toList();
        assertThat(last).doesNotHaveDuplicates();
        assertThat(last.getLast()).isZero();
        double[] vehicle = score(done, "vehicle");
        assertThat(Arrays.stream(vehicle).max().orElse(0)).isGreaterThan(1);
    }

    private static double[] score(Experiment done, String arm) {
        return Experiments.flat(Objects.requireNonNull(done.data().get("data_" + arm + "_score"))).toArray();
    }

    @Test
    void an_export_that_loses_a_dose_would_be_seen() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        StudyExport export = new StudyExport(study());
        Path file = export.write(Target.SEDML, out).files().getFirst();
        String text = Files.readString(file);
        Files.writeString(file, text.replace("newValue=\"900000.0\"", "newValue=\"900100.0\""));
        assertThat(Files.readString(file)).isNotEqualTo(text);
        assertThat(export.compare(Experiment.run(ExperimentFile.open(file).getFirst())).isSame()).isFalse();
    }

    @Test
    void a_model_and_an_experiment_are_converted_and_back() throws IOException {
        Path ant = LIBRARY.resolve("models/toy/toy.ant");
        Conversion.Options options = new Conversion.Options(5, 50, java.util.Optional.empty(),
                java.util.Optional.empty(), propria.formats.sbml.level.SbmlLevel.NEWEST);
        Path omex = folder.resolve("toy.omex");
        assertThat(Conversion.ofModel(propria.formats.antimony.AntimonyReader.read(ant), omex, FileKind.OMEX, options)
                .written()).containsExactly(omex);
        Path sedml = folder.resolve("again.sedml");
        assertThat(Conversion.ofExperiments(ExperimentFile.open(omex), sedml, FileKind.SEDML, options).difference()
                .size()).isZero();
        Path sbml = folder.resolve("back.xml");
        assertThat(Conversion.ofExperiments(ExperimentFile.open(sedml), sbml, FileKind.SBML, options).written())
                .containsExactly(sbml);
        assertThat(new ModelComparison(5, 50).of(propria.formats.antimony.AntimonyReader.read(ant),
                propria.formats.sbml.SbmlReader.read(sbml)).isSame()).isTrue();
    }
}
