package propria.trial.clinical.table;

import java.util.OptionalDouble;
import propria.inference.table.TableFile.Row;
import propria.model.problem.SourceLocation;

/// One line of `outcomes.csv`: what was seen in one arm of one trial, or how two arms compare. Cells are kept as written:
/// people write `>40` or `53/107` where a number is meant.
///
/// @param number its place in the table, from 1
/// @param trial the id of the trial
/// @param arm what the table calls the group
/// @param n patients, or lesions, in the group
/// @param set whom the row counts
/// @param endpoint what was measured
/// @param definition by which rule
/// @param week when [weeks]
/// @param counts responders, percent, mean, its standard deviation, median
/// @param effect how two arms compare
/// @param unit of the value
/// @param provenance `seen` where a person read it in its source
/// @param broken why its cells cannot be trusted; empty when they can
public record ClinicalRow(int number, String trial, String arm, String n, String set, String endpoint,
        String definition, String week, Counts counts, Effect effect, String unit, String provenance,
        String broken, SourceLocation place) {

    /// What was seen in an arm, as written.
    public record Counts(String responders, String percent, String mean, String sd, String median) {
    }

    /// A comparison, as written.
    public record Effect(String type, String value) {
    }

    static ClinicalRow of(Row row, int number) {
        return new ClinicalRow(number, row.text("trial_id"), row.text("arm"), row.text("n"),
                row.text("analysis_set"), row.text("endpoint"), row.text("definition"), row.text("week"),
                new Counts(row.text("responders"), row.text("percent"), row.text("mean"), row.text("sd"),
                        row.text("median")),
                new Effect(row.text("effect_type"), row.text("effect")), row.text("unit"), row.text("provenance"),
                "", row.place());
    }

    /// The number that a cell holds, with a sign of per cent or `about` before or after it.
    ///
    /// @return empty where there is none, or something else
    public static OptionalDouble number(String cell) {
        String plain = cell.strip().replace("−", "-").replaceFirst("^(about|approx\\.?|~|ca\\.?)\\s*", "")
                .replaceFirst("\\s*%$", "");
        if (plain.isEmpty() || !PLAIN.matcher(plain).matches()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(plain));
    }

    private static final java.util.regex.Pattern PLAIN = java.util.regex.Pattern
            .compile("[+-]?\\d+(\\.\\d*)?([eE][+-]?\\d+)?");

    /// When, in weeks: a plain number is of weeks, others say before or behind it what they are; the middle of a range.
    ///
    /// @return empty where the row does not say
    public OptionalDouble weeks() {
        java.util.regex.Matcher found = TIME.matcher(week.toLowerCase(java.util.Locale.ROOT));
        if (!found.find()) {
            return OptionalDouble.empty();
        }
        double first = Double.parseDouble(found.group(2));
        double value = found.group(3) == null ? first : (first + Double.parseDouble(found.group(3))) / 2;
        String before = found.group(1) == null ? "w" : found.group(1).substring(0, 1);
        return OptionalDouble.of(value * switch (found.group(4) == null ? before : found.group(4)) {
            case "m" -> 52.0 / 12;
            case "y" -> 52.0;
            case "d" -> 1.0 / 7;
            default -> 1.0;
        });
    }

    private static final java.util.regex.Pattern TIME = java.util.regex.Pattern
            .compile(
                    "(?:\\b(m|mo|months?|y|yr|years?|w|wk|weeks?|d|days?)[ .-]*)?(\\d+(?:\\.\\d+)?)(?:\\s*(?:-|–|to)\\s*(\\d+(?:\\.\\d+)?))?\\s*([wmyd])?");

    /// Whether a person read it in its source.
    public boolean isSeen() {
        return !provenance.startsWith("unverified");
    }

    /// The same with a reason why its cells cannot be trusted.
    ClinicalRow broken(String reason) {
        return new ClinicalRow(number, trial, arm, n, set, endpoint, definition, week, counts, effect, unit, provenance,
                reason, place);
    }

    /// What tells the row from others: the same fact in two tables has the same key.
    public String key() {
        return String.join("|", trial, arm, n, set, endpoint, definition, week, counts.responders(), counts.percent(),
                counts.mean(), counts.median(), effect.type(), effect.value());
    }
}
