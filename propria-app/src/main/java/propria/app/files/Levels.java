package propria.app.files;

import propria.formats.sbml.level.SbmlLevel;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Levels of SBML as they are typed.
public final class Levels {

    private Levels() {
    }

    /// The level of a name such as `l2v4`.
    ///
    /// @throws ProblemException U323 when there is none
    public static SbmlLevel named(String name) {
        return SbmlLevel.of(name).orElseThrow(() -> new ProblemException(Problem.error("U323",
                "there is no level `" + name + "` to write",
                "SBML is written as " + String.join(", ", SbmlLevel.names()),
                "name one of these")));
    }
}
