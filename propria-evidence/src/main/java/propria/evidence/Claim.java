package propria.evidence;

import java.util.Optional;
import java.util.OptionalDouble;
import propria.model.problem.SourceLocation;

/// One statement taken from a source: a number with its unit, or a finding without a number.
///
/// @param id the name within the source, words joined by hyphens; the fragment of a reference
/// @param statement what is stated
/// @param value the central value [unit]
/// @param low the lower end, of what the statement, assay or note says [unit]
/// @param high the upper end [unit]
/// @param unit the unit as the source gives it
/// @param species the species or system
/// @param assay how it was measured
/// @param place where in the source: a table, a figure, a parameter name; empty where the file says `none`
/// @param mark whether it was read there
/// @param primary the source, or its claim, that the statement was taken from, as a review takes it from a study; a
///        reference
/// @param extracted who took it from the source, and when
/// @param note caution for whoever uses it
/// @param definedAt where it is written
public record Claim(String id, String statement, OptionalDouble value, OptionalDouble low, OptionalDouble high,
        Optional<String> unit, Optional<String> species, Optional<String> assay, Optional<String> place, Mark mark,
        Optional<String> primary, Extraction extracted, Optional<String> note, SourceLocation definedAt) {

    /// Who took a statement from its source, and when; what is not recorded is empty.
    public record Extraction(Optional<String> by, Optional<java.time.LocalDate> on) {

        /// Nobody knows.
        public static final Extraction UNKNOWN = new Extraction(Optional.empty(), Optional.empty());

        /// `J. Roe, 2026-01-31`; `not recorded` where neither is known.
        public String line() {
            return by.isEmpty() && on.isEmpty()
                    ? "not recorded"
                    : by.orElse("somebody") + on.map(d -> ", " + d).orElse("");
        }
    }
}
