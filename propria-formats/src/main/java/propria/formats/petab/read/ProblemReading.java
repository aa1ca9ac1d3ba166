package propria.formats.petab.read;

import java.nio.file.Path;
import java.util.Optional;
import propria.formats.petab.problem.PetabProblem;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlReader;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Reads a problem of either version.
public final class ProblemReading {

    private ProblemReading() {
    }

    /// Reads a problem file with all that it names.
    public static PetabProblem read(Path file) {
        YamlMapping yaml = YamlReader.read(file, file.toString());
        String shown = Optional.ofNullable(file.getParent()).map(Path::toString).orElse("");
        ProblemFiles files = new ProblemFiles(
                Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath()), shown);
        String version = yaml.optionalText("format_version").orElse("");
        return switch (version.split("\\.", -1)[0]) {
            case "1" -> new VersionOne(yaml, files).read();
            case "2" -> new VersionTwo(yaml, files).read();
            default -> throw new ProblemException(Problem.error("P120", yaml.placeOf("format_version"),
                    "this is not a PEtab problem of version 1 or 2", "format_version: " + version,
                    "name the YAML file of a PEtab problem"));
        };
    }

    /// Whether a file is a PEtab problem, by its key `format_version`.
    public static boolean isProblem(Path file) {
        try {
            YamlMapping yaml = YamlReader.read(file);
            return yaml.has("format_version") && (yaml.has("problems") || yaml.has("model_files"));
        } catch (ProblemException _) {
            return false;
        }
    }
}
