package propria.formats.petab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import propria.formats.petab.problem.Experiment;
import propria.formats.petab.problem.Observable;
import propria.formats.petab.problem.PetabParameter;
import propria.formats.petab.problem.PetabProblem;
import propria.formats.petab.write.ProblemText;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Problems are read with places, checked rule by rule, and written so that they read back equal.
class PetabReaderTest {

    @TempDir
    private Path folder;

    @Test
    void a_problem_of_version_2_is_read() {
        PetabProblem problem = PetabReader.read(new SampleProblem().in(folder));
        assertThat(problem.version()).isEqualTo(2);
        assertThat(problem.observables()).extracting(Observable::transformation)
                .containsExactly(Observable.Transformation.LOG, Observable.Transformation.LIN);
        assertThat(problem.experiments().getFirst().periods()).extracting(Experiment.Period::time)
                .containsExactly(0.0, 3.0);
        assertThat(problem.parameters()).extracting(PetabParameter::estimated).containsExactly(true, true, false);
        assertThat(problem.measurements().get(1).time()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(problem.modelEntity("rate")).isEqualTo("k");
        assertThat(problem.measurements().getFirst().place().line()).isEqualTo(2);
    }

    @Test
    void what_is_written_reads_back_equal() throws IOException {
        PetabProblem problem = PetabReader.read(new SampleProblem().in(folder));
        Path other = Files.createDirectory(folder.resolve("other"));
        List<Path> written = PetabWriter.write(problem, other, "again");
        PetabProblem again = PetabReader.read(written.getFirst());
        assertThat(ProblemText.files(again, "x")).isEqualTo(ProblemText.files(problem, "x"));
        assertThat(again.observables()).usingRecursiveComparison().ignoringFields("place")
                .isEqualTo(problem.observables());
        assertThat(again.conditions()).usingRecursiveComparison().ignoringFields("place", "changes.place")
                .isEqualTo(problem.conditions());
        assertThat(again.parameters()).usingRecursiveComparison()
                .ignoringFieldsOfTypes(propria.model.problem.SourceLocation.class).isEqualTo(problem.parameters());
    }

    @Test
    void a_problem_of_version_1_is_read_and_written() throws IOException {
        PetabProblem two = PetabReader.read(new SampleProblem().in(folder));
        Files.writeString(folder.resolve("model.xml"), propria.formats.sbml.SbmlWriter.write(two.model()));
        Files.writeString(folder.resolve("one.yaml"), """
                format_version: 1
                parameter_file: p1.tsv
                problems:
                - condition_files: [c1.tsv]
                  measurement_files: [m1.tsv]
                  observable_files: [o1.tsv]
                  sbml_files: [model.xml]
                """);
        Files.writeString(folder.resolve("p1.tsv"),
                "parameterId\tparameterScale\tlowerBound\tupperBound\tnominalValue\testimate\tobjectivePriorType\tobjectivePriorParameters\n"
                        + "a0\tlog10\t0.1\t10\t2\t1\tparameterScaleNormal\t0;1\nsd\tlin\t\t\t0.1\t0\t\t\n");
        Files.writeString(folder.resolve("c1.tsv"), "conditionId\tk\tB\nbefore\t0.1\t2\nafter\t0.5\tNaN\n");
        Files.writeString(folder.resolve("o1.tsv"),
                "observableId\tobservableFormula\tobservableTransformation\tnoiseFormula\n"
                        + "y\tobservableParameter1_y * A\tlog10\tnoiseParameter1_y\n");
        Files.writeString(folder.resolve("m1.tsv"),
                "observableId\tpreequilibrationConditionId\tsimulationConditionId\ttime\tmeasurement\tobservableParameters\tnoiseParameters\n"
                        + "y\tbefore\tafter\t1\t0.7\t2\tsd\n");
        PetabProblem one = PetabReader.read(folder.resolve("one.yaml"));
        assertThat(one.experiments().getFirst().periods()).extracting(Experiment.Period::isPreEquilibration)
                .containsExactly(true, false);
        assertThat(one.observables().getFirst().transformation()).isEqualTo(Observable.Transformation.LOG10);
        assertThat(one.parameters().getFirst().nominal()).isEqualTo(OptionalDouble.of(2));
        Path other = Files.createDirectory(folder.resolve("v1"));
        PetabProblem again = PetabReader.read(PetabWriter.write(one, other, "again").getFirst());
        assertThat(ProblemText.files(again, "x")).isEqualTo(ProblemText.files(one, "x"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "P101 | problem.yaml | [measurements.tsv] | [nothere.tsv]",
            "P103 | measurements.tsv | measurement\t | measurment\t", "P105 | parameters.tsv | a0\t | \t",
            "P106 | measurements.tsv | 1.2 | one", "P107 | measurements.tsv | \ts\t0.1 | \ts+1\t0.1",
            "P108 | observables.tsv | laplace | gamma", "P110 | conditions.tsv | B + 1 | B +",
            "P111 | conditions.tsv | B + 1 | B $ 1", "P113 | conditions.tsv | B + 1 | floor(B)",
            "P114 | conditions.tsv | B + 1 | exp(B, 1)", "P120 | problem.yaml | 2.0.0 | 3.0.0",
            "P121 | problem.yaml | [measurements.tsv] | [../m.tsv]",
            "P122 | problem.yaml | antimony | pysb", "P201 | mapping.tsv | rate\tk | exp\tk",
            "P202 | parameters.tsv | s\t0.1 | a0\t0.1", "P203 | measurements.tsv | y\te1\t1 | y\te2\t1",
            "P204 | measurements.tsv | s\t0.1 | \t0.1", "P205 | measurements.tsv | s\t0.1 | unknown\t0.1",
            "P206 | parameters.tsv | 0.1\t10\t2 | 10\t0.1\t2",
            "P206 | parameters.tsv | noise\t\t\t0.1\tfalse | noise\t\t\t\tfalse",
            "P207 | parameters.tsv | log-normal | lognormal", "P207 | parameters.tsv | 0.5;1 | 0.5",
            "P208 | conditions.tsv | c0\tA | c0\ttotal", "P208 | conditions.tsv | c0\tA | c0\ta0",
            "P208 | conditions.tsv | c0\tA | c0\tnothing", "P209 | experiments.tsv | 3\tc1 | 0\tc2",
            "P210 | observables.tsv | scale * A | scale * C", "P211 | observables.tsv | scale * A | scale * z",
            "P212 | observables.tsv | y\tscaled A | A\tscaled A", "P213 | measurements.tsv | 1.2 | -1.2",
            "P214 | measurements.tsv | e1\t1\t | e1\t-1\t"})
    void each_rule_is_seen_when_it_is_broken(String code, String file, String old, String fresh) {
        SampleProblem sample = new SampleProblem();
        sample.replace("conditions.tsv", "c1\tB\tB + 1\n", "c1\tB\tB + 1\nc2\tA\t1\n");
        sample.replace(file, old.replace("\\t", "\t"), fresh == null ? "" : fresh);
        assertThatThrownBy(() -> PetabReader.read(sample.in(folder))).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problems()).extracting(Problem::code).contains(code));
    }

    @Test
    void extensions_and_several_models_are_refused() {
        SampleProblem extended = new SampleProblem();
        extended.files.computeIfPresent("problem.yaml",
                (_, text) -> text + "extensions: {sciml: {version: 1, required: true}}\n");
        assertThatThrownBy(() -> PetabReader.read(extended.in(folder))).hasMessageContaining("P124")
                .hasMessageContaining("sciml");
        SampleProblem two = new SampleProblem();
        two.replace("problem.yaml", "model_files:\n",
                "model_files:\n  other: {language: antimony, location: decay.ant}\n");
        assertThatThrownBy(() -> PetabReader.read(two.in(folder))).hasMessageContaining("P123");
    }
}
