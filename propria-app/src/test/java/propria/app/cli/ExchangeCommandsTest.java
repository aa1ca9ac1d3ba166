package propria.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
