package propria.study.retraction;

import java.util.Arrays;
import java.util.stream.IntStream;
import propria.study.summary.Effect.Middle;

/// How an effect follows a number, from a few places.
///
/// An effect that has one sign at all places is scaled: its logarithm follows straight lines, so that what is benefit or
/// harm at every place stays so, and effects that range over powers of ten are met. One that changes its sign is shifted
/// along straight lines. Beyond the outer places nothing changes further.
///
/// @param at the places, ascending
/// @param heights the effect there, or the logarithm of its size
/// @param scales whether it is scaled
public record Response(double[] at, double[] heights, boolean scales) {

    /// The response of a typical subject: at the middle place the median effect, elsewhere that times the median ratio of
    /// each subject's effect to its own in the middle, or, where the sign of any changes, plus the median difference.
    ///
    /// @param each by place, then by subject; what is not a number is left out
    public static double[] typical(double[][] each) {
        int middle = each.length / 2;
        double centre = Middle.of(each[middle]).value();
        boolean oneSign = Arrays.stream(each).flatMapToDouble(Arrays::stream).filter(e -> !Double.isNaN(e))
                .allMatch(e -> e * centre > 0);
        return Arrays.stream(each).mapToDouble(effects -> {
            double[] change = IntStream.range(0, effects.length)
                    .mapToDouble(s -> oneSign ? effects[s] / each[middle][s] : effects[s] - each[middle][s]).toArray();
            double typical = Middle.of(change).value();
            return oneSign ? centre * typical : centre + typical;
        }).toArray();
    }

    static Response of(double[] at, double[] effect) {
        boolean oneSign = Arrays.stream(effect).allMatch(e -> e > 0) || Arrays.stream(effect).allMatch(e -> e < 0);
        return oneSign
                ? new Response(at, Arrays.stream(effect).map(e -> StrictMath.log(StrictMath.abs(e))).toArray(), true)
                : new Response(at, effect, false);
    }

    /// An effect after the number has moved from one place to another.
    double moved(double effect, double from, double to) {
        double change = Line.at(at, heights, to) - Line.at(at, heights, from);
        return scales ? effect * StrictMath.exp(change) : effect + change;
    }
}
