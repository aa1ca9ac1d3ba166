package propria.app.studio.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.run.StudyRunner;

/// The folder of a person's studies and runs. Names are checked before they become paths, so nothing outside the folder
/// can be named.
public final class Workspace {

    /// The largest study file that is accepted [bytes].
    public static final int MOST_BYTES = 1_000_000;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,59}");

    private final Path root;

    private Workspace(Path root) {
        this.root = root;
    }

    /// The workspace in a folder, which is made when it is not there.
    ///
    /// @throws ProblemException S051 when it cannot be written
    public static Workspace open(Path folder) {
        Workspace workspace = new Workspace(folder.toAbsolutePath().normalize());
        for (String part : List.of("studies", "runs", "patients", ".studio")) {
            try {
                Files.createDirectories(workspace.root.resolve(part));
            } catch (IOException e) {
                throw unwritable(folder, e);
            }
        }
        return workspace;
    }

    /// The folder.
    public Path root() {
        return root;
    }

    /// Where the studio keeps what is its own.
    public Path own() {
        return root.resolve(".studio");
    }

    /// The names of the studies.
    public List<String> studies() {
        return folders("studies", "study.yaml");
    }

    /// The names of the finished runs.
    public List<String> runs() {
        return folders("runs", "manifest.json");
    }

    /// The folder of a study, whether it is there or not.
    ///
    /// @throws ProblemException U501 when the name is none
    public Path study(String name) {
        return root.resolve("studies").resolve(named(name));
    }

    /// The folder of a study that is there.
    ///
    /// @throws ProblemException U501 when the name is none, U502 when there is no such study
    public Path existingStudy(String name) {
        Path folder = study(name);
        if (!Files.isRegularFile(folder.resolve("study.yaml"))) {
            throw missing("study", name);
        }
        return folder;
    }

    /// The folder of a finished run.
    ///
    /// @throws ProblemException U501 when the name is none, U502 when there is no such run
    public Path run(String name) {
        Path folder = root.resolve("runs").resolve(named(name));
        if (!Files.isRegularFile(folder.resolve("manifest.json"))) {
            throw missing("run", name);
        }
        return folder;
    }

    /// A folder for a run of a study that is not there yet.
    public Path newRun(String study) {
        Path runs = root.resolve("runs");
        Path folder = runs.resolve(named(study));
        for (int i = 2; Files.exists(folder) && !unfinished(folder); i++) {
            folder = runs.resolve(study + "-" + i);
        }
        return folder;
    }

    /// Whether a run was broken off in the middle of its folder, such as by a machine that was turned off: what it kept of its
    /// simulations is there, and it is gone on with under the same name.
    private static boolean unfinished(Path folder) {
        return !Files.exists(folder.resolve("manifest.json")) && Files.isRegularFile(StudyRunner.checkpointOf(folder));
    }

    /// The names of the cohorts of virtual patients.
    public List<String> cohorts() {
        return folders("patients", "cohort.json");
    }

    /// The folder of a cohort that is there.
    ///
    /// @throws ProblemException U501 when the name is none, U502 when there is no such cohort
    public Path cohort(String name) {
        Path folder = root.resolve("patients").resolve(named(name));
        if (!Files.isRegularFile(folder.resolve("cohort.json"))) {
            throw missing("cohort", name);
        }
        return folder;
    }

    /// A folder for a cohort; what was there under the name is made again.
    ///
    /// @throws ProblemException U501 when the name is none
    public Path newCohort(String name) {
        return root.resolve("patients").resolve(named(name));
    }

    /// Copies a study, its measurements with it, under a new name.
    ///
    /// @param source a folder with a study.yaml
    /// @throws ProblemException U501 when the name is none, U305 when there is such a study, S051 when it cannot be written
    public void copy(Path source, String name) {
        Path target = study(name);
        if (Files.exists(target)) {
            throw new ProblemException(Problem.error("U305", SourceLocation.of("studies/" + name),
                    "there is a study `" + name + "` already", "nothing is overwritten", "choose another name"));
        }
        try (Stream<Path> files = Files.list(source)) {
            Files.createDirectories(target);
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Files.copy(file, target.resolve(file.getFileName().toString()));
            }
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /// Writes a text so that a reader sees the old one or the new one, never a part.
    ///
    /// @throws ProblemException S051 when it cannot be written
    public static void write(Path file, String text) {
        try {
            Files.createDirectories(parent(file));
            Path whole = Files.createTempFile(parent(file), ".write", ".tmp");
            Files.write(whole, text.getBytes(StandardCharsets.UTF_8));
            try {
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException _) {
                Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }

    private List<String> folders(String kind, String marker) {
        try (Stream<Path> all = Files.list(root.resolve(kind))) {
            return all.filter(f -> Files.isRegularFile(f.resolve(marker))).map(f -> f.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new ProblemException(Problem.error("U501", "this cannot be a name",
                    "a name has 1 to 60 small letters, digits, - and _, and begins with a letter or digit",
                    "choose another name"));
        }
        return name;
    }

    private static ProblemException missing(String kind, String name) {
        return new ProblemException(Problem.error("U502", "there is no " + kind + " `" + name + "` in this workspace",
                "it was renamed or removed", "go back to the start page, which lists what there is"));
    }

    private static ProblemException unwritable(Path file, IOException e) {
        return new ProblemException(Problem.error("S051", SourceLocation.of(file.toString()),
                "it cannot be written there", String.valueOf(e), "choose a place that you may write to"));
    }
}
