package propria.inference.design;

import java.util.List;
import java.util.regex.Pattern;
import propria.inference.table.EvidenceRow;
import propria.inference.vocabulary.OutcomeTerm;
import propria.inference.vocabulary.OutcomeTerm.Kind;

/// Whether what a row says can be a value of its outcome. Refuses what is impossible on the scale that the unit names: such a
/// value says that the table means something else than is understood.
final class Written {

    private static final Pattern SCORES = Pattern
            .compile("(?i)^$|score|\\d ?[-–/]|none|normal|grade|index|point|smd|arbitrary");
    private static final Pattern PERCENTAGES = Pattern.compile("(?i)^$|%|percent|smd");
    private static final Pattern WEIGHTS = Pattern.compile("(?i)^%.*|^percent.*|^g\\b.*|^grams?\\b.*|^smd$|^$");
    private static final Pattern LENGTHS = Pattern.compile("(?i).*\\b[cm]m\\b.*|^smd$|^$");
    private static final String STANDARDISED = "SMD";
    private static final double MOST_OF_A_SCORE = 100;
    private static final double PERCENT = 100;
    private static final double LEAST_WEIGHT = 5;
    private static final double MOST_WEIGHT = 300;
    private static final double MOST_GRAMS = 70;
    private static final double MOST_CHANGE = 50;
    private static final Pattern CHANGES = Pattern.compile("(?i)chang|gain|delta|Δ");
    private static final double MOST_LOSS = 60;
    private static final double FIRST_DAY = -60;
    private static final double LAST_DAY = 400;
    private static final int MOST_DOSES = 100;

    private Written() {
    }

    /// What a row of an outcome has: a weight in percent of the first day is a change where it is below zero, or where the
    /// words say so and it is too small for the weight of a living animal.
    static OutcomeTerm term(EvidenceRow row, OutcomeTerm outcome) {
        if (outcome.kind() != Kind.START_PERCENT || row.isDirection() || !row.unit().startsWith("%")) {
            return outcome;
        }
        double value = row.mean().orElse(PERCENT);
        boolean change = value < 0
                || value < MOST_CHANGE && CHANGES.matcher(row.outcome() + " " + row.unit()).find()
                        && !outcome.inverse();
        return change ? outcome.asChange() : outcome;
    }

    static void check(EvidenceRow row, OutcomeTerm outcome) throws Refusal {
        if (row.mean().isEmpty()) {
            throw new Refusal("the row has no value");
        }
        if (row.isDirection()) {
            return;
        }
        difference(row, outcome);
        if (row.unit().startsWith("unit not visible")) {
            throw new Refusal("the unit is not stated");
        }
        if (row.unit().contains("lower bound") || row.unit().contains("upper bound")) {
            throw new Refusal("it is a bound, not a value");
        }
        if (!row.unit().equals(STANDARDISED)) {
            unit(row, outcome.kind());
            value(row.mean().getAsDouble(), row.unit(), outcome.kind());
        }
    }

    private static void difference(EvidenceRow row, OutcomeTerm outcome) throws Refusal {
        boolean level = switch (outcome.kind()) {
            case SCORE, PERCENTAGE, START_CHANGE -> true;
            case START_PERCENT -> row.unit().startsWith("%");
            case LENGTH, POSITIVE -> false;
        };
        if (outcome.inverse() && !level && !row.unit().equals(STANDARDISED)) {
            throw new Refusal(
                    "a loss in `" + row.unit() + "` is a difference, and what it is a difference from is not stated");
        }
    }

    private static void unit(EvidenceRow row, Kind kind) throws Refusal {
        String unit = row.unit();
        switch (kind) {
            case SCORE -> refuse(!SCORES.matcher(unit).find(), "`" + unit + "` is no unit of a score");
            case START_PERCENT, START_CHANGE -> refuse(!WEIGHTS.matcher(unit).matches(), "`" + unit
                    + "` is no unit of body weight that is known: g or % of the first day");
            case LENGTH -> refuse(!LENGTHS.matcher(unit).matches(), "`" + unit
                    + "` is no unit of a length that is known: cm or mm");
            case PERCENTAGE -> refuse(!PERCENTAGES.matcher(unit).find(), "`" + unit + "` is no percentage");
            case POSITIVE -> {
                // compared in the unit that is written, whichever it is
            }
        }
    }

    private static void value(double value, String unit, Kind kind) throws Refusal {
        switch (kind) {
            case SCORE -> refuse(value < 0 || value > MOST_OF_A_SCORE, "no score that is known reaches " + value);
            case PERCENTAGE -> refuse(value < 0 || value > PERCENT, value + " % is no share");
            case START_CHANGE -> refuse(value < -MOST_LOSS, "no living animal has lost " + -value + " % of its weight");
            case START_PERCENT, LENGTH -> {
                refuse(value <= 0, "a weight or length of " + value
                        + " is a change, and what it is a change from is not stated");
                refuse(kind == Kind.START_PERCENT && !(value >= LEAST_WEIGHT && value <= MOST_WEIGHT), value + " `"
                        + unit + "` is no body weight of a living mouse");
                refuse(kind == Kind.START_PERCENT && unit.startsWith("g") && value > MOST_GRAMS, value + " `" + unit
                        + "` is no body weight of a mouse, which the calibration is of");
            }
            case POSITIVE -> {
                boolean share = unit.toLowerCase(java.util.Locale.ROOT).startsWith("% of mice");
                refuse(value < 0, value + " is below the zero of its scale");
                refuse(value == 0 && !share, "zero is below what the assay can show, and its limit is not stated");
            }
        }
    }

    private static void refuse(boolean wrong, String reason) throws Refusal {
        if (wrong) {
            throw new Refusal(reason);
        }
    }

    /// A day on which something is measured.
    static void day(double day) throws Refusal {
        refuse(!(day >= FIRST_DAY && day <= LAST_DAY), "day " + day + " is outside of what is simulated, "
                + FIRST_DAY + " to " + LAST_DAY);
    }

    /// The days of doses.
    static void doses(List<Double> days) throws Refusal {
        refuse(days.size() > MOST_DOSES, days.size() + " doses are more than are simulated, " + MOST_DOSES);
        for (double day : days) {
            day(day);
        }
    }
}
