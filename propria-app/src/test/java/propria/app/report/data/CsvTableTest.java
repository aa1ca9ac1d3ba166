package propria.app.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.model.problem.ProblemException;

/// Tables and manifests are read as they were written, and a folder without a run is refused.
class CsvTableTest {

    @Test
    void a_quoted_field_keeps_commas_quotes_and_line_breaks() {
        var rows = CsvTable.parse("a,b\n\"x, \"\"y\"\"\nz\",2\r\n").rows();
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().text("a")).isEqualTo("x, \"y\"\nz");
        assertThat(rows.getFirst().value("b")).isEqualTo(2);
    }

    @Test
    void what_is_absent_is_empty() {
        var row = CsvTable.parse("a,b\n1\n").rows().getFirst();
        assertThat(row.number("b")).isEmpty();
        assertThat(row.text("c")).isEmpty();
        assertThat(CsvTable.parse("a,b\nNaN,x\n").rows().getFirst().number("a")).isEmpty();
    }

    @Test
    void a_folder_without_a_manifest_is_refused_with_a_way_out(@TempDir Path folder) {
        assertThatThrownBy(() -> RunFolder.read(folder)).isInstanceOf(ProblemException.class)
                .hasMessageContaining("U201").hasMessageContaining("fix:");
    }

    @Test
    void a_broken_manifest_is_refused_at_its_line(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("manifest.json"), "{\n \"propria\": }");
        assertThatThrownBy(() -> RunFolder.read(folder)).isInstanceOf(ProblemException.class)
                .hasMessageContaining("U202").hasMessageContaining("manifest.json:2:");
    }

    @Test
    void a_manifest_alone_is_a_run_with_empty_tables(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("manifest.json"), "{\"propria\": \"0.1\"}");
        Run run = RunFolder.read(folder);
        assertThat(run.animals()).isEmpty();
        assertThat(run.manifest().arms()).isEmpty();
    }
}
