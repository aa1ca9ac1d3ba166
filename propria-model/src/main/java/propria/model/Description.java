package propria.model;

import java.util.List;
import java.util.Optional;

/// What a person should know of a model element beside its formula.
///
/// @param name the plain name, as a biologist would say it
/// @param sources references of what the element rests on, `isDescribedBy` in SBML and Antimony; each a URI whose
///        fragment may name one claim
/// @param interval the central 90 % of what the value may be, in the unit of the value
/// @param annotations all other statements about the element, kept for a round trip
/// @param notes free text
public record Description(Optional<String> name, List<String> sources, Optional<Interval> interval,
        List<Annotation> annotations, Optional<String> notes) {

    /// Nothing known.
    public static final Description NONE = new Description(Optional.empty(), List.of(), Optional.empty(), List.of(),
            Optional.empty());

    public Description {
        sources = List.copyOf(sources);
        annotations = List.copyOf(annotations);
    }

    /// The same with a name.
    public Description withName(String text) {
        return new Description(Optional.of(text), sources, interval, annotations, notes);
    }

    /// A range of values, `low` not above `high`.
    public record Interval(double low, double high) {
    }

    /// A statement about an element.
    ///
    /// @param qualifier the relation, a BioModels qualifier or an uncertainty term such as `standardDeviation`
    /// @param value the URI or number, as text
    public record Annotation(String qualifier, String value) {
    }
}
