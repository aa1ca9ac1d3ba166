package propria.inference.prediction;

import java.util.List;
import propria.inference.design.ArmDesign;
import propria.inference.design.Courses;
import propria.inference.design.RowDesign;
import propria.inference.design.RowDesign.Contrast;
import propria.inference.design.RowDesign.Group;
import propria.inference.vocabulary.OutcomeTerm;
import propria.inference.vocabulary.OutcomeTerm.Kind;
import propria.inference.vocabulary.Vocabulary;

/// What the model gives for one row under one set of parameters.
///
/// @param arm the level of the arm on the comparison scale
/// @param untreated the level without treatment
/// @param healthy the level at health
/// @param own the improvement of the outcome's quantity against the comparator, in standard deviations between animals
/// @param overall the mean improvement of the core outcomes
/// @param otherOwn where two treatments are compared, `own` of the comparator; both are against no treatment then
/// @param otherOverall likewise
record RowLevels(double arm, double untreated, double healthy, double own, double overall, double otherOwn,
        double otherOverall) {

    private static final double MOST = 4;
    private static final double MOST_OF_DISEASE = 8;
    private static final double LEAST_LEVEL = 1e-3;

    /// A core outcome.
    private record Core(String quantity, boolean log, boolean rises, double animals) {
    }

    private static final List<Core> CORE = List.of(new Core("DAI", false, false, 0.18 * 4),
            new Core("body_weight", false, true, 4), new Core("histology", false, false, 0.15 * 12),
            new Core("colon_length", true, true, 0.08), new Core("TNF", true, false, 0.45));

    /// The quantities that [#of] reads beside the outcomes'.
    static final List<String> QUANTITIES = CORE.stream().map(Core::quantity).toList();

    static RowLevels of(RowDesign row, Contrast contrast, Courses.Recorded courses, Vocabulary words,
            Measure measure) {
        OutcomeTerm outcome = row.outcome();
        ArmDesign arm = contrast.arm();
        String quantity = outcome.quantity();
        double most = row.group() == Group.TREATED ? MOST : MOST_OF_DISEASE;
        Core self = new Core(quantity, outcome.kind() == Kind.POSITIVE || outcome.kind() == Kind.LENGTH,
                outcome.rises(), animals(outcome, words));
        boolean two = contrast.isBetweenTreatments();
        Contrast first = two
                ? new Contrast(arm, arm.untreated(), contrast.day(), contrast.day())
                : contrast;
        Contrast other = new Contrast(contrast.comparator(), arm.untreated(), contrast.day(), contrast.day());
        return new RowLevels(measure.level(outcome, courses.value(arm, contrast.day(), quantity)),
                measure.level(outcome, courses.value(arm.untreated(), contrast.day(), quantity)),
                measure.level(outcome, courses.value(arm.healthy(), contrast.day(), quantity)),
                change(courses, first, self, most), overall(courses, first, most),
                two ? change(courses, other, self, most) : 0, two ? overall(courses, other, most) : 0);
    }

    private static double overall(Courses.Recorded courses, Contrast contrast, double most) {
        double sum = 0;
        for (Core core : CORE) {
            sum += change(courses, contrast, core, most) / CORE.size();
        }
        return sum;
    }

    private static double animals(OutcomeTerm outcome, Vocabulary words) {
        double sd = words.animals(outcome.outcomeClass());
        return switch (outcome.kind()) {
            case SCORE -> sd * outcome.maximum();
            case PERCENTAGE -> sd / 100;
            case START_PERCENT, START_CHANGE, LENGTH, POSITIVE -> sd;
        };
    }

    private static double change(Courses.Recorded courses, Contrast contrast, Core core, double most) {
        double arm = courses.value(contrast.arm(), contrast.day(), core.quantity());
        double other = courses.value(contrast.comparator(), contrast.comparatorDay(), core.quantity());
        double change = core.log()
                ? StrictMath.log(StrictMath.max(arm, LEAST_LEVEL)) - StrictMath.log(StrictMath.max(other, LEAST_LEVEL))
                : arm - other;
        return StrictMath.max(-most, StrictMath.min(most, (core.rises() ? change : -change) / core.animals()));
    }

    /// The expected improvement, in standard deviations between animals.
    double improvement(RowDesign row, Contrast contrast, EffectModel effects) {
        if (row.group() != Group.TREATED || row.outcome().outcomeClass().equals("homing")) {
            return own - otherOwn;
        }
        return effects.improvement(own, overall, contrast.traits())
                - effects.improvement(otherOwn, otherOverall, contrast.others());
    }
}
