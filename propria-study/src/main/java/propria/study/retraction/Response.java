package propria.study.retraction;

import java.util.Arrays;

/// How an effect follows a number, from a few places.
///
/// An effect that has one sign at all places is scaled: its logarithm follows straight lines, so that what is benefit or
/// harm at every place stays so, and effects that range over powers of ten are met. One that changes its sign is shifted
/// along straight lines. Beyond the outer places nothing changes further.
///
/// @param at the places, ascending
/// @param heights the effect there, or the logarithm of its size
/// @param scales whether it is scaled
record Response(double[] at, double[] heights, boolean scales) {

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
