package propria.formats.sedml.document;

import java.util.List;
import java.util.Optional;
import propria.model.problem.SourceLocation;

/// Values that a repeated task goes through.
public sealed interface SedRange {

    /// The identifier.
    String id();

    /// Where it stands.
    SourceLocation place();

    /// Values in equal steps.
    ///
    /// @param steps how many steps; there is one value more
    /// @param logarithmic whether ratios are equal, else differences
    record Uniform(String id, double start, double end, int steps, boolean logarithmic, SourceLocation place)
            implements
                SedRange {
    }

    /// Values as listed.
    record Vector(String id, List<Double> values, SourceLocation place) implements SedRange {
        public Vector {
            values = List.copyOf(values);
        }
    }

    /// Values computed from those of another range.
    ///
    /// @param range the other range, as the formula names it
    record Functional(String id, Optional<String> range, Computation computation, SourceLocation place)
            implements
                SedRange {
    }
}
