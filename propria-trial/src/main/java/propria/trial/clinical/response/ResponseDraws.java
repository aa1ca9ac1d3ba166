package propria.trial.clinical.response;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import propria.trial.clinical.design.RowPlan;

/// Draws of what does not belong to a single trial.
///
/// @param layout where numbers stand
/// @param points a draw each, of the length of [ResponseLayout#global]
/// @param seed of what is drawn anew
public record ResponseDraws(ResponseLayout layout, List<double[]> points, long seed) {

    public ResponseDraws {
        points = List.copyOf(points);
    }

    /// How many draws.
    public int size() {
        return points.size();
    }

    /// The size of the beta distribution of a draw; see [BetaBinomial].
    public double size(int draw) {
        return ResponsePosterior.size(points.get(draw)[layout.place("overdispersion")]);
    }

    /// The share of an arm in each draw.
    ///
    /// @param deviation of the trial, by draw
    /// @param effect deviation of the effect in the trial, by draw
    /// @param extra what is added to the logit
    public double[] shares(RowPlan plan, IntToDoubleFunction deviation, IntToDoubleFunction effect, double extra) {
        LinearTerms terms = LinearTerms.of(plan, layout);
        double[] shares = new double[points.size()];
        for (int d = 0; d < shares.length; d++) {
            shares[d] = ResponsePosterior.share(
                    terms.at(points.get(d), deviation.applyAsDouble(d), effect.applyAsDouble(d)) + extra);
        }
        return shares;
    }

    /// A parameter, by draw.
    public double[] values(String id) {
        int place = layout.place(id);
        return points.stream().mapToDouble(point -> point[place]).toArray();
    }
}
