package propria.app.studio;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// How to open the studio.
///
/// @param library the folder `library`
/// @param workspace the folder of studies and runs
/// @param port where to listen; 0 for any that is free
/// @param version of the program
/// @param commands carries out a command line that only reads, and gives its JSON answer
public record StudioSettings(Path library, Path workspace, int port, String version,
        Function<List<String>, String> commands) {
}
