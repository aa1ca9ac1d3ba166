package propria.study.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The files that a run read, copied into its folder, so that the run can be repeated from the folder alone.
final class InputArchive {

    /// The folder in a run folder.
    static final String FOLDER = "inputs";

    private InputArchive() {
    }

    /// Copies them under the names that are the same on every machine.
    ///
    /// @param files by that name
    static void write(Path run, Map<String, Path> files) throws IOException {
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Path to = run.resolve(FOLDER).resolve(file.getKey());
            Files.createDirectories(Optional.ofNullable(to.getParent()).orElse(to));
            Files.copy(file.getValue(), to);
        }
    }
}
