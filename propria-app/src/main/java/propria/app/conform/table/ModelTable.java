package propria.app.conform.table;

import java.util.List;
import java.util.Locale;
import propria.app.conform.ModelResult;
import propria.app.conform.Outcome.Verdict;

/// A page that says of each of a folder of models what two step methods made of it.
///
/// @param command what was typed, to be printed with the numbers
public record ModelTable(List<ModelResult> results, String command) {

    public ModelTable {
        results = List.copyOf(results);
    }

    /// The page, in Markdown.
    public String text() {
        StringBuilder page = new StringBuilder("# Models of others\n\nMade by\n\n```\n").append(command)
                .append("\n```\n\n");
        page.append(
                """
                        Each model is simulated by two step methods at a relative tolerance of 1e-10, which have nothing in common
                        but the equations. The difference is the largest of any state at any of 101 times, relative to the largest
                        value of that state in the course; below 1e-12 of the largest of all states, everything is rounding. Two
                        methods that agree within 1e-6 have solved the equations. Seconds are those of the simulation alone.

                        """);
        for (Verdict verdict : Verdict.values()) {
            long count = results.stream().filter(result -> result.outcome().verdict() == verdict).count();
            page.append(count).append(' ').append(verdict).append(verdict == Verdict.ERROR ? ".\n\n" : ", ");
        }
        page.append("| model | states | method | steps | s | other method | steps | s | difference | in |\n"
                + "|---|--:|---|--:|--:|---|--:|--:|--:|---|\n");
        results.forEach(result -> result.comparison().ifPresent(c -> page.append(row(result, c))));
        if (results.stream().anyMatch(result -> result.comparison().isEmpty())) {
            page.append("\n## Without a course\n\n| model | | why |\n|---|---|---|\n");
            results.stream().filter(result -> result.comparison().isEmpty())
                    .forEach(result -> page.append("| ").append(result.outcome().id()).append(" | ")
                            .append(result.outcome().verdict()).append(" | ")
                            .append(result.outcome().reason().replace("|", "\\|")).append(" |\n"));
        }
        return page.toString();
    }

    private static String row(ModelResult result, ModelResult.Comparison c) {
        StringBuilder row = new StringBuilder("| ").append(result.outcome().id()).append(" | ").append(c.states());
        for (ModelResult.Run run : c.runs()) {
            row.append(" | ").append(run.method()).append(" | ").append(run.steps())
                    .append(String.format(Locale.ROOT, " | %.2f", run.seconds()));
        }
        return row.append(String.format(Locale.ROOT, " | %s%.1e%s | ", result.outcome().verdict() == Verdict.FAIL
                ? "**"
                : "", c.difference(), result.outcome().verdict() == Verdict.FAIL ? "**" : "")).append(c.state())
                .append(" |\n").toString();
    }
}
