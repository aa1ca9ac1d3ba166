package propria.evidence.proposal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import propria.evidence.importer.text.CsvRows;
import propria.evidence.importer.text.TextFile;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Reads proposals from a table: tabs between cells, or commas when the file ends in `.csv`. A table of quantities, with the
/// columns `quantity`, `source` and, where known, `symbol`, `context` and `provenance` beside the usual ones, is read too:
/// the quantity is the statement, the symbol (else the quantity) names the claim, and what else is said becomes a note.
public final class ProposalTable {

    private static final List<String> QUANTITIES = List.of("quantity", "symbol", "context", "provenance");
    private static final Pattern IDENTIFIER = Pattern
            .compile("10\\.\\d{4,9}/\\S+|(?i:PMID:?\\s?\\d+)|PMC\\d+|https?://\\S+");
    private static final int LONGEST = 60;

    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private ProposalTable() {
    }

    /// @throws ProblemException E201 to E205 as for imports, E301 for a column that is missing or unknown, E302 for a cell
    ///         that is not what its column holds; all of them at once
    public static List<Proposal> read(Path path) {
        TextFile file = TextFile.of(path);
        ProposalTable table = new ProposalTable();
        char separator = path.toString().toLowerCase(Locale.ROOT).endsWith(".csv") ? ',' : '\t';
        List<Proposal> proposals = new ArrayList<>();
        try (CsvRows rows = new CsvRows(file, separator)) {
            List<String> header = rows.next().orElseThrow(() -> TextFile.endsEarly(file.at(1, 1), "nothing"));
            table.header(header, rows.place());
            for (Optional<List<String>> row = rows.next(); row.isPresent(); row = rows.next()) {
                proposals.add(table.proposal(row.get(), rows.place()));
            }
        }
        if (!table.problems.isEmpty()) {
            throw new ProblemException(table.problems);
        }
        return proposals;
    }

    private void header(List<String> header, SourceLocation place) {
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).strip().toLowerCase(Locale.ROOT);
            columns.put(name, i);
            if (!Proposal.COLUMNS.contains(name) && !QUANTITIES.contains(name)) {
                problems.add(Problem.error("E301", place, "there is no column `" + header.get(i) + "`",
                        "known: " + String.join(", ", Proposal.COLUMNS), Nearest.of(name, Proposal.COLUMNS)
                                .map(near -> "did you mean `" + near + "`?").orElse("remove it")));
            }
        }
        for (String needed : columns.containsKey("quantity") ? List.of("source") : Proposal.COLUMNS.subList(0, 3)) {
            if (!columns.containsKey(needed)) {
                problems.add(Problem.error("E301", place, "the column `" + needed + "` is missing", "",
                        "add it; `docs/evidence.md` shows a table"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private Proposal proposal(List<String> row, SourceLocation place) {
        for (String needed : Proposal.COLUMNS.subList(0, 3)) {
            if (cell(row, needed).isEmpty()) {
                wrong(place, needed, "", "it must be filled");
            }
        }
        return new Proposal(cell(row, "source"), cell(row, "claim"), cell(row, "statement"),
                number(row, "value", place), number(row, "low", place), number(row, "high", place), text(row, "unit"),
                number(row, "spread", place), kind(row, place), count(row, place), text(row, "for"),
                text(row, "place"), text(row, "proposed_by"),
                Proposal.COLUMNS.stream().map(c -> cell(row, c)).toList(), place);
    }

    private String cell(List<String> row, String column) {
        if (columns.containsKey("quantity")) {
            return switch (column) {
                case "source" -> identifier(written(row, "source"));
                case "statement" -> written(row, "quantity");
                case "claim" -> name(written(row, written(row, "symbol").isEmpty() ? "quantity" : "symbol"));
                case "note" -> Stream.of("context", "provenance", "note").map(c -> written(row, c))
                        .filter(c -> !c.isEmpty()).collect(Collectors.joining("; "));
                default -> written(row, column);
            };
        }
        return written(row, column);
    }

    /// The DOI, PubMed number or address within a citation; the citation itself where it holds none.
    private static String identifier(String citation) {
        Matcher found = IDENTIFIER.matcher(citation);
        return found.find() ? found.group().replaceFirst("[.,;)]+$", "") : citation;
    }

    private static String name(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST).replaceAll("-$", "") : plain;
    }

    private String written(List<String> row, String column) {
        Integer index = columns.get(column);
        return index == null || index >= row.size() ? "" : row.get(index).strip();
    }

    private Optional<String> text(List<String> row, String column) {
        return Optional.of(cell(row, column)).filter(c -> !c.isEmpty());
    }

    private OptionalDouble number(List<String> row, String column, SourceLocation place) {
        String cell = cell(row, column);
        try {
            double value = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
            if (cell.isEmpty()) {
                return OptionalDouble.empty();
            }
            if (Double.isFinite(value)) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException e) {
            wrong(place, column, cell, "it is not a number");
            return OptionalDouble.empty();
        }
        wrong(place, column, cell, "it is not finite");
        return OptionalDouble.empty();
    }

    private OptionalInt count(List<String> row, SourceLocation place) {
        String cell = cell(row, "n");
        if (cell.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!cell.matches("[1-9]\\d{0,6}")) {
            wrong(place, "n", cell, "it is not a number of subjects");
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(cell));
    }

    private String kind(List<String> row, SourceLocation place) {
        String cell = cell(row, "spread_kind");
        List<String> known = List.of("SD", "SEM", "IQR", "CI95", "unknown", "");
        if (!known.contains(cell)) {
            wrong(place, "spread_kind", cell, "known: SD, SEM, IQR, CI95, unknown");
        }
        return cell.isEmpty() ? "unknown" : cell;
    }

    private void wrong(SourceLocation place, String column, String cell, String why) {
        problems.add(Problem.error("E302", place, "`" + column + "` cannot be `" + cell + "`", why,
                "correct it, or leave it empty when it is not known"));
    }
}
