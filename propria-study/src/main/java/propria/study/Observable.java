package propria.study;

import java.util.Optional;
import propria.model.Description.Interval;
import propria.model.problem.SourceLocation;

/// Something that an experiment measures.
///
/// @param id the word in study files
/// @param quantity its id in the model
/// @param unit as reports and measurements state it
/// @param better which direction is good for the subject
/// @param noise what the assay adds
/// @param range the values that it can take
/// @param species the only species in which it is measured
public record Observable(String id, String name, String quantity, String unit, Better better, Noise noise,
        Optional<Interval> range, Optional<String> species, SourceLocation place) {

    /// The direction that is good for the subject.
    public enum Better {
        LOWER,
        HIGHER,
        NONE
    }

    /// What an assay adds to the true value.
    ///
    /// @param sd the standard deviation, in the unit of the observable when additive, of the natural logarithm when
    ///        log-normal
    /// @param source what the standard deviation rests on; empty when it is assumed
    public record Noise(Kind kind, double sd, Optional<String> source) {

        /// None.
        public static final Noise NONE = new Noise(Kind.NONE, 0, Optional.empty());

        /// How it combines with the value.
        public enum Kind {
            NONE,
            ADDITIVE,
            LOG_NORMAL
        }
    }
}
