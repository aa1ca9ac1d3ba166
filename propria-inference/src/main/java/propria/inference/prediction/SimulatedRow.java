package propria.inference.prediction;

import java.util.ArrayList;
import java.util.List;
import propria.inference.design.Courses;
import propria.inference.design.RowDesign;
import propria.inference.design.RowDesign.Contrast;
import propria.inference.design.RowDesign.Group;
import propria.inference.vocabulary.OutcomeTerm.Kind;
import propria.inference.vocabulary.Vocabulary;

/// A row and what the model gives for it under every draw.
///
/// @param design what the row says
/// @param measure how its numbers are written
/// @param levels for every draw and every contrast of the design
/// @param effects the effect model of every draw
/// @param firstDay the day that weights are compared with [d]
record SimulatedRow(RowDesign design, Measure measure, List<List<RowLevels>> levels, List<EffectModel> effects,
        double firstDay) {

    private static final double WHOLE = 100;

    static SimulatedRow of(RowDesign design, List<Courses.Recorded> courses, List<EffectModel> effects,
            Vocabulary words) {
        Measure measure = Measure.of(design, words);
        List<List<RowLevels>> levels = new ArrayList<>();
        for (Courses.Recorded course : courses) {
            levels.add(design.contrasts().stream().map(c -> RowLevels.of(design, c, course, words, measure)).toList());
        }
        return new SimulatedRow(design, measure, levels, effects, firstDay(design));
    }

    private static double firstDay(RowDesign design) {
        var unit = java.util.regex.Pattern.compile("of day (-?\\d+)").matcher(design.row().unit());
        return unit.find() ? Double.parseDouble(unit.group(1)) : 0;
    }

    double day() {
        Contrast contrast = design.contrasts().getFirst();
        return contrast.day();
    }

    boolean isSelected() {
        return design.isSelected();
    }

    boolean isTreated() {
        return design.group() == Group.TREATED;
    }

    /// 1 where an improvement is written as a higher value, else -1.
    int sign() {
        return design.outcome().rises() == design.outcome().inverse() ? -1 : 1;
    }

    /// 1 where an improvement moves the comparison scale up before words turn it round, else -1.
    private int rise() {
        return design.outcome().rises() ? 1 : -1;
    }

    /// Subjects in an arm.
    double n() {
        return StrictMath.max(2, design.row().n().orElse(Ordinal.USUAL_N));
    }

    /// How much of the difference between studies a comparison keeps under a draw.
    double against(int draw) {
        return effects.get(draw).keeps(design.lost(), design.againstProduct());
    }

    /// The expected improvement under a draw.
    double improvement(int draw, int contrast) {
        return levels.get(draw).get(contrast).improvement(design, design.contrasts().get(contrast), effects.get(draw));
    }

    /// What an offset of the row's class counts under a draw: less where authors have taken away what works, and in
    /// proportion to what the model expects of the arm at all.
    double offset(double offset, int draw) {
        return offset * effects.get(draw).retained(design.lost());
    }

    /// The level of a treated arm: untreated, moved by an improvement, but not past health.
    double treated(RowLevels level, double improvement) {
        if (measure.isStandardised()) {
            return sign() * improvement;
        }
        double most = StrictMath.abs(level.healthy() - level.untreated());
        double step = measure.animals() * improvement;
        return level.untreated() + rise() * StrictMath.max(-most - measure.animals(), StrictMath.min(most, step));
    }

    /// What was written, turned back where the words name the opposite of the quantity.
    double observed() {
        double value = design.row().mean().orElseThrow();
        return turned(value);
    }

    /// What a change is written without: the whole of the first day, 100 %; 0 for what is no change.
    double start() {
        return design.outcome().kind() == Kind.START_CHANGE && !measure.isStandardised() ? WHOLE : 0;
    }

    /// Turns a value round where the words name the opposite: a loss of weight of 11 % is a weight of 89 %.
    double turned(double value) {
        if (start() > 0) {
            return start() + value;
        }
        if (!design.outcome().inverse() || measure.form() == Mixture.Form.LOG || measure.isStandardised()) {
            return value;
        }
        return measure.form() == Mixture.Form.SHARE ? measure.maximum(value) - value : 100 - value;
    }

    /// How far the spread reaches.
    double reach() {
        return measure.reach(design, day(), firstDay);
    }
}
