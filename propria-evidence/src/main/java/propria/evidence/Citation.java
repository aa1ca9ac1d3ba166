package propria.evidence;

import java.util.Optional;

/// A source that something cites, with the one statement that it names.
///
/// @param reference as it was written
/// @param source the source
/// @param claim the statement, when the reference names one
public record Citation(String reference, Source source, Optional<Claim> claim) {

    /// How far what is cited was checked: the mark of the statement, else that of the source.
    public Mark mark() {
        return claim.map(Claim::mark).orElse(source.mark());
    }

    /// `key#claim`, or `key` when no statement is named.
    public String shortForm() {
        return claim.map(c -> source.key() + "#" + c.id()).orElse(source.key());
    }
}
