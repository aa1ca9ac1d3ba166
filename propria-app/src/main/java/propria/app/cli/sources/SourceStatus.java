package propria.app.cli.sources;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.report.data.RunFolder;
import propria.app.text.Figures;
import propria.evidence.Authority;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Integrity;
import propria.evidence.Integrity.Status;
import propria.evidence.ModelEvidence;
import propria.evidence.Source;
import propria.model.problem.Problem;
import propria.study.evidence.Coverage;
import propria.study.library.Library;

/// The standing of all sources: how many of each, who was asked, what is in doubt, where authorities differ.
public final class SourceStatus {

    private final LibraryFolder library;
    private final EvidenceLibrary evidence;
    private final Terminal terminal;

    public SourceStatus(LibraryFolder library, EvidenceLibrary evidence, Terminal terminal) {
        this.library = library;
        this.evidence = evidence;
        this.terminal = terminal;
    }

    /// Says it.
    ///
    /// @param runs run folders, of which it says what has changed since
    public int run(List<Path> runs) {
        List<Source> sources = evidence.sources();
        terminal.answer(Figures.count(sources.size(), "source") + ", integrity as of "
                + evidence.asOf().map(Integrity::day).orElse("no recorded day"));
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Status status : Status.values()) {
            long count = sources.stream().filter(s -> s.status() == status).count();
            counts.put(status.word(), count);
            if (count > 0) {
                terminal.answer("  " + pad(status.plain()) + count);
            }
        }
        Map<String, Object> asked = new LinkedHashMap<>();
        for (Authority authority : Authority.values()) {
            long count = sources.stream().filter(s -> !s.merged().notAsked().contains(authority)).count();
            asked.put(authority.plain(), count);
            terminal.answer("  " + pad(authority.plain()) + "asked about " + count + " of " + sources.size());
        }
        terminal.put("sources", sources.size()).put("as_of", evidence.asOf().map(Object::toString).orElse(""))
                .put("counts", counts).put("asked", asked);
        notable(sources);
        boolean resolved = coverage();
        List<Map<String, Object>> since = new ArrayList<>();
        for (Path run : runs) {
            StandingChanges changes = StandingChanges.of(RunFolder.read(run).manifest(), evidence);
            terminal.answer(terminal.strong("Since " + run + ": ") + (changes.changes().isEmpty()
                    ? "no source has changed its standing"
                    : Figures.count(changes.changes().size(), "source") + " changed"));
            changes.changes().forEach(c -> terminal.answer("  " + c.line()));
            changes.missing().forEach(key -> terminal.answer("  " + key + " has left the ledger"));
            since.add(Map.of("run", run.toString(), "changes",
                    changes.changes().stream().map(StandingChanges.Change::map).toList(), "missing",
                    changes.missing()));
        }
        terminal.put("since", since);
        return resolved ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }

    /// What the numbers of the library stand on.
    private boolean coverage() {
        terminal.answer(terminal.strong("What the numbers stand on"));
        List<Map<String, Object>> told = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Coverage coverage : Coverage.of(Library.read(library.path()))) {
            ModelEvidence.Counts counts = coverage.counts();
            terminal.answer("  " + pad(coverage.kind()) + counts.line() + (counts.unverified() == 0
                    ? ""
                    : " (" + counts.unverified() + " of the assumed point to a claim that does not ground them)"));
            told.add(Map.of("kind", coverage.kind(), "sourced", counts.sourced(), "assumed", counts.assumed(),
                    "flagged", counts.flagged(), "pointed", counts.unverified()));
            problems.addAll(coverage.problems());
        }
        terminal.put("numbers", told);
        terminal.problems(problems);
        return problems.isEmpty();
    }

    private void notable(List<Source> sources) {
        List<Map<String, Object>> told = new ArrayList<>();
        for (Source source : sources) {
            boolean conflict = !source.merged().conflicts().isEmpty();
            List<String> below = source.restsOn().stream().flatMap(r -> evidence.source(r).stream())
                    .filter(s -> s.status().isInDoubt()).map(Source::key).toList();
            if (source.status().compareTo(Status.OK) > 0 || conflict || !below.isEmpty()) {
                terminal.answer(terminal.strong(source.key()) + ": "
                        + source.verdict().map(Integrity::line).orElse(source.status().plain()));
                source.merged().conflicts().forEach(c -> terminal.answer("  conflict: " + c));
                if (!below.isEmpty()) {
                    terminal.answer("  rests on what is in doubt: " + String.join(", ", below));
                }
                told.add(Map.of("key", source.key(), "status", source.status().word(), "line",
                        source.verdict().map(Integrity::line).orElse(""), "conflicts", source.merged().conflicts(),
                        "rests_on_doubt", below));
            }
        }
        terminal.put("notable", told);
    }

    private static String pad(String text) {
        return text + " ".repeat(Math.max(2, 24 - text.length()));
    }
}
