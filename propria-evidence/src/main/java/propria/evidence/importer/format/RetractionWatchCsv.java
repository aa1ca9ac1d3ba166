package propria.evidence.importer.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import propria.evidence.Authority;
import propria.evidence.Identifiers;
import propria.evidence.Integrity.Status;
import propria.evidence.importer.text.CsvRows;
import propria.evidence.importer.text.Dates;
import propria.evidence.importer.text.TextFile;
import propria.evidence.importer.work.Format;
import propria.evidence.importer.work.Imported;
import propria.evidence.importer.work.Notice;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// The Retraction Watch database as the CSV file that Crossref publishes. It is read row by row: memory does not grow
/// with the file.
public final class RetractionWatchCsv {

    /// What a file must have to be one.
    public static final List<String> COLUMNS = List.of("RetractionDate", "RetractionNature", "OriginalPaperDOI",
            "OriginalPaperPubMedID");
    private static final int MOST_WARNINGS = 20;

    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Problem> warnings;

    private RetractionWatchCsv(TextFile file) {
        this.warnings = new ArrayList<>(file.warnings());
    }

    /// Reads a file, a notice at a time.
    ///
    /// @return how many rows there were, and warnings
    /// @throws ProblemException E203 when the file ends within a row, E204 when a row or the header is not one
    public static Imported read(TextFile file, Consumer<Notice> each) {
        RetractionWatchCsv reader = new RetractionWatchCsv(file);
        long rows = 0;
        try (CsvRows table = new CsvRows(file, ',')) {
            List<String> header = table.next().orElseThrow(() -> TextFile.endsEarly(file.at(1, 1), "nothing"));
            for (int i = 0; i < header.size(); i++) {
                reader.columns.put(header.get(i).strip(), i);
            }
            reader.checkHeader(table);
            for (Optional<List<String>> row = table.next(); row.isPresent(); row = table.next()) {
                rows++;
                if (row.get().size() < header.size() - 1) {
                    throw new ProblemException(Problem.error("E204", table.place(), "this row is too short",
                            row.get().size() + " cells, the header has " + header.size(),
                            "it was probably cut short; download the file again"));
                }
                reader.notice(row.get(), table).ifPresent(each);
            }
        }
        return new Imported(Format.RETRACTION_WATCH_CSV, rows, List.of(), List.of(), reader.warnings);
    }

    private void checkHeader(CsvRows table) {
        List<String> missing = COLUMNS.stream().filter(c -> !columns.containsKey(c)).toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(Problem.error("E204", table.place(),
                    "the header lacks " + String.join(", ", missing), "it has " + columns.size() + " columns",
                    "use the file as it was downloaded"));
        }
    }

    private Optional<Notice> notice(List<String> row, CsvRows table) {
        Identifiers about = new Identifiers(WorkBuilder.doiIn(cell(row, "OriginalPaperDOI")),
                number(cell(row, "OriginalPaperPubMedID")), Optional.empty(), Optional.empty());
        if (about.doi().isEmpty() && about.pmid().isEmpty()) {
            return Optional.empty();
        }
        Optional<Status> status = status(cell(row, "RetractionNature"), cell(row, "Reason"));
        if (status.isEmpty()) {
            if (warnings.size() < MOST_WARNINGS) {
                warnings.add(Problem.warning("E208", table.place(),
                        "`" + cell(row, "RetractionNature") + "` is not a known kind of notice",
                        "about " + about.best().orElse("?"), "add what it says to the source by hand"));
            }
            return Optional.empty();
        }
        Optional<String> notice = number(cell(row, "RetractionPubMedID")).map(p -> "PMID:" + p)
                .or(() -> WorkBuilder.doiIn(cell(row, "RetractionDOI")).map(d -> "doi:" + d))
                .or(() -> Optional.of(cell(row, "Record ID")).filter(id -> !id.isBlank()).map(id -> "record " + id));
        return Optional.of(new Notice(about, NoticeText.said(status.get(),
                Dates.american(cell(row, "RetractionDate")), notice, Authority.RETRACTION_WATCH, table.place())));
    }

    private static Optional<Status> status(String nature, String reason) {
        boolean replaced = reason.toLowerCase(Locale.ROOT).contains("retract and replace");
        return switch (nature.strip().toLowerCase(Locale.ROOT)) {
            case "retraction" -> Optional.of(replaced ? Status.REPLACED : Status.RETRACTED);
            case "expression of concern" -> Optional.of(Status.EXPRESSION_OF_CONCERN);
            case "correction" -> Optional.of(Status.CORRECTED);
            case "reinstatement" -> Optional.of(Status.REINSTATED);
            default -> Optional.empty();
        };
    }

    private String cell(List<String> row, String column) {
        Integer index = columns.get(column);
        return index == null || index >= row.size() ? "" : row.get(index);
    }

    /// PubMed numbers; the database writes 0 where there is none.
    private static Optional<String> number(String cell) {
        String digits = cell.strip().replaceFirst("\\.0$", "");
        return digits.matches("[1-9]\\d*") ? Optional.of(digits) : Optional.empty();
    }
}
