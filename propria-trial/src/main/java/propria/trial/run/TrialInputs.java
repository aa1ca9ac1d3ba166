package propria.trial.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import propria.formats.hash.Hash;
import propria.study.Study;
import propria.study.library.Library;

/// What a run of trials read, kept in its folder, so that it can be run again from the folder alone: the study and the library
/// without its other studies.
///
/// @param folder `inputs` in the folder of the run
public record TrialInputs(Path folder) {

    private static final String FOLDER = "inputs";
    private static final String STUDIES = "studies";

    /// Those of a run.
    ///
    /// @return empty when it kept none
    public static Optional<TrialInputs> of(Path run) {
        Path folder = run.resolve(FOLDER);
        return Files.isRegularFile(folder.resolve("study/study.yaml"))
                ? Optional.of(new TrialInputs(folder))
                : Optional.empty();
    }

    /// The files of a study and of the library without its other studies, under names that are the same on every machine.
    static Map<String, Path> files(Study study, Library library) {
        Map<String, Path> all = new TreeMap<>();
        Path root = library.root().toAbsolutePath().normalize();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).filter(f -> !f.startsWith(root.resolve(STUDIES)))
                    .toList()) {
                all.put("library/" + root.relativize(file).toString().replace('\\', '/'), file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path own = study.files().folder().toAbsolutePath().normalize();
        for (Path file : study.files().inputs()) {
            if (file.toAbsolutePath().normalize().startsWith(own)) {
                all.put("study/" + file.getFileName(), file);
            }
        }
        return all;
    }

    /// Copies them.
    static TrialInputs keep(Path run, Study study, Library library) throws IOException {
        Path folder = run.resolve(FOLDER);
        for (Map.Entry<String, Path> file : files(study, library).entrySet()) {
            copy(file.getValue(), folder.resolve(file.getKey()));
        }
        return new TrialInputs(folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(Optional.ofNullable(to.getParent()).orElse(to));
        Files.copy(from, to);
    }

    /// The study file.
    public Path study() {
        return folder.resolve("study").resolve("study.yaml");
    }

    /// The library.
    public Path library() {
        return folder.resolve("library");
    }

    /// One hash over the names and contents of all files.
    public String hash() {
        try {
            return Hash.ofTree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
