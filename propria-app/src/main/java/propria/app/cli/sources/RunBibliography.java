package propria.app.cli.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.report.data.Rows;
import propria.app.report.data.Run;
import propria.app.report.data.RunFolder;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Source;
import propria.evidence.citation.BibTexEntry;

/// BibTeX of all sources that a run used: those of its numbers and those of the measurements it is held against.
public final class RunBibliography {

    private final EvidenceLibrary evidence;
    private final Terminal terminal;

    public RunBibliography(EvidenceLibrary evidence, Terminal terminal) {
        this.evidence = evidence;
        this.terminal = terminal;
    }

    /// Writes it.
    ///
    /// @param out the file; empty for standard output
    public int run(Path folder, Optional<Path> out) throws IOException {
        Run run = RunFolder.read(folder);
        SortedSet<String> keys = run.sources().stream().map(Rows.SourceRow::key)
                .collect(Collectors.toCollection(TreeSet::new));
        run.measurements().forEach(m -> evidence.source(m.source()).ifPresent(s -> keys.add(s.key())));
        List<Source> known = keys.stream().flatMap(k -> evidence.source(k).stream()).toList();
        List<String> unknown = keys.stream().filter(k -> evidence.source(k).isEmpty()).toList();
        String text = known.stream().map(s -> BibTexEntry.of(s).toString()).collect(Collectors.joining("\n"));
        if (out.isPresent()) {
            Files.writeString(out.get(), text);
            terminal.answer(known.size() + " entries in " + out.get());
            terminal.put("file", out.get().toString());
        } else {
            terminal.answer(text.stripTrailing());
            terminal.put("bibtex", text);
        }
        if (!unknown.isEmpty()) {
            terminal.note("no longer in the library: " + String.join(", ", unknown));
        }
        terminal.put("entries", known.size()).put("unknown", unknown);
        return ExitCode.DONE;
    }
}
