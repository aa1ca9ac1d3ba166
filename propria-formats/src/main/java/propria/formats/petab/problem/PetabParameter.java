package propria.formats.petab.problem;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import propria.model.problem.SourceLocation;

/// A parameter of the problem.
///
/// @param scale on which it is searched; version 2 has the linear one alone
/// @param lower on the linear scale; empty when not estimated
/// @param upper on the linear scale; empty when not estimated
/// @param nominal the value if it is not estimated, else one to begin with
/// @param prior in the objective
/// @param initialisationPrior where searches begin, version 1
public record PetabParameter(String id, Optional<String> name, Scale scale, OptionalDouble lower,
        OptionalDouble upper, OptionalDouble nominal, boolean estimated, Optional<Prior> prior,
        Optional<Prior> initialisationPrior, SourceLocation place) {

    /// The scale of a search.
    public enum Scale {
        LIN,
        LOG,
        LOG10
    }

    /// A prior as the table names it.
    ///
    /// @param type the word of the version of the problem
    /// @param parameters its numbers; none for the defaults of version 1
    public record Prior(String type, List<Double> parameters, SourceLocation place) {

        public Prior {
            parameters = List.copyOf(parameters);
        }
    }

    /// The same with another value to begin with.
    public PetabParameter withNominal(double value) {
        return new PetabParameter(id, name, scale, lower, upper, OptionalDouble.of(value), estimated, prior,
                initialisationPrior, place);
    }
}
