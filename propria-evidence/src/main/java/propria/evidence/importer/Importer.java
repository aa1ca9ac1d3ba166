package propria.evidence.importer;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import propria.evidence.Identifiers;
import propria.evidence.importer.format.BibTex;
import propria.evidence.importer.format.CrossrefJson;
import propria.evidence.importer.format.CslJson;
import propria.evidence.importer.format.Medline;
import propria.evidence.importer.format.PubMedText;
import propria.evidence.importer.format.PubMedXml;
import propria.evidence.importer.format.RetractionWatchCsv;
import propria.evidence.importer.format.Ris;
import propria.evidence.importer.text.TextFile;
import propria.evidence.importer.work.Format;
import propria.evidence.importer.work.Imported;
import propria.evidence.importer.work.Notice;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Reads a file of any known format.
public final class Importer {

    private static final int HEAD = 8192;

    private Importer() {
    }

    /// Reads a file, told apart by what is in it.
    ///
    /// @param wanted of which publications the notices of a database are kept, so that a large one takes little memory
    /// @throws ProblemException E201 when it cannot be read, E202 when no format is recognised, E203 when it ends early,
    ///         E204 when it is malformed
    public static Imported read(Path path, Predicate<Identifiers> wanted) {
        TextFile file = TextFile.of(path);
        Format format = format(file).orElseThrow(() -> new ProblemException(Problem.error("E202",
                SourceLocation.of(path.toString()), "the format of this file is not known",
                "known: PubMed text, PubMed format, PubMed XML, Crossref JSON, Retraction Watch CSV, RIS, BibTeX, CSL-JSON",
                "export it in one of these")));
        return switch (format) {
            case PUBMED_TEXT -> PubMedText.read(file);
            case MEDLINE -> Medline.read(file);
            case PUBMED_XML -> PubMedXml.read(file);
            case CROSSREF_JSON -> CrossrefJson.read(file);
            case RETRACTION_WATCH_CSV -> retractionWatch(file, wanted);
            case RIS -> Ris.read(file);
            case BIBTEX -> BibTex.read(file);
            case CSL_JSON -> CslJson.read(file);
        };
    }

    private static Imported retractionWatch(TextFile file, Predicate<Identifiers> wanted) {
        List<Notice> kept = new ArrayList<>();
        Imported all = RetractionWatchCsv.read(file, notice -> {
            if (wanted.test(notice.about())) {
                kept.add(notice);
            }
        });
        return new Imported(all.format(), all.rows(), List.of(), kept, all.warnings());
    }

    /// The format of a file, by its first characters.
    static Optional<Format> format(TextFile file) {
        String head = head(file);
        String start = head.stripLeading();
        String name = String.valueOf(file.path().getFileName()).toLowerCase(Locale.ROOT);
        if (start.startsWith("<")) {
            return head.contains("Pubmed") ? Optional.of(Format.PUBMED_XML) : Optional.empty();
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            boolean crossref = head.contains("\"message-type\"") || head.contains("\"updated-by\"")
                    || head.contains("\"update-to\"") || head.contains("\"date-time\"")
                    || head.contains("\"message\"");
            boolean json = name.endsWith(".json") || start.startsWith("[{") || start.contains("\"");
            return crossref
                    ? Optional.of(Format.CROSSREF_JSON)
                    : json
                            ? Optional.of(Format.CSL_JSON)
                            : Optional.empty();
        }
        if (RetractionWatchCsv.COLUMNS.stream().filter(head.lines().findFirst().orElse("")::contains).count() >= 2) {
            return Optional.of(Format.RETRACTION_WATCH_CSV);
        }
        if (has(head, "^\\s{0,3}TY {1,2}- ")) {
            return Optional.of(Format.RIS);
        }
        if (has(head, "^PMID- ")) {
            return Optional.of(Format.MEDLINE);
        }
        if (has(head, "^\\s*@[A-Za-z]+\\s*[{(]")) {
            return Optional.of(Format.BIBTEX);
        }
        boolean text = has(head, "^\\s*[-•*]?\\s*PMID:\\s*\\d+") || has(head, "^Expression of concern in\\s*$");
        return text ? Optional.of(Format.PUBMED_TEXT) : Optional.empty();
    }

    private static boolean has(String head, String line) {
        return Pattern.compile(line, Pattern.MULTILINE).matcher(head).find();
    }

    private static String head(TextFile file) {
        try (Reader in = file.open()) {
            char[] head = new char[HEAD];
            int n = in.read(head);
            return n < 0 ? "" : new String(head, 0, n);
        } catch (IOException e) {
            throw TextFile.unreadable(file.path(), e);
        }
    }
}
