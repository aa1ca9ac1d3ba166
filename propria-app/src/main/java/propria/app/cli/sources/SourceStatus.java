package propria.app.cli.sources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.text.Figures;
import propria.evidence.Authority;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Integrity;
import propria.evidence.Integrity.Status;
import propria.evidence.Source;

/// The standing of all sources: how many of each, who was asked, what is in doubt, where authorities differ.
public final class SourceStatus {

    private final EvidenceLibrary evidence;
    private final Terminal terminal;

    public SourceStatus(EvidenceLibrary evidence, Terminal terminal) {
        this.evidence = evidence;
        this.terminal = terminal;
    }

    /// Says it.
    public int run() {
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
        return ExitCode.DONE;
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
