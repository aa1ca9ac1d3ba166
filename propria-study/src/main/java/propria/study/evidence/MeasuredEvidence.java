package propria.study.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import propria.evidence.Citation;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Mark;
import propria.evidence.Source;
import propria.evidence.Standing;
import propria.evidence.policy.IntegrityPolicy;
import propria.evidence.policy.Treatment;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.Severity;
import propria.study.Measurement;
import propria.study.summary.Prediction;

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

    /// Whether the policy of a study excludes it: its source, or one behind it, does not count.
    public boolean excludedBy(IntegrityPolicy policy) {
        return citation.stream().flatMap(Citation::chain)
                .anyMatch(s -> policy.treatment(s.status()) instanceof Treatment.Exclude);
    }

    /// Predictions, of which those are not compared whose published value the policy excludes.
    ///
    /// @param measured in the order of the predictions
    public static List<Prediction> counted(List<Prediction> predictions, List<MeasuredEvidence> measured,
            IntegrityPolicy policy) {
        return IntStream.range(0, predictions.size()).mapToObj(i -> {
            Prediction p = predictions.get(i);
            return measured.get(i).excludedBy(policy)
                    ? new Prediction(p.measurement(), p.q05(), p.q50(), p.q95(), "na")
                    : p;
        }).toList();
    }

    /// One warning for each source whose published values are not compared.
    public static List<Problem> excluded(List<MeasuredEvidence> measured, IntegrityPolicy policy) {
        Map<String, Long> counts = measured.stream().filter(m -> m.excludedBy(policy)).collect(Collectors
                .groupingBy(m -> m.measurement().source(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().map(e -> new Problem(Severity.WARNING, "E405", Optional.empty(),
                e.getValue() + " published values of " + e.getKey() + " are not compared",
                "the policy of the study excludes their source", "")).toList();
    }

    /// Whether it falls with a source.
    public boolean fallsWith(Source source) {
        return citation.filter(c -> c.fallsWith(source)).isPresent();
    }
}
