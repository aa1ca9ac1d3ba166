package propria.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files of other formats at the command line.
class ExchangeCommandsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_shipped_study_is_exported_and_its_archive_runs_alone() {
        Path out = folder.resolve("out");
        Call export = Call.of("export", "tnbs-course", "--to", "omex", "--out", out.toString());
        assertThat(export.exit()).as(export.err()).isZero();
        assertThat(export.out()).contains("omex: run again from the files alone, largest relative difference");
        Call run = Call.of("simulate", out.resolve("tnbs-course.omex").toString(), "--out",
                folder.resolve("again").toString());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(folder.resolve("again")).isDirectoryContaining("glob:**.svg").isDirectoryContaining("glob:**.csv");
    }

    @Test
    void an_archive_is_verified_by_the_results_that_it_keeps() throws Exception {
        Path archive = folder.resolve("tnbs-course.omex");
        assertThat(Call.of("export", "tnbs-course", "--to", "omex", "--out", folder.toString()).exit()).isZero();
        assertThat(Call.of("verify", archive.toString())).satisfies(call -> {
            assertThat(call.exit()).as(call.err()).isZero();
            assertThat(call.out()).contains("MATCH", "the same to the last byte");
        });
        edit(archive, "results/tnbs-course/table_tnbs.csv", text -> text.replaceFirst("(?m)^1\\.0,[^,]*", "1.0,77"));
        assertThat(Call.of("verify", archive.toString())).satisfies(call -> {
            assertThat(call.exit()).isEqualTo(5);
            assertThat(call.out()).contains("DIFFERENT: results/tnbs-course/table_tnbs.csv line ");
        });
        Path plain = folder.resolve("plain.omex");
        Path model = Files.writeString(folder.resolve("p.ant"), "model m() species S = 2; R: S -> ; S; end");
        assertThat(Call.of("convert", model.toString(), plain.toString()).exit()).isZero();
        assertThat(Call.of("verify", plain.toString()).err()).contains("error[U352]");
    }

    private static void edit(Path archive, String name, UnaryOperator<String> change) throws Exception {
        try (FileSystem zip = FileSystems.newFileSystem(archive)) {
            Path entry = zip.getPath(name);
            String text = Files.readString(entry);
            String changed = change.apply(text);
            assertThat(changed).isNotEqualTo(text);
            Files.writeString(entry, changed);
        }
    }

    @Test
    void names_that_are_words_of_antimony_are_written_otherwise_and_said() throws Exception {
        Path model = Files.writeString(folder.resolve("words.ant"), """
                model words()
                  unit hour = 3600 second
                  compartment c = 2
                  species S in c = 3
                  k = 0.1
                  rate := k * S
                  J: S -> ; rate * c
                  E: at (time > 2): k = 0.2
                end
                """);
        Path sbml = folder.resolve("words.xml");
        assertThat(Call.of("convert", model.toString(), sbml.toString()).exit()).isZero();
        String text = Files.readString(sbml).replaceAll("\"c\"", "\"compartment\"")
                .replaceAll(">\\s*c\\s*<", "> compartment <").replaceAll("\"k\"", "\"event\"")
                .replaceAll(">\\s*k\\s*<", "> event <").replaceAll("\"hour\"", "\"time_unit\"");
        Files.writeString(sbml, text);
        Path back = folder.resolve("back.ant");
        assertThat(Call.of("convert", sbml.toString(), back.toString())).satisfies(call -> {
            assertThat(call.exit()).as(call.err()).isZero();
            assertThat(call.out()).contains("largest relative difference 0.0e+00");
            assertThat(call.err()).contains("compartment is a word of Antimony, and is written as compartment_",
                    "event is a word of Antimony, and is written as event_");
        });
        assertThat(back).content().contains("compartment compartment_ = 2", "event_ = 0.1");
    }

    @Test
    void an_estimation_problem_becomes_its_model_or_a_problem_of_version_2() throws Exception {
        assertThat(Call.of("export", "dss-uc-msc", "--to", "petab", "--out", folder.toString()).exit()).isZero();
        String problem = folder.resolve("dss-uc-msc-petab/dss-uc-msc.yaml").toString();
        assertThat(Call.of("convert", problem, folder.resolve("two/again.yaml").toString())).satisfies(call -> {
            assertThat(call.exit()).as(call.err()).isZero();
            assertThat(call.out()).contains("PEtab to PEtab version 2: both simulated");
        });
        assertThat(folder.resolve("two")).isDirectoryContaining("glob:**/again.yaml");
        assertThat(Call.of("convert", problem, folder.resolve("two/more.yaml").toString()).exit()).isEqualTo(2);
        assertThat(Call.of("convert", problem, folder.resolve("m.xml").toString()).out()).contains("PEtab to SBML");
        assertThat(Call.of("convert", problem, folder.resolve("m.omex").toString()).err()).contains("error[U341]");
        assertThat(Call.of("convert", problem, folder.resolve("m.txt").toString()).err()).contains("error[U341]");
    }

    @Test
    void a_conversion_says_the_difference_before_it_says_done() throws Exception {
        Path model = Files.writeString(folder.resolve("m.ant"), "model m() species S = 2; R: S -> ; S; end");
        Path sbml = folder.resolve("m.xml");
        Call call = Call.of("convert", model.toString(), sbml.toString());
        assertThat(call.out()).containsSubsequence("largest relative difference 0.0e+00", "done: ");
        JsonNode json = JsonMapper.shared()
                .readTree(Call.of("convert", sbml.toString(), folder.resolve("m.omex").toString(), "--json").out());
        assertThat(json.path("largest_relative_difference").asDouble(-1)).isZero();
        assertThat(json.path("files").size()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_converted_is_refused_with_a_way_out() throws Exception {
        Path model = Files.writeString(folder.resolve("m.ant"), "model m() species S = 2; R: S -> ; S; end");
        assertThat(Call.of("convert", model.toString(), folder.resolve("m.doc").toString()).err())
                .contains("error[U341]");
        assertThat(Call.of("convert", model.toString(), folder.resolve("m.xml").toString(), "--end", "-1").err())
                .contains("error[U308]");
        assertThat(Call.of("simulate", model.toString()).err()).contains("error[U308]");
        Path text = Files.writeString(folder.resolve("bad.omex"), "no zip");
        assertThat(Call.of("simulate", text.toString())).satisfies(call -> {
            assertThat(call.exit()).isEqualTo(2);
            assertThat(call.err()).contains("error[C001]");
        });
    }
}
