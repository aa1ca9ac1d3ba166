package propria.study.retraction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import propria.engine.random.Normal;
import propria.study.subject.Prior;
import propria.study.subject.Prior.Scale;

/// How wide the priors of numbers are that nobody has grounded: what an orphan falls back to.
///
/// @param widths by scale, the standard deviation that nine tenths of them do not exceed
record PriorWidths(Map<Scale, Double> widths) {

    private static final double WIDE = 0.9;
    private static final double LEAST = 2;
    /// Where a model has no such numbers: a factor of three up and down on the log scale; from 25 to 75 % on the logit
    /// scale.
    private static final Map<Scale, Double> OTHERWISE = Map.of(Scale.LOG, StrictMath.log(3) / Normal.Z95, Scale.LOGIT,
            StrictMath.log(3) / Normal.Z95);

    static PriorWidths of(Collection<Prior> assumed) {
        Map<Scale, List<Double>> all = new EnumMap<>(Scale.class);
        for (Prior prior : assumed) {
            if (!prior.isFixed()) {
                all.computeIfAbsent(prior.scale(), _ -> new ArrayList<>()).add((prior.below() + prior.above()) / 2);
            }
        }
        Map<Scale, Double> widths = new EnumMap<>(OTHERWISE);
        all.forEach((scale, each) -> {
            Collections.sort(each);
            widths.put(scale, each.get((int) StrictMath.ceil(WIDE * each.size()) - 1));
        });
        return new PriorWidths(widths);
    }

    /// The prior of a number that lost its last claim. One that was taken as known gets a width for the first time; where
    /// no scale fits, as for a zero, it stays as it is.
    Prior orphan(String id, Prior usual) {
        if (!usual.isFixed()) {
            double width = widths.getOrDefault(usual.scale(), 0.0);
            return new Prior(usual.scale(), usual.value(), StrictMath.max(LEAST * usual.below(), width),
                    StrictMath.max(LEAST * usual.above(), width));
        }
        if (!(usual.value() > 0)) {
            return usual;
        }
        Scale scale = Prior.isPart(id) && usual.value() < 1 ? Scale.LOGIT : Scale.LOG;
        double width = widths.getOrDefault(scale, 0.0);
        return new Prior(scale, usual.value(), width, width);
    }
}
