package propria.app.studio.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.model.problem.ProblemException;

class VersionsTest {

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        file = folder.resolve("study.yaml");
        Files.writeString(file, "one");
    }

    private Versions versions() {
        return new Versions(file, folder.resolve("history"));
    }

    @Test
    void undo_and_redo_go_back_and_on_through_every_version() throws IOException {
        Versions v = versions();
        v.save("two", v.state().at(), "second");
        v.save("three", v.state().at(), "third");
        assertThat(v.undo().text()).isEqualTo("two");
        assertThat(v.undo().text()).isEqualTo("one");
        assertThat(v.undo().text()).as("there is nothing before the first").isEqualTo("one");
        assertThat(v.redo().text()).isEqualTo("two");
        assertThat(Files.readString(file)).isEqualTo("two");
        assertThat(versions().redo().text()).as("another opening of the studio").isEqualTo("three");
    }

    @Test
    void what_was_undone_is_kept_when_something_else_is_written() {
        Versions v = versions();
        v.save("two", v.state().at(), "second");
        v.undo();
        Versions.State other = v.save("other", v.state().at(), "another way");
        assertThat(other.redo()).isFalse();
        assertThat(other.all()).extracting(Versions.Version::note).containsExactly("as it came", "second",
                "another way");
        assertThat(v.undo().text()).isEqualTo("one");
        assertThat(v.redo().text()).as("the youngest child").isEqualTo("other");
    }

    @Test
    void a_change_made_from_an_older_version_is_refused_and_loses_nothing() {
        Versions v = versions();
        int seen = v.state().at();
        v.save("two", seen, "one tab");
        assertThatThrownBy(() -> v.save("three", seen, "another tab")).isInstanceOf(ProblemException.class)
                .hasMessageContaining("U503");
        assertThat(v.state().text()).isEqualTo("two");
    }

    @Test
    void a_change_outside_the_studio_is_a_version_of_its_own() throws IOException {
        Versions v = versions();
        v.save("two", v.state().at(), "second");
        Files.writeString(file, "by an editor");
        assertThat(v.state().text()).isEqualTo("by an editor");
        assertThat(v.undo().text()).isEqualTo("two");
    }

    @Test
    void a_name_cannot_leave_the_workspace() {
        Workspace workspace = Workspace.open(folder.resolve("workspace"));
        for (String name : new String[]{"../x", "a/b", "/etc", "..", ".studio", "A", "", "a\0b", "x".repeat(61)}) {
            assertThatThrownBy(() -> workspace.study(name)).as(name).isInstanceOf(ProblemException.class)
                    .hasMessageContaining("U501");
            assertThatThrownBy(() -> workspace.run(name)).as(name).isInstanceOf(ProblemException.class);
        }
        assertThat(workspace.study("a-b_1").getParent().getParent()).isEqualTo(workspace.root());
    }

    @Test
    void one_undo_leads_to_before_a_whole_movement_of_a_slider_and_no_step_of_it_is_lost() {
        Versions versions = versions();
        int base = versions.state().at();
        base = versions.save("two", base, "moved").at();
        base = versions.save("three", base, "moved", true).at();
        versions.save("four", base, "moved", true);
        assertThat(versions.undo().text()).isEqualTo("one");
        assertThat(versions.redo().text()).isEqualTo("four");
        assertThat(versions.state().all()).hasSize(4);
    }
}
