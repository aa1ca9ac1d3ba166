package propria.app.cli.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import propria.formats.antimony.AntimonyReader;
import propria.formats.sbml.SbmlReader;
import propria.model.Model;
import propria.model.check.ModelChecks;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// A model in one of the languages that are read, told by the ending of its name.
public final class ModelFile {

    private static final String UNITS_CLASH = "M010";

    private ModelFile() {
    }

    /// Reads SBML from `.xml` and `.sbml`, Antimony from all else.
    ///
    /// @throws ProblemException A### or B### when it cannot be read
    public static Model read(Path file) {
        return isSbml(file) ? SbmlReader.read(file) : AntimonyReader.read(file);
    }

    /// Passes a model that may be simulated. SBML does not ask for units that agree, so in its files they may clash.
    ///
    /// @return the clashes that are passed over
    /// @throws ProblemException with every other error
    public static List<Problem> require(Model model, Path file) {
        Map<Boolean, List<Problem>> errors = ModelChecks.check(model).stream().filter(Problem::isError)
                .collect(Collectors.partitioningBy(problem -> isSbml(file) && problem.code().equals(UNITS_CLASH)));
        List<Problem> stopping = errors.getOrDefault(false, List.of());
        if (!stopping.isEmpty()) {
            throw new ProblemException(stopping);
        }
        return errors.getOrDefault(true, List.of());
    }

    private static boolean isSbml(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".xml") || name.endsWith(".sbml");
    }
}
