package propria.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import propria.study.file.StudyFile;
import propria.study.library.Library;

/// A small library with one study, to be changed by tests.
public final class Toy {

    /// The library.
    public static final Path ROOT = Path.of("src/test/resources/library").toAbsolutePath();

    private Toy() {
    }

    public static Library library() {
        return Library.read(ROOT);
    }

    public static Study study() {
        return StudyFile.read(ROOT.resolve("studies/toy"), library());
    }

    /// The study with its text changed, in a new folder.
    public static Study changed(Path folder, UnaryOperator<String> change) {
        return StudyFile.read(write(folder, change, table -> table), library());
    }

    /// The study with one piece of its text replaced; the piece must be there.
    public static Study replaced(Path folder, String piece, String by) {
        return changed(folder, text -> {
            if (!text.contains(piece)) {
                throw new IllegalArgumentException("the toy study has no " + piece);
            }
            return text.replace(piece, by);
        });
    }

    /// A folder with the study and its measurements changed.
    public static Path write(Path folder, UnaryOperator<String> study, UnaryOperator<String> table) {
        try {
            Path source = ROOT.resolve("studies/toy");
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("study.yaml"),
                    study.apply(Files.readString(source.resolve("study.yaml"))));
            Files.writeString(folder.resolve("measurements.tsv"),
                    table.apply(Files.readString(source.resolve("measurements.tsv"))));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
