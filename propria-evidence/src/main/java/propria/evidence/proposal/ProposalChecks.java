package propria.evidence.proposal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import propria.evidence.EvidenceLibrary;
import propria.evidence.ModelEvidence;
import propria.model.Model;
import propria.model.unit.Units;

/// All checks of a proposal. To add one: a class, a line in [#ALL].
public final class ProposalChecks {

    private static final Map<String, ProposalCheck> ALL = ordered();

    private final ProposalCheck.Known known;

    /// @param library what is known
    /// @param model the model whose numbers claims ground
    public ProposalChecks(EvidenceLibrary library, Model model) {
        this.known = new ProposalCheck.Known(library, ModelEvidence.of(model, library), new Units(model.units()));
    }

    private static Map<String, ProposalCheck> ordered() {
        Map<String, ProposalCheck> all = new LinkedHashMap<>();
        all.put("form", new FormCheck());
        all.put("unit", new UnitCheck());
        all.put("range", new RangeCheck());
        all.put("spread", new SpreadCheck());
        all.put("integrity", new IntegrityCheck());
        return all;
    }

    /// The names of the checks, in order.
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /// What each check finds, by its name.
    public SequencedMap<String, Finding> of(Proposal proposal) {
        SequencedMap<String, Finding> findings = new LinkedHashMap<>();
        ALL.forEach((name, check) -> findings.put(name, check.of(proposal, known)));
        return findings;
    }
}
