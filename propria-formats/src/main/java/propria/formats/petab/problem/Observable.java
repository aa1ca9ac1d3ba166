package propria.formats.petab.problem;

import java.util.List;
import java.util.Optional;
import propria.model.expression.Expression;
import propria.model.problem.SourceLocation;

/// What is measured, and how measurements scatter.
///
/// @param formula over the model, parameters, other observables and placeholders
/// @param noiseFormula the standard deviation, or the scale of a Laplace distribution, on the scale of `transformation`
/// @param observablePlaceholders names in the formulas that each measurement gives a value, in order
/// @param noisePlaceholders likewise
public record Observable(String id, Optional<String> name, Expression formula, Expression noiseFormula,
        Distribution distribution, Transformation transformation, List<String> observablePlaceholders,
        List<String> noisePlaceholders, SourceLocation place) {

    public Observable {
        observablePlaceholders = List.copyOf(observablePlaceholders);
        noisePlaceholders = List.copyOf(noisePlaceholders);
    }

    /// The distribution of the transformed measurement around the transformed simulation.
    public enum Distribution {
        NORMAL,
        LAPLACE
    }

    /// What is applied to measurement and simulation before they are compared.
    public enum Transformation {
        LIN,
        LOG,
        LOG10
    }
}
