package propria.formats.sedml.document;

import java.util.Optional;
import propria.model.problem.SourceLocation;

/// How a model is simulated.
public sealed interface SedSimulation {

    /// The identifier.
    String id();

    /// The plain name.
    Optional<String> name();

    /// What is asked for; empty in files that say nothing.
    Optional<SedAlgorithm> algorithm();

    /// Where it stands.
    SourceLocation place();

    /// A course in equal steps. Times are in the unit of the model.
    ///
    /// @param initialTime when the simulation begins
    /// @param outputStartTime when recording begins
    /// @param outputEndTime when both end
    /// @param steps how many steps are between the first and the last recorded time
    record UniformTimeCourse(String id, Optional<String> name, double initialTime, double outputStartTime,
            double outputEndTime, int steps, Optional<SedAlgorithm> algorithm, SourceLocation place)
            implements
                SedSimulation {
    }

    /// On from the present state by one step; what it comes to is recorded.
    record OneStep(String id, Optional<String> name, double step, Optional<SedAlgorithm> algorithm,
            SourceLocation place) implements SedSimulation {
    }

    /// The state in which nothing changes any more.
    record SteadyState(String id, Optional<String> name, Optional<SedAlgorithm> algorithm, SourceLocation place)
            implements
                SedSimulation {
    }
}
