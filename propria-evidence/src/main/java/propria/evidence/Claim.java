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
/// @param extracted who took it from the source, and when
/// @param note caution for whoever uses it
/// @param definedAt where it is written
public record Claim(String id, String statement, OptionalDouble value, OptionalDouble low, OptionalDouble high,
        Optional<String> unit, Optional<String> species, Optional<String> assay, Optional<String> place, Mark mark,
        Optional<String> extracted, Optional<String> note, SourceLocation definedAt) {
}
