package propria.evidence.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import propria.evidence.Claim;
import propria.evidence.Source;

/// Whether the proposal could become a claim: known source, new id, a place, ends in order, somebody who proposes it.
final class FormCheck implements ProposalCheck {

    @Override
    public Finding of(Proposal proposal, Known known) {
        Optional<Source> source = known.library().source(proposal.source());
        if (source.isEmpty()) {
            return Finding.refuse("the library has no source `" + proposal.source()
                    + "`; import it first (propria sources import)");
        }
        if (!proposal.claim().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            return Finding.refuse("`" + proposal.claim() + "` cannot be the id of a claim");
        }
        if (source.get().claim(proposal.claim()).isPresent()) {
            return Finding.refuse("`" + source.get().key() + "` has a claim `" + proposal.claim() + "` already");
        }
        if (disordered(proposal)) {
            return Finding.refuse("the value does not lie between low and high");
        }
        List<String> lacks = new ArrayList<>();
        if (proposal.place().isEmpty()) {
            lacks.add("it does not say where in the source it stands");
        }
        if (proposal.proposer().isEmpty()) {
            lacks.add("nobody is named who proposes it");
        }
        repeated(proposal, source.get()).ifPresent(c -> lacks.add("`" + c.id() + "` states the same value"));
        return lacks.isEmpty() ? Finding.NOTHING : Finding.look(String.join("; ", lacks));
    }

    private static boolean disordered(Proposal proposal) {
        double low = proposal.low().orElse(Double.NEGATIVE_INFINITY);
        double high = proposal.high().orElse(Double.POSITIVE_INFINITY);
        double value = proposal.value().orElse(Math.max(low, -Double.MAX_VALUE));
        return low > high || value < low || value > high;
    }

    private static Optional<Claim> repeated(Proposal proposal, Source source) {
        return source.claims().stream().filter(c -> c.value().isPresent() && c.value().equals(proposal.value())
                && c.unit().equals(proposal.unit())).findFirst();
    }
}
