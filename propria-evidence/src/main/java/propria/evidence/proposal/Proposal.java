package propria.evidence.proposal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import propria.model.problem.SourceLocation;

/// A claim that somebody proposes.
///
/// @param source the source that makes it: a key, DOI or PMID
/// @param claim the id that it would have within the source
/// @param statement what is stated
/// @param value the central value [unit]
/// @param low the lower end [unit]
/// @param high the upper end [unit]
/// @param unit as the source gives it
/// @param spread the spread of the value [unit]
/// @param spreadKind what the spread is: SD, SEM, IQR, CI95 or unknown
/// @param n how many subjects
/// @param grounds the number of the model that it would ground
/// @param place where in the source
/// @param proposer who proposes it
/// @param cells the row as it was written, a cell a column of [#COLUMNS]
/// @param definedAt where it is written
public record Proposal(String source, String claim, String statement, OptionalDouble value, OptionalDouble low,
        OptionalDouble high, Optional<String> unit, OptionalDouble spread, String spreadKind, OptionalInt n,
        Optional<String> grounds, Optional<String> place, Optional<String> proposer, List<String> cells,
        SourceLocation definedAt) {

    /// The columns of a table of proposals; the first three must be filled.
    public static final List<String> COLUMNS = List.of("source", "claim", "statement", "value", "low", "high", "unit",
            "spread", "spread_kind", "n", "for", "species", "place", "proposed_by", "note");

    public Proposal {
        cells = List.copyOf(cells);
    }
}
