package propria.study.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import propria.engine.Method;
import propria.engine.Tolerances;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.Study;
import propria.study.Toy;

class StudyFileTest {

    @TempDir
    private Path folder;

    @Test
    void a_study_is_read_with_everything_that_it_names() {
        Study study = Toy.study();
        assertThat(study.arms()).extracting("id").containsExactly("vehicle", "cells");
        assertThat(study.arms().getLast().regimens().getFirst().at()).containsExactly(1.0, 4.0);
        assertThat(study.phases().getLast().exposures().getFirst().value()).isEqualTo(3);
        assertThat(study.measurements().getFirst().time()).isEqualTo(7);
        assertThat(study.measurements().getLast().isDirection()).isTrue();
        assertThat(study.seed()).isEqualTo(7);
    }

    /// The first column is a piece of the study, the second what stands there instead, the third the code, the fourth a
    /// word of the way out or the reason.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "question: Do|qestion: Do|Y010|question",
            "propria: 1|propria: 2|S015|propria: 1",
            "model: toy|model: toi|S001|toy",
            "population: wild-type|population: wild-typ|S002|wild-type",
            "species: mouse|species: rat|S002|mouse",
            "per_arm: 4|per_arm: 0|S014|whole number",
            "per_arm: 4|per_arm: -3|S014|whole number",
            "draws: 12|draws: 1.5|S014|whole number",
            "draws: 12|draws: .inf|Y012|number",
            "parameters: prior|parameters: priors|S016|prior",
            "product: cells|product: cels|S003|cells",
            "route: intravenous|route: intravenus|S004|intravenous",
            "route: intravenous|route: enema|S005|intravenous",
            "role: naive_msc|role: naive|S009|vehicle",
            "observe: [score, weight]|observe: [scores]|S007|score",
            "observe: [score, weight]|observe: [score, score]|S020|keep one",
            "observable: score|observable: scor|S007|score",
            "compare: [cells, vehicle]|compare: [cell, vehicle]|S006|cells",
            "compare: [cells, vehicle]|compare: [cells]|S017|compare",
            "compare: [cells, vehicle]|compare: [cells, cells]|S017|compare",
            "{poison: 3 %}|{poisn: 3 %}|S008|poison",
            "{poison: 3 %}|{poison: 3}|S010|number with a unit",
            "{poison: 3 %}|{poison: 3 mg}|S012|%",
            "{poison: 3 %}|{poison: 30 %}|S025|at most 10 %",
            "{poison: 3 %}|{poison: -3 %}|S013|below zero",
            "{poison: 3 %}|{poison: NaN %}|S013|finite",
            "amount: 1e6 cells|amount: 1e6 celsl|S011|cell",
            "amount: 1e6 cells|amount: 200 ug|S012|cells",
            "amount: 1e6 cells|amount: cells|S010|1e6 cells",
            "amount: 1e6 cells|amount: -1e6 cells|S013|below zero",
            "amount: 1e6 cells|amount: 1e999 cells|S013|finite",
            "at: [1 d, 4 d]|at: [1 d, 9 d]|S023|-2 d to 7 d",
            "at: [1 d, 4 d]|at: [1 d, 4]|S010|unit",
            "at: [1 d, 4 d]|at: [1 d, 4 mg]|S012|d",
            "at: [1 d, 4 d]|at: []|S023|at:",
            "at: 7 d|at: 8 d|S024|-2 d to 7 d",
            "from: 0 d|from: -1 d|S021|overlap",
            "`from: 0 d, to: 7 d`|`from: 7 d, to: 0 d`|S022|swap",
            "id: vehicle|id: cells|S020|rename",
            "measurements: measurements.tsv|measurements: nothing.tsv|S030|create",
            "seed: 7|seed: 1.5|S014|whole number",
            "seed: 7|simulation: {method: dbf}|S057|bdf",
            "seed: 7|simulation: {method: automatic}|S057|radau",
            "seed: 7|simulation: {rtol: 0}|S058|1e-6",
            "seed: 7|simulation: {rtol: 1e-15}|S058|1e-6",
            "seed: 7|simulation: {atol: -1e-9}|S058|1e-6",
            "seed: 7|simulation: {rtol: .nan}|Y012|number",
            "seed: 7|simulation: {step: 1}|Y010|method",
            "retracted: exclude|retracted: use|E420|reason"})
    void bad_input_names_place_reason_and_way_out(String piece, String by, String code, String word) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class,
                () -> Toy.replaced(folder, piece, by));
        assertThat(thrown).as("accepted " + by).isNotNull();
        Problem problem = thrown.problems().stream().filter(p -> p.code().equals(code)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " in " + thrown.getMessage()));
        assertThat(problem.place()).isPresent();
        assertThat(problem.place().get().line()).isGreaterThan(0);
        assertThat(problem.toString()).contains(word);
        assertThat(problem.fix()).isNotEmpty();
    }

    @Test
    void a_study_says_how_its_courses_are_computed_and_an_absolute_tolerance_follows_the_relative_one() {
        assertThat(Toy.study().simulation()).isEqualTo(Study.Simulation.STANDARD);
        Study.Simulation simulation = Toy.replaced(folder, "seed: 7", "simulation: {method: radau, rtol: 1e-8}")
                .simulation();
        assertThat(simulation.method()).isEqualTo(Method.RADAU);
        assertThat(simulation.tolerances().relative()).isEqualTo(1e-8);
        assertThat(simulation.tolerances().absolute()).isCloseTo(1e-11, within(1e-20));
        assertThat(Toy.replaced(folder, "seed: 7", "simulation: {atol: 1e-12}").simulation().tolerances())
                .isEqualTo(new Tolerances(1e-6, 1e-12));
    }

    @Test
    void a_trial_is_not_simulated_in_another_way() {
        ProblemException thrown = catchThrowableOfType(ProblemException.class,
                () -> Toy.replaced(folder, "seed: 7", "simulation: {method: bdf}\ntrial: {}"));
        assertThat(thrown.problems()).extracting(Problem::code).contains("S059");
    }

    @Test
    void all_problems_are_found_at_once() {
        ProblemException thrown = catchThrowableOfType(ProblemException.class,
                () -> Toy.changed(folder, text -> text.replace("model: toy", "model: x").replace("3 %", "30 %")
                        .replace("product: cells", "product: y")));
        assertThat(thrown.problems()).extracting(Problem::code).contains("S001", "S025", "S003");
    }

    @Test
    void the_place_is_that_of_the_word_that_is_wrong() {
        ProblemException thrown = catchThrowableOfType(ProblemException.class,
                () -> Toy.replaced(folder, "{poison: 3 %}", "{poison: 30 %}"));
        assertThat(thrown.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place().orElseThrow().line()).isEqualTo(8);
            assertThat(problem.place().orElseThrow().column()).isEqualTo(54);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"vehicle\\tscore|vehicl\\tscore|S006", "vehicle\\tscore|vehicle\\tscor|S007",
            "\\t168\\th|\\t168\\tfortnight|S011", "\\t168\\th|\\tx\\th|S033", "\\t168\\th|\\t1680\\th|S024",
            "\\t2\\tscore|\\t2\\tkg|S012", "\\t2\\tscore|\\tNaN\\tscore|S033", "\\t2\\tscore|\\t9\\tscore|S033",
            "\\t0.2\\tSD|\\t0.2\\tSDD|S035", "\\t0.2\\tSD|\\t-0.2\\tSD|S013", "\\t8\\ttoy|\\t8.5\\ttoy|S033",
            "\\t-1\\tdirection|\\t-2\\tdirection|S033", "Fig. 1\\tvehicle|Fig. 1\\t|S034",
            "Fig. 1\\tvehicle|Fig. 1\\tnobody|S006", "arm\\tobservable|arms\\tobservable|S031",
            "vehicle\\tscore\\t168\\th|vehicle\\tscore|S032", "\\t8\\ttoy-2020|\\t0\\ttoy-2020|S033"})
    void bad_measurements_are_named_with_their_place(String piece, String by, String code) {
        String from = piece.replace("\\t", "\t");
        Path path = Toy.write(folder, text -> text, table -> {
            assertThat(table).contains(from);
            return table.replace(from, by.replace("\\t", "\t"));
        });
        ProblemException thrown = catchThrowableOfType(ProblemException.class,
                () -> StudyFile.read(path, Toy.library()));
        assertThat(thrown).isNotNull();
        assertThat(thrown.problems()).extracting(Problem::code).contains(code);
        assertThat(thrown.problems()).allSatisfy(p -> assertThat(p.place().orElseThrow().line()).isGreaterThan(0));
    }

    @Test
    void a_file_that_is_missing_or_too_large_is_refused() throws IOException {
        assertThatThrownBy(() -> StudyFile.read(folder.resolve("none"), Toy.library())).hasMessageContaining("Y001");
        Toy.write(folder, text -> text + "\n#" + "x".repeat(1 << 20), table -> table);
        assertThatThrownBy(() -> StudyFile.read(folder, Toy.library())).hasMessageContaining("Y002");
        Toy.write(folder, text -> text, table -> table + "\n#" + "x".repeat(5 << 20));
        assertThatThrownBy(() -> StudyFile.read(folder, Toy.library())).hasMessageContaining("S036");
        Files.write(folder.resolve("measurements.tsv"), new byte[]{(byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> StudyFile.read(folder, Toy.library())).hasMessageContaining("S031");
    }

    @Test
    void doses_may_be_stated_by_body_mass_and_in_other_units_of_the_same_kind() {
        Study study = Toy.replaced(folder, "amount: 1e6 cells", "amount: 5e6 cells/kg");
        assertThat(study.arms().getLast().regimens().getFirst().amount().unit()).isEqualTo("cells/kg");
        assertThat(Toy.replaced(folder, "{poison: 3 %}", "{burn: 0.1 g/kg}").phases().getLast().exposures())
                .singleElement().satisfies(e -> assertThat(e.value()).isCloseTo(100, within(1e-9)));
    }

    @Test
    void every_code_that_this_module_uses_is_explained() throws IOException {
        Path main = Path.of("src/main/java");
        List<String> known = Files.readAllLines(Path.of("src/main/resources/propria/study/problems.tsv")).stream()
                .map(line -> line.split("\t")).peek(cells -> assertThat(cells).hasSize(4)).map(cells -> cells[0])
                .toList();
        try (var files = Files.walk(main)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var codes = java.util.regex.Pattern.compile("\"([SL]\\d{3})\"").matcher(Files.readString(file));
                while (codes.find()) {
                    assertThat(known).contains(codes.group(1));
                }
            }
        }
    }
}
