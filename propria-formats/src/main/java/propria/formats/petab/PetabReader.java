package propria.formats.petab;

import java.nio.file.Path;
import java.util.List;
import propria.formats.petab.check.PetabChecks;
import propria.formats.petab.problem.PetabProblem;
import propria.formats.petab.read.ProblemReading;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Reads PEtab problems of versions 1 and 2.
public final class PetabReader {

    private PetabReader() {
    }

    /// Reads a problem file with all that it names, and checks it.
    ///
    /// @throws ProblemException P1## where it cannot be read, P2## with every rule that it breaks; codes of the reader of
    ///         its model
    public static PetabProblem read(Path file) {
        PetabProblem problem = ProblemReading.read(file);
        List<Problem> errors = PetabChecks.of(problem).stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(errors);
        }
        return problem;
    }

    /// Whether a file is a PEtab problem, by its keys.
    public static boolean isProblem(Path file) {
        return ProblemReading.isProblem(file);
    }
}
