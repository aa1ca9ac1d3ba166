package propria.app.cli.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.text.Figures;
import propria.evidence.Authority;
import propria.evidence.EvidenceLibrary;
import propria.evidence.importer.Importer;
import propria.evidence.importer.work.Format;
import propria.evidence.importer.work.Imported;
import propria.evidence.refresh.IntegrityBlock;
import propria.evidence.refresh.Refresh;
import propria.model.problem.Problem;

/// Brings the integrity of the library's sources up to data that the user has downloaded.
public final class SourceRefresh {

    private final EvidenceLibrary evidence;
    private final Terminal terminal;

    public SourceRefresh(EvidenceLibrary evidence, Terminal terminal) {
        this.evidence = evidence;
        this.terminal = terminal;
    }

    /// Reads files and writes what they say into the source files.
    ///
    /// @param asOf when they were downloaded; else the day of the oldest file
    /// @param whole whether a Retraction Watch file is the whole database
    /// @param dry whether to write nothing
    public int run(List<Path> files, Optional<LocalDate> asOf, boolean whole, boolean dry) throws IOException {
        LocalDate day = asOf.isPresent() ? asOf.get() : oldest(files);
        Refresh refresh = new Refresh(evidence, day);
        List<Problem> warnings = new ArrayList<>();
        for (Path file : files) {
            Imported imported = Importer.read(file, about -> Refresh.about(evidence, about).isPresent());
            refresh.add(imported);
            warnings.addAll(imported.warnings());
            terminal.answer(file.getFileName() + ": " + imported.format().plain() + ", "
                    + Figures.count(imported.rows(), "record"));
            if (whole && imported.format() == Format.RETRACTION_WATCH_CSV) {
                refresh.whole(Authority.RETRACTION_WATCH);
            }
        }
        List<Refresh.Change> changes = refresh.changes();
        List<Map<String, Object>> told = new ArrayList<>();
        for (Refresh.Change change : changes) {
            say(change, told);
            if (!dry) {
                IntegrityBlock.write(change);
            }
        }
        long moved = changes.stream().filter(Refresh.Change::moved).count();
        terminal.answer(Figures.count(changes.size(), "source") + " asked about as of " + day + ", " + moved
                + " with another standing" + (dry ? "; nothing was written" : "; the files are updated"));
        terminal.put("as_of", day.toString()).put("asked", changes.size()).put("moved", moved)
                .put("written", !dry).put("changes", told);
        terminal.problems(warnings);
        return ExitCode.DONE;
    }

    private void say(Refresh.Change change, List<Map<String, Object>> told) {
        if (change.moved()) {
            terminal.answer("  " + terminal.strong(change.source().key()) + ": " + change.before().status().plain()
                    + " → " + change.after().deciding().map(i -> i.line()).orElse(""));
        }
        change.after().conflicts().forEach(c -> terminal.answer("  " + change.source().key() + ", conflict: " + c));
        change.remarks().forEach(r -> terminal.answer("  " + change.source().key() + ": " + r));
        told.add(Map.of("key", change.source().key(), "before", change.before().status().word(), "after",
                change.after().status().word(), "conflicts", change.after().conflicts(), "remarks",
                change.remarks()));
    }

    private static LocalDate oldest(List<Path> files) throws IOException {
        LocalDate oldest = LocalDate.MAX;
        for (Path file : files) {
            if (Files.exists(file)) {
                LocalDate day = LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(),
                        ZoneId.systemDefault());
                oldest = day.isBefore(oldest) ? day : oldest;
            }
        }
        return oldest;
    }
}
