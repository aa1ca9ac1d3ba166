package propria.evidence.proposal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import propria.evidence.importer.text.CsvRows;
import propria.evidence.importer.text.TextFile;
import propria.evidence.proposal.Finding.Verdict;

/// A table of proposals with what the checks found, in which a person writes `accepted` or `refused`, name and day. Rows
/// that are there stay as they are, with the decisions in them.
public final class ReviewQueue {

    /// The columns for the person who decides.
    private static final List<String> DECISION = List.of("decision", "decided_by", "decided_on");

    private final List<List<String>> rows = new ArrayList<>();
    private final Set<List<String>> known = new HashSet<>();
    private int added;

    private ReviewQueue() {
    }

    /// Reads a queue; an empty one where there is no file.
    public static ReviewQueue read(Path path) {
        ReviewQueue queue = new ReviewQueue();
        if (Files.exists(path)) {
            try (CsvRows table = new CsvRows(TextFile.of(path), '\t')) {
                table.next();
                for (var row = table.next(); row.isPresent(); row = table.next()) {
                    queue.rows.add(row.get());
                    queue.known.add(row.get().subList(0, Math.min(Proposal.COLUMNS.size(), row.get().size())));
                }
            }
        }
        return queue;
    }

    /// The columns of a queue.
    public static List<String> columns() {
        return Stream.of(Proposal.COLUMNS, List.of("verdict"), ProposalChecks.names(), DECISION).flatMap(List::stream)
                .toList();
    }

    /// The most serious of several findings.
    public static Verdict verdict(Map<String, Finding> findings) {
        return findings.values().stream().map(Finding::verdict).max(Comparator.naturalOrder()).orElse(Verdict.WELL);
    }

    /// Adds a proposal.
    ///
    /// @return whether it was not there already
    public boolean add(Proposal proposal, SequencedMap<String, Finding> findings) {
        if (!known.add(proposal.cells())) {
            return false;
        }
        List<String> row = new ArrayList<>(proposal.cells());
        row.add(verdict(findings).name().toLowerCase(Locale.ROOT));
        findings.values().forEach(f -> row.add((f.verdict() == Verdict.WELL
                ? "ok"
                : f.verdict().name().toLowerCase(Locale.ROOT)) + (f.text().isEmpty() ? "" : ": " + f.text())));
        DECISION.forEach(_ -> row.add(""));
        rows.add(row);
        added++;
        return true;
    }

    /// How many were added since it was read.
    public int added() {
        return added;
    }

    /// Writes it.
    public void write(Path path) throws IOException {
        String text = Stream.concat(Stream.of(columns()), rows.stream())
                .map(row -> row.stream().map(ReviewQueue::cell).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(path, text);
    }

    private static String cell(String text) {
        return text.startsWith("\"") || text.chars().anyMatch(c -> c == '\t' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
