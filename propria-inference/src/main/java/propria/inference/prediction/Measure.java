package propria.inference.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import propria.inference.design.RowDesign;
import propria.inference.design.RowDesign.Group;
import propria.inference.prediction.Mixture.Form;
import propria.inference.vocabulary.OutcomeTerm;
import propria.inference.vocabulary.Vocabulary;
import propria.inference.vocabulary.Vocabulary.ScoreScale;

/// How the numbers of a row are written: from a quantity of the model to the comparison scale, and what is usual there.
///
/// @param cell what its spread is pooled with
/// @param form of the comparison scale
/// @param scales what one unit of it may be, with weights
/// @param usual the usual spread between laboratories
/// @param anchor the usual shift between model and table
/// @param anchorSd how far it may be from that
/// @param animals the standard deviation between animals of one arm
record Measure(String cell, Form form, List<ScoreScale> scales, double usual, double anchor, double anchorSd,
        double animals) {

    private static final double PERCENT = 100;
    private static final double MOST_FRACTION_STATED = 0.85;
    private static final Pattern RANGE = Pattern.compile("0 ?[-_–/] ?(\\d+)");
    /// Days over which weights of animals drift apart and grow.
    private static final double LONGEST = 60;
    private static final Pattern MILLIMETRES = Pattern.compile("\\bmm\\b");
    private static final double SHIFT = 0.5;
    private static final String STANDARDISED = "smd";

    /// The scale on which a row is written.
    static Measure of(RowDesign row, Vocabulary words) {
        OutcomeTerm outcome = row.outcome();
        String group = row.group() == Group.HEALTHY ? "/healthy" : "/ill";
        double animals = words.animals(outcome.outcomeClass());
        boolean healthy = row.group() == Group.HEALTHY;
        String unit = row.row().unit().toLowerCase(java.util.Locale.ROOT);
        String name = outcome.outcomeClass() + group;
        if (unit.equals(STANDARDISED)) {
            return new Measure(STANDARDISED, Form.LINEAR, one(1), 1.5, 0, 1, 1);
        }
        return switch (outcome.kind()) {
            case SCORE -> new Measure(name, Form.SHARE, scales(row, words), healthy ? 0.04 : 0.2, 0,
                    healthy ? 0.03 : 0.1, animals);
            case PERCENTAGE -> share(name, 1.2);
            case START_PERCENT -> unit.startsWith("g")
                    ? new Measure(name + "/g", Form.LOG, one(1), 0.16, StrictMath.log(22.5), 0.15, animals / PERCENT)
                    : new Measure(name + "/%", Form.LINEAR, one(1), healthy ? 2.5 : 5, 0, 1, animals);
            case START_CHANGE -> new Measure(name + "/%", Form.LINEAR, one(1), healthy ? 2.5 : 5, 0, 1, animals);
            case LENGTH -> MILLIMETRES.matcher(unit).find()
                    ? new Measure(name + "/mm", Form.LOG, one(1), 0.12, StrictMath.log(10), 0.1, animals)
                    : new Measure(name, Form.LOG, one(1), 0.12, 0, 0.1, animals);
            case POSITIVE -> unit.startsWith("% of mice")
                    ? share(name + "/mice", 1.3)
                    : positive(name, row, words, unit, animals);
        };
    }

    private static Measure share(String name, double usual) {
        return new Measure(name, Form.LOGIT, one(PERCENT), usual, 0, SHIFT, 1);
    }

    private static Measure positive(String name, RowDesign row, Vocabulary words, String unit, double animals) {
        boolean absolute = row.outcome().quantity().matches("MPO|FITC_dextran|colon_.*");
        String cell = name + "/" + row.outcome().quantity() + "/" + unit;
        Optional<Double> anchor = words.anchor(unit);
        if (absolute && !unit.contains("sequenced")) {
            return new Measure(cell, Form.LOG, one(1), 0.7, 0, 0.6, animals);
        }
        return new Measure(cell, Form.LOG, one(1), 0.8, StrictMath.log(anchor.orElse(1.0)), 1.7, animals);
    }

    private static List<ScoreScale> one(double unit) {
        return List.of(new ScoreScale(unit, 1));
    }

    private static List<ScoreScale> scales(RowDesign row, Vocabulary words) {
        List<ScoreScale> usual = words.scales(row.outcome());
        Matcher range = RANGE.matcher(row.row().unit() + " " + row.row().outcome());
        if (!range.find() || row.outcome().outcomeClass().equals("clinical_score")) {
            return usual;
        }
        List<ScoreScale> stated = new ArrayList<>();
        stated.add(new ScoreScale(Double.parseDouble(range.group(1)), MOST_FRACTION_STATED));
        usual.forEach(s -> stated.add(new ScoreScale(s.maximum(), s.weight() * (1 - MOST_FRACTION_STATED))));
        return stated;
    }

    /// Whether it is a difference in standard deviations between animals.
    boolean isStandardised() {
        return cell.equals(STANDARDISED);
    }

    /// The scale that a value is taken to be on when it is learned from: the first that can hold it.
    double maximum(double value) {
        return scales.stream().mapToDouble(ScoreScale::maximum).filter(most -> value <= most * 1.0001).findFirst()
                .orElse(value);
    }

    /// A written value on the comparison scale.
    double on(double value) {
        return switch (form) {
            case SHARE -> value / maximum(value);
            case LINEAR -> value;
            case LOG -> StrictMath.log(StrictMath.max(value, 1e-6));
            case LOGIT -> Mixture.Part.logit(value / PERCENT);
        };
    }

    /// The value of the model on the comparison scale.
    double level(OutcomeTerm outcome, double quantity) {
        if (isStandardised()) {
            return 0;
        }
        return switch (outcome.kind()) {
            case SCORE -> quantity / outcome.maximum();
            case START_PERCENT -> form == Form.LOG ? StrictMath.log(quantity / PERCENT) : quantity;
            case START_CHANGE -> quantity;
            case LENGTH, POSITIVE -> form == Form.LOGIT
                    ? -3.4 + 1.5 * StrictMath.log(StrictMath.max(quantity, 1e-3))
                    : StrictMath.log(StrictMath.max(quantity, 1e-3));
            case PERCENTAGE -> 4.2 - 20 * StrictMath.max(0, 1 - quantity);
        };
    }

    /// How far a spread reaches at a day: the weight of an animal is known exactly on the day that it is compared with.
    double reach(RowDesign row, double day, double first) {
        if (form != Form.LINEAR || isStandardised()) {
            return 1;
        }
        double time = StrictMath.abs(day - first);
        return StrictMath.sqrt(StrictMath.max(StrictMath.min(time, LONGEST), 1e-3) / 8);
    }
}
