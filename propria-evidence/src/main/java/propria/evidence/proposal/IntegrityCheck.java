package propria.evidence.proposal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import propria.evidence.Authority;
import propria.evidence.Integrity;
import propria.evidence.Integrity.Status;
import propria.evidence.MergedIntegrity;
import propria.evidence.Source;

/// What authorities say of the source, and of the sources that it rests on.
final class IntegrityCheck implements ProposalCheck {

    @Override
    public Finding of(Proposal proposal, Known known) {
        Optional<Source> source = known.library().source(proposal.source());
        if (source.isEmpty()) {
            return Finding.NOTHING;
        }
        MergedIntegrity merged = source.get().merged();
        String line = merged.deciding().map(Integrity::line).orElse(Status.NOT_CHECKED.plain());
        if (merged.status() == Status.RETRACTED) {
            return Finding.refuse(line);
        }
        List<Source> doubtful = source.get().restsOn().stream().flatMap(r -> known.library().source(r).stream())
                .filter(s -> s.status().isInDoubt()).toList();
        if (merged.status().isInDoubt() || !merged.conflicts().isEmpty()) {
            return Finding.look(line + (merged.conflicts().isEmpty()
                    ? ""
                    : "; " + String.join("; ", merged.conflicts())));
        }
        if (!doubtful.isEmpty()) {
            return Finding.look("it rests on " + doubtful.stream().map(s -> s.key() + ": " + s.status().plain())
                    .collect(Collectors.joining(", ")));
        }
        return switch (source.get().kind()) {
            case REVIEW, SECONDARY -> Finding.look("a " + source.get().kind().name().toLowerCase(java.util.Locale.ROOT)
                    + " source points to a number, it does not ground one; cite the primary study");
            case EXPERIMENT, CLINICAL, META_ANALYSIS, MODEL, DATASET, METHOD, UNVERIFIED ->
                merged.notAsked().size() == Authority.values().length
                        ? Finding.look("no authority was asked about the source")
                        : Finding.well(line);
        };
    }
}
