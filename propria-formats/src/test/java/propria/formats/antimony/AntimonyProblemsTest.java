package propria.formats.antimony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

class AntimonyProblemsTest {

    private static List<Problem> problems(String text) {
        ProblemException refused = catchThrowableOfType(ProblemException.class,
                () -> AntimonyReader.readText(text, "bad.ant"));
        assertThat(refused).as("the text should be refused:%n%s", text).isNotNull();
        return refused.problems();
    }

    private static String shown(Problem problem) {
        return problem.code() + " " + problem.place().map(Object::toString).orElse("");
    }

    /// Statements are separated by `|` here, which stands for a line end.
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
                x = 3 @ 4                                       ~ A101 1:7
                x is "name|y = 1                                ~ A102 1:6
                x = 1 /* never closed                           ~ A103 1:7
                x = 1e999                                       ~ A104 1:5
                x = (3 + ; y = 2                                ~ A110 1:10
                x = 3 +| y = 2                                  ~ A110 2:4
                model a()| x = 1                                ~ A112 1:1
                x = 1|end                                       ~ A112 2:1
                x = 1|model *a()|end                            ~ A113 1:1
                compartment C = 1|species A = 1, B = 1 in C     ~ A114 2:9
                x = 1 < 2 < 3                                   ~ A115 1:11
                x = 2^3^4                                       ~ A115 1:8
                function f(x) x end                             ~ A201
                maximize J; J: A -> ; A; A = 1                  ~ A117 1:1
                --a--b--; a = 1                                 ~ A116 1:1
                model *a()|end|model *b()|end                   ~ A202 3:1
                model a()|end|model a()|end                     ~ A203 3:1
                function f(x) x end|function f(x) x end|x = 1   ~ A203 2:1
                A: nowhere()                                    ~ A204 1:1
                model a(x, y)|z = x + y|end|A: a(w); w = 1      ~ A205 4:1
                model a()|A: a()|end                            ~ A206 2:1
                x := y + 1                                      ~ A210 1:6
                A -> B; k*A; k = 1; A = 1                       ~ A210 1:6
                model a()|x = 1|end|A: a(); A.y = 2             ~ A210 4:9
                x = 1; x = 2                                    ~ A211 1:8
                x = 1; x := y; y = 2                            ~ A211 1:8
                x := y; y = 2; x' = 3                           ~ A211 1:16
                unit a = 2 second; unit a = 3 second; x = 1     ~ A211 1:20
                A: S -> ; S; S = 1; species A                   ~ A212 1:29
                x := hil(y, 2); y = 1                           ~ A213 1:6
                x := uniform(0, 1, 2)                           ~ A214 1:6
                x := exp(y, 2); y = 1                           ~ A214 1:6
                function f(x) x end|y := f(1, 2)                ~ A214 2:6
                function exp(x) x end|y = 1                     ~ A215 1:1
                x := y > 1; y = 1                               ~ A216 1:6
                x := piecewise(1, y, 2); y = 1                  ~ A216 1:19
                pi = 3                                          ~ A217 1:1
                model a()|x = 1|end|A: a(); y := A              ~ A218 4:14
                x = 1; x has dya; unit day = 86400 second       ~ A220 1:14
                x = 1; x.confidenceInterval = {3, 2}            ~ A221 1:8
                x = 1; x isDescribdBy "urn:x"                   ~ A222 1:8
                model a()|x = 1; y := x|end|A: a(); delete A.x  ~ A223 2:13
                at x > 1, presistent = true: x = 0; x = 1       ~ A224 1:11
                at x > 1, t0 = 3: x = 0; x = 1                  ~ A216 1:16
                function f(x) g(x) end|function g(x) f(x) end|y = 1 ~ A225 1:1
                unit a = 2 b; unit b = 3 a; x = 1               ~ A226 1:1
                x is y; y is x; x = 1                           ~ A227 1:9
                const k = 1; var k                              ~ A211 1:18
            model a()|x = 1|end|A: a(); A__x = 2            ~ A228 4:9
            function f(x) x end|f = 1                       ~ A228 2:1
            x is ```never closed                            ~ A102 1:6
                x = 3 mole / second                             ~ A110 1:12
                """)
    void each_fault_has_a_code_and_a_place(String text, String expected) {
        List<Problem> problems = problems(text.strip().replace("|", "\n"));

        String place = expected.contains(" ") ? expected.replace(" ", " bad.ant:") : expected + " bad.ant";
        assertThat(problems.stream().map(AntimonyProblemsTest::shown)).contains(place);
        assertThat(problems).allMatch(problem -> !problem.fix().isBlank());
    }

    @Test
    void several_faults_are_reported_at_once_in_the_order_of_the_text() {
        assertThat(problems("x = 3 +* 2\ny = )\nz = (1, 2)\n").stream().map(AntimonyProblemsTest::shown))
                .containsExactly("A110 bad.ant:1:8", "A110 bad.ant:2:5", "A110 bad.ant:3:7");
        assertThat(problems("a := b\nc := d\ne := g(1)\n").stream().map(Problem::code))
                .containsExactly("A210", "A210", "A213");
    }

    @Test
    void an_unknown_name_is_met_with_the_nearest_known_one() {
        Problem problem = problems("butyrate = 1\nx := 2*butyrat").getFirst();

        assertThat(problem.what()).isEqualTo("butyrat is not defined.");
        assertThat(problem.fix()).isEqualTo("Did you mean butyrate?");
    }

    @Test
    void both_places_of_a_double_definition_are_named() {
        Problem problem = problems("k = 1\nm = 2\nk = 3").getFirst();

        assertThat(problem.place().map(Object::toString)).hasValue("bad.ant:3:1");
        assertThat(problem.why()).contains("bad.ant:1:1");
    }

    @Test
    void sub_models_that_disagree_about_a_shared_name_are_refused_unless_the_outer_model_decides() {
        String inner = "model a(x)\n x = 1\nend\nmodel b(x)\n x = 2\nend\n";

        assertThat(problems(inner + "model *m()\n A: a(s)\n B: b(s)\nend").getFirst().code()).isEqualTo("A211");
        assertThat(AntimonyReader.readText(inner + "model *m()\n A: a(s)\n B: b(s)\n s = 3\nend", "good.ant")
                .parameters().getFirst().value()).hasValue(3);
    }

    @Test
    void files_that_import_each_other_are_refused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.ant"), "import \"b.ant\"\nx = 1\n");
        Files.writeString(folder.resolve("b.ant"), "import \"a.ant\"\n");

        ProblemException refused = catchThrowableOfType(ProblemException.class,
                () -> AntimonyReader.read(folder.resolve("a.ant")));

        assertThat(refused.problems()).extracting(Problem::code).containsExactly("A107");
        assertThat(refused.problems().getFirst().why()).isEqualTo("a.ant imports b.ant imports a.ant");
    }

    @Test
    void a_file_above_5_megabytes_or_in_no_known_text_encoding_is_refused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("large.ant"), "// " + "x".repeat(5_000_000) + "\nx = 1");
        Files.write(folder.resolve("latin.ant"), new byte[]{'x', '=', (byte) 0xe9});

        assertThat(catchThrowableOfType(ProblemException.class,
                () -> AntimonyReader.read(folder.resolve("large.ant")))).hasMessageContaining("A105");
        assertThat(catchThrowableOfType(ProblemException.class,
                () -> AntimonyReader.read(folder.resolve("latin.ant")))).hasMessageContaining("A106");
        assertThat(catchThrowableOfType(ProblemException.class,
                () -> AntimonyReader.read(folder.resolve("absent.ant")))).hasMessageContaining("There is no such file");
    }

    @Test
    void statements_that_an_import_would_lose_are_refused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.ant"), "import \"b.ant\"\nmodel *m()\n x = 1\nend\n");
        Files.writeString(folder.resolve("b.ant"), "unit day = 86400 second\ny = 2\n");

        ProblemException refused = catchThrowableOfType(ProblemException.class,
                () -> AntimonyReader.read(folder.resolve("a.ant")));

        assertThat(refused.problems()).extracting(Problem::code).containsExactly("A208");
    }

    @Test
    void endless_nesting_is_refused_rather_than_overflowing() {
        assertThat(problems("x = " + "(".repeat(100_000)).getFirst().code()).isEqualTo("A111");
        assertThat(problems("x = " + "-".repeat(100_000) + "1").getFirst().code()).isEqualTo("A111");
    }

    @Test
    void long_chains_neither_overflow_nor_take_long() {
        String sum = "y" + " + y".repeat(100_000);
        assertThat(AntimonyReader.readText("y = 1; x := " + sum + "\nx.mean = " + sum, "long").rules()).hasSize(1);
        assertThat(problems("y = 1; x := y" + "/y".repeat(100_000)).getFirst().code()).isEqualTo("A111");
        assertThat(problems("\\".repeat(1_000_000)).getFirst().code()).isEqualTo("A101");
        assertThat(problems("a := b\n".repeat(1) + IntStream.range(0, 20_000).mapToObj(i -> "x" + i + " := u" + i)
                .collect(Collectors.joining("\n")))).hasSize(100);
    }

    @Test
    void sub_models_that_double_at_every_level_are_refused() {
        String models = IntStream.range(0, 40).mapToObj(i -> "model m" + i + "()\n"
                + (i == 0 ? "x = 1" : "a: m" + (i - 1) + "()\nb: m" + (i - 1) + "()") + "\nend\n")
                .collect(Collectors.joining());

        assertThat(problems(models)).extracting(Problem::code).containsExactly("A207");
    }

    @Test
    void every_code_in_the_source_is_listed_and_every_listed_code_is_used() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/propria/formats/antimony"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Pattern.compile("\"(A\\d{3})\"").matcher(Files.readString(file)).results()
                        .forEach(match -> used.add(match.group(1)));
            }
        }
        try (InputStream table = Objects.requireNonNull(
                AntimonyReader.class.getResourceAsStream("/propria/formats/problems.tsv"))) {
            Set<String> listed = new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> line.startsWith("A")).peek(line -> assertThat(line.split("\t")).hasSize(4))
                    .map(line -> line.substring(0, 4)).collect(Collectors.toCollection(TreeSet::new));
            assertThat(listed).isEqualTo(used);
        }
    }
}
