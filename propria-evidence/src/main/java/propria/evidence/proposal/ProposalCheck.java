package propria.evidence.proposal;

import propria.evidence.EvidenceLibrary;
import propria.evidence.ModelEvidence;
import propria.model.unit.Units;

/// One thing that is looked at.
@FunctionalInterface
interface ProposalCheck {

    /// @param library what is known
    /// @param model the numbers that claims ground
    /// @param units the units of the model
    record Known(EvidenceLibrary library, ModelEvidence model, Units units) {
    }

    /// What it finds.
    Finding of(Proposal proposal, Known known);
}
