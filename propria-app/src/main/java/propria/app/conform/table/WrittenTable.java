package propria.app.conform.table;

import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import propria.app.conform.Outcome;
import propria.app.conform.Outcome.Verdict;
import propria.formats.sbml.level.SbmlLevel;

/// What became of cases that were written in older levels of SBML: a row a level, then a row a reason.
///
/// @param outcomes with the level at the end of their names
/// @param command what was typed
public record WrittenTable(List<Outcome> outcomes, String command) {

    private static final Pattern PROBLEM = Pattern.compile("([A-Z]\\d{3}) (.*)");
    /// Names of elements, which differ from case to case.
    private static final Pattern NAME = Pattern
            .compile("\\b(event|reaction|compartment|species|unit|quantity) [A-Za-z_]\\w*");

    public WrittenTable {
        outcomes = List.copyOf(outcomes);
    }

    /// The page in Markdown.
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("Made by `").append(command).append("`.\n\n");
        text.append("| written as | cases | pass | refused | fail | error |\n|---|--:|--:|--:|--:|--:|\n");
        List<SbmlLevel> levels = List.of(SbmlLevel.values()).stream()
                .filter(level -> outcomes.stream().anyMatch(o -> isOf(o, level))).toList();
        levels.forEach(level -> text.append(row(level)));
        text.append("\n| refused, since the level has no word for it | ")
                .append(String.join(" | ",
                        levels.stream().map(level -> level.text().toUpperCase(Locale.ROOT)).toList()))
                .append(" |\n|---|").append("--:|".repeat(levels.size())).append('\n');
        reasons(levels).forEach((reason, counts) -> {
            text.append("| ").append(reason).append(" |");
            for (int count : counts) {
                text.append(' ').append(count).append(" |");
            }
            text.append('\n');
        });
        return text.toString();
    }

    private static boolean isOf(Outcome outcome, SbmlLevel level) {
        return outcome.id().endsWith("-as-" + level.text());
    }

    private String row(SbmlLevel level) {
        List<Outcome> here = outcomes.stream().filter(o -> isOf(o, level)).toList();
        StringBuilder row = new StringBuilder("| ").append(level.title()).append(" | ").append(here.size())
                .append(" |");
        for (Verdict verdict : List.of(Verdict.PASS, Verdict.REFUSED, Verdict.FAIL, Verdict.ERROR)) {
            row.append(' ').append(here.stream().filter(o -> o.verdict() == verdict).count()).append(" |");
        }
        return row.append('\n').toString();
    }

    /// Cases that were refused for a reason; one with several reasons counts under each.
    private SequencedMap<String, int[]> reasons(List<SbmlLevel> levels) {
        TreeMap<String, int[]> reasons = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome.verdict() != Verdict.REFUSED) {
                continue;
            }
            List.of(outcome.reason().split("; ")).stream().map(WrittenTable::kind).distinct()
                    .forEach(
                            kind -> count(reasons.computeIfAbsent(kind, _ -> new int[levels.size()]), levels, outcome));
        }
        return reasons;
    }

    private static void count(int[] counts, List<SbmlLevel> levels, Outcome outcome) {
        for (int i = 0; i < counts.length; i++) {
            if (isOf(outcome, levels.get(i))) {
                counts[i]++;
            }
        }
    }

    private static String kind(String reason) {
        Matcher matcher = PROBLEM.matcher(reason);
        String what = matcher.matches() ? matcher.group(1) + " " + matcher.group(2) : reason;
        return NAME.matcher(what.replaceAll(", which Level.*", "")).replaceAll("$1 …").replace("|", "/");
    }
}
