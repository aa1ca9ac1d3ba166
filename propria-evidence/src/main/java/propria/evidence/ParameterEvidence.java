package propria.evidence;

import java.util.List;
import propria.evidence.Integrity.Status;
import propria.model.Parameter;

/// What one number of a model stands on.
///
/// @param parameter the number
/// @param standing sourced, assumed or flagged
/// @param citations what it cites that the library knows, in the order of the model
/// @param unknown references that the library does not know
public record ParameterEvidence(Parameter parameter, Standing standing, List<Citation> citations,
        List<String> unknown) {

    public ParameterEvidence {
        citations = List.copyOf(citations);
        unknown = List.copyOf(unknown);
    }

    /// The statements that it cites.
    public List<Claim> claims() {
        return citations.stream().flatMap(c -> c.claim().stream()).toList();
    }

    /// The sources that it cites, each once.
    public List<Source> sources() {
        return citations.stream().map(Citation::source).distinct().toList();
    }

    /// The sources that it cites and all that is behind them, each once.
    public List<Source> chain() {
        return citations.stream().flatMap(Citation::chain).distinct().toList();
    }

    /// The most serious status of any source that it cites or that is behind one.
    public Status worst() {
        return Status.worst(chain().stream().map(Source::status).toList());
    }

    static ParameterEvidence of(Parameter parameter, List<Citation> citations, List<String> unknown) {
        boolean flagged = citations.stream().anyMatch(c -> !c.doubtful().isEmpty());
        boolean seen = citations.stream().anyMatch(Citation::grounds);
        Standing standing = flagged ? Standing.FLAGGED : seen ? Standing.SOURCED : Standing.ASSUMED;
        return new ParameterEvidence(parameter, standing, citations, unknown);
    }
}
