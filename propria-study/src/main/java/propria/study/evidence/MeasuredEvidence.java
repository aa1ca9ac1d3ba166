package propria.study.evidence;

import java.util.List;
import java.util.Optional;
import propria.evidence.Citation;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Mark;
import propria.evidence.Source;
import propria.evidence.Standing;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.Measurement;

/// What a published value of a study rests on. The row is itself a claim: value, unit, spread, n and place; its source
/// says whether it stands.
///
/// @param citation the source; empty when the ledger does not know it
/// @param problem why it is not known
public record MeasuredEvidence(Measurement measurement, Optional<Citation> citation, Optional<Problem> problem) {

    /// Looks up each row.
    public static List<MeasuredEvidence> of(List<Measurement> measurements, EvidenceLibrary library) {
        return measurements.stream().map(m -> of(m, library)).toList();
    }

    private static MeasuredEvidence of(Measurement measurement, EvidenceLibrary library) {
        try {
            return new MeasuredEvidence(measurement,
                    Optional.of(library.cite(measurement.source(), measurement.place())), Optional.empty());
        } catch (ProblemException e) {
            return new MeasuredEvidence(measurement, Optional.empty(), Optional.of(e.problems().getFirst()));
        }
    }

    /// Flagged when the source or one behind it is in doubt; sourced when somebody read it there and says where.
    public Standing standing() {
        if (citation.isEmpty()) {
            return Standing.ASSUMED;
        }
        if (!citation.get().doubtful().isEmpty()) {
            return Standing.FLAGGED;
        }
        boolean read = citation.get().mark() == Mark.SEEN && !measurement.found().isBlank();
        return read && citation.get().primary().kind().grounds() ? Standing.SOURCED : Standing.ASSUMED;
    }

    /// Whether it falls with a source.
    public boolean fallsWith(Source source) {
        return citation.filter(c -> c.fallsWith(source)).isPresent();
    }
}
