package propria.inference.prediction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How far the results of laboratories lie from a prediction: a shift that all share and a spread about it, both learned
/// from calibration rows and shrunk towards what is usual for such outcomes.
///
/// The spread has a log-normal prior, the shift a normal one; the spread is summed over a grid, the shift given the spread
/// is normal in closed form (Gelman et al., Bayesian Data Analysis, 3rd ed. 2013, section 5.4). Rows of one study share their
/// laboratory, and it is the spread between laboratories that is learned: `k` of them count as `1 + (k - 1)/10`.
///
/// @param nodes the shift, its spread and their weight
public record SpreadCell(List<Node> nodes) {

    private static final int GRID = 9;
    private static final double PRIOR_WIDTH = 0.45;
    private static final double REPEATS = 0.1;
    private static final double OUTLIERS = 0.07;
    private static final double OUTLIER_SPREAD = 2.5;
    private static final double[] LEVELS = {-1.8, -1.35, -0.9, -0.45, 0, 0.45, 0.9, 1.35, 1.8};

    public SpreadCell {
        nodes = List.copyOf(nodes);
    }

    /// One value of the spread.
    ///
    /// @param shift the expected shift
    /// @param sd of a new result about prediction and shift, what is not known of the shift included
    public record Node(double weight, double shift, double sd) {
    }

    /// A difference between a calibration row and its prediction.
    ///
    /// @param value on the comparison scale, divided by `unit`
    public record Residual(String study, double value) {
    }

    /// Learns a cell.
    ///
    /// @param usual the usual spread
    /// @param shift the usual shift
    /// @param shiftSd how far it may be from it
    public static SpreadCell of(List<Residual> residuals, double usual, double shift, double shiftSd) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        residuals.forEach(r -> sizes.merge(r.study(), 1, Integer::sum));
        List<double[]> found = new ArrayList<>();
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < GRID; i++) {
            double sd = usual * StrictMath.exp(LEVELS[i] * PRIOR_WIDTH * 1.5);
            double precision = 1 / (shiftSd * shiftSd);
            double sum = 0;
            double log = -0.5 * (LEVELS[i] * 1.5) * (LEVELS[i] * 1.5);
            double squares = 0;
            double count = 0;
            for (Residual residual : residuals) {
                int rows = sizes.getOrDefault(residual.study(), 1);
                double weight = (1 + REPEATS * (rows - 1)) / rows;
                double away = residual.value() - shift;
                precision += weight / (sd * sd);
                sum += weight * away / (sd * sd);
                squares += weight * away * away / (sd * sd);
                count += weight;
            }
            double mean = sum / precision;
            log += -count * StrictMath.log(sd) - 0.5 * (squares - sum * mean)
                    - 0.5 * StrictMath.log(precision * shiftSd * shiftSd);
            found.add(new double[]{log, shift + mean, StrictMath.sqrt(sd * sd + 1 / precision)});
            highest = StrictMath.max(highest, log);
        }
        double total = 0;
        for (double[] node : found) {
            node[0] = StrictMath.exp(node[0] - highest);
            total += node[0];
        }
        List<Node> nodes = new ArrayList<>();
        for (double[] node : found) {
            if (node[0] / total > 1e-4) {
                nodes.add(new Node(node[0] / total, node[1], node[2]));
            }
        }
        return new SpreadCell(withOutliers(nodes));
    }

    /// One result in so many lies far off, whatever the spread (a contaminated normal, Tukey 1960).
    private static List<Node> withOutliers(List<Node> nodes) {
        double kept = nodes.stream().mapToDouble(Node::weight).sum();
        double shift = nodes.stream().mapToDouble(n -> n.weight() * n.shift()).sum() / kept;
        double sd = nodes.stream().mapToDouble(n -> n.weight() * n.sd()).sum() / kept;
        List<Node> all = new ArrayList<>();
        nodes.forEach(n -> all.add(new Node((1 - OUTLIERS) * n.weight() / kept, n.shift(), n.sd())));
        all.add(new Node(OUTLIERS, shift, OUTLIER_SPREAD * sd));
        return all;
    }
}
