package propria.study.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import propria.evidence.Source;
import propria.formats.hash.Hash;
import propria.study.Study;

/// The files that a run rests on, under names that are the same on every machine.
final class InputNames {

    private final Path library;
    private final Path folder;

    InputNames(Study study) {
        this.library = absolute(Optional.ofNullable(absolute(study.files().evidence()).getParent())
                .orElse(study.files().evidence()));
        this.folder = absolute(study.files().folder());
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /// `library/…` for what is in the library, `study/…` for what is in the folder of the study, else the name alone.
    String shown(String file) {
        Path path = absolute(Path.of(file));
        if (path.startsWith(library)) {
            return "library/" + slashes(library.relativize(path));
        }
        if (path.startsWith(folder)) {
            return "study/" + slashes(folder.relativize(path));
        }
        return String.valueOf(path.getFileName());
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    /// Each file under its name: the study's, the library's that it names, the model's with those beside it, the given
    /// sources'.
    Map<String, Path> files(Study study, Collection<Source> sources) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        for (Path file : study.files().inputs()) {
            files.put(shown(file.toString()), file);
        }
        files.putAll(beside(study));
        for (Source source : sources) {
            Path file = study.files().evidence().resolve(source.key() + ".yaml");
            if (Files.isRegularFile(file)) {
                files.put(shown(file.toString()), file);
            }
        }
        return files;
    }

    /// The hash of each file.
    Map<String, String> hashes(Study study, Collection<Source> sources) throws IOException {
        return hashed(files(study, sources));
    }

    private static Map<String, String> hashed(Map<String, Path> files) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            hashes.put(file.getKey(), Hash.of(file.getValue()));
        }
        return hashes;
    }

    /// The hash of each file of the model.
    Map<String, String> model(Study study) throws IOException {
        return hashed(beside(study));
    }

    private Map<String, Path> beside(Study study) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        Path entry = absolute(study.files().model());
        try (Stream<Path> beside = Files.list(Optional.ofNullable(entry.getParent()).orElse(entry))) {
            for (Path file : beside.filter(f -> f.toString().endsWith(".ant")).sorted().toList()) {
                files.put(shown(file.toString()), file);
            }
        }
        return files;
    }
}
