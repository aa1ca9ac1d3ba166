package propria.app.conform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder of one case: settings, a model in one or several levels of SBML, expected results.
public record CaseFolder(Path path) {

    /// The cases in a folder, in the order of their names.
    public static List<CaseFolder> in(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().map(CaseFolder::new).filter(one -> Files.isRegularFile(one.settings())).toList();
        }
    }

    public String id() {
        return path.getFileName().toString();
    }

    public Path settings() {
        return path.resolve(id() + "-settings.txt");
    }

    public Path results() {
        return path.resolve(id() + "-results.csv");
    }

    /// The model in the newest level that the folder has.
    public Path model() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().matches(id() + "-sbml-l\\dv\\d\\.xml"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new IOException("the folder has no model of its name"));
        }
    }
}
