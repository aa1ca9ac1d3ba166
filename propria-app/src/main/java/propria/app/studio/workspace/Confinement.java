package propria.app.studio.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlReader;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Keeps a study of the workspace from reading what lies outside of its own folder and the library: a study that somebody
/// sent cannot show a file of this machine in a message, a picture or a report.
public final class Confinement {

    private static final Pattern IMPORT = Pattern.compile("\\bimport\\s+\"([^\"]*)\"");

    private Confinement() {
    }

    /// Checks what a study file and the models beside it name.
    ///
    /// @param folder of the study
    /// @throws ProblemException U513 when a file outside is named, also by a symbolic link; Y0.. when the file is no YAML
    public static void check(Path folder) {
        YamlMapping file = YamlReader.read(folder.resolve("study.yaml"), "study.yaml");
        for (String key : List.of("model", "measurements")) {
            file.optionalText(key).ifPresent(name -> inside(folder, name, file.placeOf(key)));
        }
        try (Stream<Path> models = Files.list(folder)) {
            for (Path model : models.filter(m -> m.toString().endsWith(".ant")).sorted().toList()) {
                inside(folder, String.valueOf(model.getFileName()), SourceLocation.of("study.yaml"));
                imports(folder, model);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void imports(Path folder, Path model) throws IOException {
        try {
            Matcher named = IMPORT.matcher(Files.readString(model));
            while (named.find()) {
                inside(folder, named.group(1), SourceLocation.of(String.valueOf(model.getFileName())));
            }
        } catch (MalformedInputException _) {
            // the reader of models says that it is no text
        }
    }

    private static void inside(Path folder, String name, SourceLocation place) {
        try {
            Path named = folder.resolve(name).normalize();
            boolean inside = named.startsWith(folder.normalize())
                    && (!Files.exists(named) || named.toRealPath().startsWith(folder.toRealPath()));
            if (inside) {
                return;
            }
        } catch (InvalidPathException | IOException _) {
            // refused below
        }
        throw new ProblemException(
                Problem.error("U513", place, "a study of the studio reads no file outside of its folder",
                        "`" + name + "` lies outside", "put the file beside study.yaml and name it without a folder"));
    }
}
