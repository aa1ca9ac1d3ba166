package propria.app.cli.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.text.Figures;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Identifiers;
import propria.evidence.Integrity;
import propria.evidence.Integrity.Status;
import propria.evidence.Source;
import propria.evidence.importer.Duplicates;
import propria.evidence.importer.Importer;
import propria.evidence.importer.SourceDraft;
import propria.evidence.importer.work.Imported;
import propria.evidence.importer.work.Notice;
import propria.evidence.importer.work.Work;
import propria.evidence.refresh.Refresh;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Reads bibliographies; drafts a source file for each publication that is new. The drafts go where the user says, never
/// into the library.
public final class SourceImport {

    private final EvidenceLibrary evidence;
    private final Path library;
    private final Terminal terminal;
    private final List<SourceDraft> drafts = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final List<Map<String, Object>> told = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    /// @param library the folder of sources
    public SourceImport(EvidenceLibrary evidence, Path library, Terminal terminal) {
        this.evidence = evidence;
        this.library = library;
        this.terminal = terminal;
        evidence.sources().forEach(s -> keys.add(s.key()));
    }

    /// Imports files.
    ///
    /// @param out the folder for drafts; empty when they are not wanted
    public int run(List<Path> files, Optional<Path> out) throws IOException {
        if (out.isPresent() && Files.exists(out.get()) && Files.isSameFile(out.get(), library)) {
            throw new ProblemException(Problem.error("U331", SourceLocation.of(out.get().toString()),
                    "drafts do not go into the library by themselves", "a person reads them first",
                    "name another folder; copy from there what you accept"));
        }
        Duplicates duplicates = new Duplicates(evidence);
        for (Path file : files) {
            Imported imported = Importer.read(file, about -> Refresh.about(evidence, about).isPresent());
            file(file, imported, duplicates.of(imported.works()));
            warnings.addAll(imported.warnings());
        }
        if (out.isPresent()) {
            write(out.get());
        } else if (!drafts.isEmpty()) {
            terminal.answer("Nothing was written; --out DIR writes " + Figures.count(drafts.size(), "draft") + ".");
        }
        terminal.put("files", told).put("new", drafts.stream().map(SourceDraft::key).toList());
        terminal.problems(warnings);
        return ExitCode.DONE;
    }

    private void file(Path file, Imported imported, List<Duplicates.Match> matches) {
        long fresh = matches.stream().filter(Duplicates.Match::isNew).count();
        terminal.answer(terminal.strong(String.valueOf(file.getFileName())) + ": " + imported.format().plain() + ", "
                + Figures.count(imported.rows(), "record") + ", " + fresh + " new");
        List<Map<String, Object>> records = new ArrayList<>();
        for (Duplicates.Match match : matches) {
            records.add(match.isNew() ? draft(match.work(), imported) : known(match));
        }
        List<Map<String, Object>> notices = new ArrayList<>();
        for (Notice notice : imported.notices()) {
            Optional<Source> about = Refresh.about(evidence, notice.about());
            if (notice.said().status() != Status.OK || about.isPresent()) {
                notices.add(notice(notice, about));
            }
        }
        told.add(Map.of("file", file.toString(), "format", imported.format().plain(), "records", imported.rows(),
                "works", records, "notices", notices));
    }

    private Map<String, Object> draft(Work work, Imported imported) {
        SourceDraft draft = SourceDraft.of(work, said(work.identifiers(), imported), keys::contains);
        keys.add(draft.key());
        drafts.add(draft);
        terminal.answer("  new    " + draft.key() + ": " + work.title());
        return record("new", draft.key(), work);
    }

    private static List<Integrity> said(Identifiers about, Imported imported) {
        return imported.notices().stream().filter(n -> n.about().equals(about)).map(Notice::said).toList();
    }

    private Map<String, Object> known(Duplicates.Match match) {
        String of = match.of().orElse("");
        terminal.answer("  " + (match.inLibrary() ? "known  " : "twice  ") + of + " (same " + match.by() + ")");
        return record(match.inLibrary() ? "known" : "twice", of, match.work());
    }

    private static Map<String, Object> record(String what, String key, Work work) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("what", what);
        map.put("key", key);
        map.put("title", work.title());
        work.identifiers().best().ifPresent(b -> map.put("identifier", b));
        return map;
    }

    private Map<String, Object> notice(Notice notice, Optional<Source> about) {
        String whom = about.map(Source::key).or(() -> notice.about().best()).orElse("?");
        boolean news = about.isPresent() && notice.said().status().compareTo(about.get().status()) > 0;
        terminal.answer("  notice " + whom + ": " + notice.said().line()
                + (news ? "; the library says " + about.get().status().plain() + " (propria sources refresh)" : ""));
        Map<String, Object> map = new LinkedHashMap<>(SourceCard.details(notice.said()));
        map.put("about", whom);
        map.put("news", news);
        return map;
    }

    private void write(Path out) throws IOException {
        Files.createDirectories(out);
        for (SourceDraft draft : drafts) {
            Path file = out.resolve(draft.key() + ".yaml");
            if (Files.exists(file)) {
                throw new ProblemException(Problem.error("U305", SourceLocation.of(file.toString()),
                        "the draft is there already", "a draft never overwrites another",
                        "remove it, or name another folder"));
            }
            Files.writeString(file, draft.text());
        }
        terminal.answer(Figures.count(drafts.size(), "draft") + " in " + out
                + "; read them, correct them, and copy what you accept into library/evidence");
        terminal.put("out", out.toString());
    }
}
