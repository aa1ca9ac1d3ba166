package propria.study;

import java.util.Optional;
import propria.model.Description.Interval;
import propria.model.problem.SourceLocation;

/// A number of the library with what is known about it. One without a source is assumed.
///
/// @param value the number, in the unit that its use calls for
/// @param interval the central 90 % of what it may be; empty when it is taken as it is
/// @param source the key of an evidence source, or `key#claim`
/// @param note what to know about it
/// @param place where it is written
public record SourcedValue(double value, Optional<Interval> interval, Optional<String> source, Optional<String> note,
        SourceLocation place) {

    /// A number that is taken as it is.
    public static SourcedValue exactly(double value, SourceLocation place) {
        return new SourcedValue(value, Optional.empty(), Optional.empty(), Optional.empty(), place);
    }
}
