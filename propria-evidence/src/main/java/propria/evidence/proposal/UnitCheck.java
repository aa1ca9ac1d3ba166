package propria.evidence.proposal;

import java.util.Optional;
import propria.evidence.ParameterEvidence;
import propria.evidence.unit.ClaimUnit;
import propria.model.unit.Unit;

/// Whether the unit can be read and measures what the number of the model does that the claim would ground.
final class UnitCheck implements ProposalCheck {

    @Override
    public Finding of(Proposal proposal, Known known) {
        if (proposal.value().isEmpty() && proposal.low().isEmpty() && proposal.high().isEmpty()) {
            return Finding.NOTHING;
        }
        if (proposal.unit().isEmpty()) {
            return Finding.refuse("a number without a unit");
        }
        Optional<ClaimUnit> unit = ClaimUnit.of(proposal.unit().get());
        if (unit.isEmpty()) {
            return Finding.look("`" + proposal.unit().get() + "` is not read as a unit, so nothing can be compared");
        }
        if (proposal.grounds().isEmpty()) {
            return Finding.NOTHING;
        }
        Optional<ParameterEvidence> number = known.model().of(proposal.grounds().get().replace(".", "__"));
        if (number.isEmpty()) {
            return Finding.refuse("the model has no number `" + proposal.grounds().get() + "`");
        }
        Optional<ClaimUnit> wanted = ModelUnits.of(number.get().parameter(), known.units());
        if (wanted.isEmpty() || converts(unit.get(), wanted.get(), proposal)) {
            return Finding.NOTHING;
        }
        return Finding.refuse("`" + proposal.unit().get() + "` does not measure what `"
                + proposal.grounds().get() + "` does, which is in `" + number.get().parameter().unit().orElse("-")
                + "`");
    }

    /// A pure number of the model may count anything.
    private static boolean converts(ClaimUnit unit, ClaimUnit wanted, Proposal proposal) {
        boolean pure = wanted.unit().dimension().isNone() && unit.unit().measuresAs(Unit.DIMENSIONLESS);
        return pure || unit.convert(1, wanted, proposal.statement()).isPresent();
    }
}
