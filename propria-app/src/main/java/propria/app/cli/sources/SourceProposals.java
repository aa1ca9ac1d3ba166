package propria.app.cli.sources;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.text.Figures;
import propria.evidence.EvidenceLibrary;
import propria.evidence.proposal.Finding;
import propria.evidence.proposal.Finding.Verdict;
import propria.evidence.proposal.Proposal;
import propria.evidence.proposal.ProposalChecks;
import propria.evidence.proposal.ProposalTable;
import propria.evidence.proposal.ReviewQueue;
import propria.model.Model;

/// Checks proposed claims and puts them into a queue in which a person decides.
public final class SourceProposals {

    private final ProposalChecks checks;
    private final Terminal terminal;

    public SourceProposals(EvidenceLibrary evidence, Model model, Terminal terminal) {
        this.checks = new ProposalChecks(evidence, model);
        this.terminal = terminal;
    }

    /// Adds the proposals of a table to a queue.
    public int run(Path file, Path queueFile) throws IOException {
        ReviewQueue queue = ReviewQueue.read(queueFile);
        List<Map<String, Object>> told = new ArrayList<>();
        for (Proposal proposal : ProposalTable.read(file)) {
            SequencedMap<String, Finding> findings = checks.of(proposal);
            boolean added = queue.add(proposal, findings);
            told.add(say(proposal, findings, added));
        }
        queue.write(queueFile);
        terminal.answer(Figures.count(queue.added(), "proposal") + " added to " + queueFile
                + "; a person writes decision, name and day there, and what is accepted into library/evidence");
        terminal.put("proposals", told).put("queue", queueFile.toString()).put("added", queue.added());
        return ExitCode.DONE;
    }

    private Map<String, Object> say(Proposal proposal, SequencedMap<String, Finding> findings, boolean added) {
        Verdict verdict = ReviewQueue.verdict(findings);
        String word = verdict == Verdict.WELL ? "ready" : verdict.name().toLowerCase(Locale.ROOT);
        terminal.answer(terminal.strong(proposal.source() + "#" + proposal.claim()) + ": " + word
                + (added ? "" : " (in the queue already)"));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("claim", proposal.source() + "#" + proposal.claim());
        map.put("verdict", word);
        map.put("added", added);
        findings.forEach((check, finding) -> {
            if (!finding.text().isEmpty()) {
                String mark = finding.verdict() == Verdict.WELL
                        ? "ok"
                        : finding.verdict().name().toLowerCase(Locale.ROOT);
                terminal.answer("  " + check + ", " + mark + ": " + finding.text());
                map.put(check, mark + ": " + finding.text());
            }
        });
        return map;
    }
}
