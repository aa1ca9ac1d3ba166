package propria.inference.design;

import java.util.Map;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Entries of the library that the vocabulary names.
final class Entries {

    private Entries() {
    }

    /// The entry of an id.
    ///
    /// @throws ProblemException I212 when the library has none
    static <T> T of(Map<String, T> entries, String id) {
        T entry = entries.get(id);
        if (entry == null) {
            throw new ProblemException(Problem.error("I212", "the library has no `" + id + "`",
                    "library/calibration/vocabulary.yaml names it", Nearest.of(id, entries.keySet())
                            .map(near -> "did you mean `" + near + "`?").orElse("add a file, or correct the rule")));
        }
        return entry;
    }
}
