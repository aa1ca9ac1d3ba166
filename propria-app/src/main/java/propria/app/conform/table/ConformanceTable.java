package propria.app.conform.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import propria.app.conform.CaseFolder;
import propria.app.conform.Outcome;
import propria.app.conform.Outcome.Verdict;

/// A page that says for each feature of SBML how many official cases pass, are refused, or fail, beside what other
/// engines are known to pass.
public final class ConformanceTable {

    /// Of the 1,821 cases, each in its newest level: what their authors or comparisons state that they pass.
    private static final Map<String, Integer> PUBLISHED = Map.of("SBSCL", 1635, "libRoadRunner", 1556, "COPASI", 1507,
            "libSBMLSim", 1494);
    private static final int PUBLISHED_OF = 1821;

    private final List<Row> rows = new ArrayList<>();
    private final String command;

    /// What became of a case, and what it tests.
    private record Row(CaseFolder folder, CaseHeader header, Outcome outcome) {
    }

    /// How many cases ended in each way.
    private static final class Counts {
        private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

        void add(Verdict verdict) {
            counts.merge(verdict, 1, Integer::sum);
        }

        int of(Verdict verdict) {
            return counts.getOrDefault(verdict, 0);
        }

        int all() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// @param folders the cases
    /// @param outcomes what became of them
    /// @param command what was typed, to be printed with the numbers
    public ConformanceTable(List<CaseFolder> folders, List<Outcome> outcomes, String command) throws IOException {
        this.command = command;
        Map<String, Outcome> byId = new TreeMap<>();
        outcomes.forEach(outcome -> byId.put(outcome.id(), outcome));
        for (CaseFolder folder : folders) {
            Outcome outcome = byId.get(folder.label());
            if (outcome != null) {
                rows.add(new Row(folder, CaseHeader.read(folder.header()), outcome));
            }
        }
    }

    /// The page, in Markdown.
    public String text() {
        StringBuilder page = new StringBuilder("# SBML semantic test suite\n\n");
        page.append("Made by\n\n```\n").append(command).append("\n```\n\n");
        page.append("""
                from the cases of the official suite (https://github.com/sbmlteam/sbml-test-suite). A case passes when
                every number lies within the tolerance that the case itself states. What is refused is refused before it
                is simulated, with a code and a reason; nothing is simulated in another meaning.

                """);
        section(page, "Level", "", row -> row.folder().level().map(List::of).orElse(List.of("newest of each case")));
        published(page);
        section(page, "Package", "Core SBML alone is the row `none`.",
                row -> row.header().packages().isEmpty() ? List.of("none") : row.header().packages());
        section(page, "Part of SBML", "A case counts in the row of each part that it has.",
                row -> row.header().components());
        section(page, "What is tested", "", row -> row.header().tests());
        reasons(page);
        return page.toString();
    }

    private void section(StringBuilder page, String title, String note, Function<Row, List<String>> features) {
        Map<String, Counts> counts = new TreeMap<>();
        rows.forEach(row -> features.apply(row).forEach(feature -> counts
                .computeIfAbsent(feature, _ -> new Counts()).add(row.outcome().verdict())));
        if (counts.isEmpty()) {
            return;
        }
        page.append("## ").append(title).append("\n\n").append(note.isEmpty() ? "" : note + "\n\n")
                .append("| ").append(title.toLowerCase(Locale.ROOT))
                .append(" | cases | pass | refused | fail | error |\n|---|--:|--:|--:|--:|--:|\n");
        counts.forEach((feature, count) -> page.append("| ").append(feature).append(" | ").append(count.all())
                .append(" | ").append(count.of(Verdict.PASS)).append(" | ").append(count.of(Verdict.REFUSED))
                .append(" | ").append(count.of(Verdict.FAIL)).append(" | ").append(count.of(Verdict.ERROR))
                .append(" |\n"));
        page.append('\n');
    }

    /// The comparison holds for the whole suite in the newest levels only.
    private void published(StringBuilder page) {
        Map<String, Row> newest = new TreeMap<>();
        rows.forEach(row -> newest.merge(row.folder().id(), row, (one, other) -> one.folder().label()
                .compareTo(other.folder().label()) > 0 ? one : other));
        if (newest.size() != PUBLISHED_OF) {
            return;
        }
        long own = newest.values().stream().filter(row -> row.outcome().verdict() == Verdict.PASS).count();
        page.append("## Beside other engines\n\nCases passed of ").append(PUBLISHED_OF)
                .append(", each in its newest level. The numbers of others are those published for them; they were not "
                        + "run here.\n\n| engine | pass |\n|---|--:|\n| Propria | ")
                .append(own).append(" |\n");
        PUBLISHED.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> page.append("| ").append(entry.getKey()).append(" | ").append(entry.getValue())
                        .append(" |\n"));
        page.append('\n');
    }

    private void reasons(StringBuilder page) {
        Map<String, List<String>> cases = new TreeMap<>();
        for (Row row : rows) {
            if (row.outcome().verdict() != Verdict.PASS) {
                String code = row.outcome().reason().split(" ", 2)[0];
                cases.computeIfAbsent(row.outcome().verdict() + " | " + (code.matches("[A-Z]\\d{3}") ? code : "-"),
                        _ -> new ArrayList<>()).add(row.outcome().id());
            }
        }
        if (cases.isEmpty()) {
            return;
        }
        page.append("## What did not pass\n\n`propria explain CODE` says what a code means.\n\n"
                + "| outcome | code | cases | which |\n|---|---|--:|---|\n");
        cases.forEach((what, which) -> page.append("| ").append(what).append(" | ").append(which.size()).append(" | ")
                .append(String.join(", ", which)).append(" |\n"));
    }
}
