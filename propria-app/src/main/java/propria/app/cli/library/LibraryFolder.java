package propria.app.cli.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// The folder with the science that ships: models, products, observables, evidence, studies.
///
/// @param path the folder
public record LibraryFolder(Path path) {

    /// The library that the system property `propria.library` names, else a folder `library` in the working directory
    /// or above it.
    ///
    /// @throws ProblemException U301 when there is none
    public static LibraryFolder find() {
        String named = System.getProperty("propria.library", "");
        if (!named.isEmpty()) {
            return existing(Path.of(named), "the system property propria.library names it");
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("library").resolve("models"))) {
                return new LibraryFolder(at.resolve("library"));
            }
        }
        return existing(Path.of("library"), "no folder from here upwards holds library/models");
    }

    private static LibraryFolder existing(Path folder, String why) {
        if (Files.isDirectory(folder)) {
            return new LibraryFolder(folder);
        }
        throw new ProblemException(Problem.error("U301", SourceLocation.of(folder.toString()),
                "the library was not found", why, "start from the folder that Propria was unpacked to"));
    }

    /// The file ids (names without extension) in a folder of the library.
    public List<String> ids(String folder) {
        return list(path.resolve(folder)).filter(p -> p.toString().endsWith(".yaml"))
                .map(p -> p.getFileName().toString().replaceFirst("\\.yaml$", "")).toList();
    }

    /// The names of the studies that ship.
    public List<String> studies() {
        return list(path.resolve("studies")).filter(p -> Files.exists(p.resolve("study.yaml")))
                .map(p -> p.getFileName().toString()).toList();
    }

    /// The entry files of the models that ship: `models/X/X.ant`.
    public List<Path> models() {
        return list(path.resolve("models")).map(p -> p.resolve(p.getFileName() + ".ant")).filter(Files::exists)
                .toList();
    }

    /// The `study.yaml` of a study that ships, or of a folder or file of the user's.
    ///
    /// @throws ProblemException U302 when there is none
    public Path study(String name) {
        return studyFile(name).orElseThrow(() -> new ProblemException(Problem.error("U302",
                "there is no study `" + name + "`", "neither a shipped study nor a folder with a study.yaml",
                Nearest.of(name, studies()).map(near -> "did you mean `" + near + "`?")
                        .orElse("`propria list studies` shows what ships"))));
    }

    /// The same, empty when there is none.
    public Optional<Path> studyFile(String name) {
        Path given = Path.of(name);
        return Stream
                .of(path.resolve("studies").resolve(name).resolve("study.yaml"), given.resolve("study.yaml"), given)
                .filter(p -> Files.isRegularFile(p) && p.toString().endsWith(".yaml")).findFirst();
    }

    /// The file of a model that ships (`gut`), or of the user's.
    ///
    /// @throws ProblemException U303 when there is none
    public Path model(String name) {
        return modelFile(name).orElseThrow(() -> new ProblemException(Problem.error("U303",
                "there is no model `" + name + "`", "neither a shipped model nor a file",
                Nearest.of(name, modelNames()).map(near -> "did you mean `" + near + "`?")
                        .orElse("`propria list models` shows what ships"))));
    }

    /// The same, empty when there is none.
    public Optional<Path> modelFile(String name) {
        return Stream.of(Path.of(name), path.resolve("models").resolve(name).resolve(name + ".ant"))
                .filter(Files::isRegularFile).findFirst();
    }

    /// The names of the models that ship.
    public List<String> modelNames() {
        return models().stream().map(p -> p.getFileName().toString().replaceFirst("\\.ant$", "")).toList();
    }

    /// `file` as a person would name it: from the folder that holds the library.
    public String shown(String file) {
        Path root = path.toAbsolutePath().normalize().getParent();
        Path absolute = Path.of(file).toAbsolutePath().normalize();
        return root != null && absolute.startsWith(root) ? root.relativize(absolute).toString() : file;
    }

    private static Stream<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
