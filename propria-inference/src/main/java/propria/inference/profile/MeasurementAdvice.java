package propria.inference.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Which further measurement would tell the points of a profile apart: the one whose prediction moves most along the
/// profile, in units of the scatter that it would have.
///
/// @param what it measures
/// @param spread from the smallest to the largest prediction among points that the data allow, in standard deviations
public record MeasurementAdvice(String what, double spread) {

    /// What could be measured, as a model predicts it.
    ///
    /// @param names of the measurements
    /// @param values predicted, one each
    /// @param scales the scatter, one each, above zero
    public record Candidates(List<String> names, double[] values, double[] scales) {
    }

    /// All candidates, the most telling first.
    ///
    /// @param candidates at a point
    public static List<MeasurementAdvice> of(Profile profile, Function<double[], Candidates> candidates) {
        List<Candidates> all = profile.points().stream()
                .filter(p -> p.logPosterior() >= profile.best() - profile.threshold())
                .map(p -> candidates.apply(p.point())).toList();
        List<MeasurementAdvice> advice = new ArrayList<>();
        for (int k = 0; k < all.getFirst().names().size(); k++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (Candidates one : all) {
                low = StrictMath.min(low, one.values()[k]);
                high = StrictMath.max(high, one.values()[k]);
            }
            double scale = all.get(all.size() / 2).scales()[k];
            advice.add(new MeasurementAdvice(all.getFirst().names().get(k), (high - low) / scale));
        }
        advice.sort(Comparator.comparingDouble((MeasurementAdvice a) -> Double.isNaN(a.spread()) ? 0 : -a.spread()));
        return advice;
    }
}
