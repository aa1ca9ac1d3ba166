package propria.trial.analysis;

import java.util.Map;
import java.util.TreeMap;

/// How alike the members of clusters are.
public final class Clustering {

    private Clustering() {
    }

    /// The intraclass correlation from the analysis of variance of one way, `(MSB - MSW) / (MSB + (n0 - 1) MSW)`, after A.
    /// Donner, Int Stat Rev 54 (1986), 67-82. It can be below 0.
    ///
    /// @param values not a number leaves a member out
    /// @param clusters of the members
    /// @return not a number with fewer than two clusters, or none with two members
    public static double intraclass(double[] values, int[] clusters) {
        Map<Integer, double[]> sums = new TreeMap<>();
        double count = 0;
        double total = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                double[] own = sums.computeIfAbsent(clusters[i], _ -> new double[2]);
                own[0]++;
                own[1] += values[i];
                count++;
                total += values[i];
                squares += values[i] * values[i];
            }
        }
        double between = -total * total / count;
        double sizes = 0;
        double explained = 0;
        for (double[] own : sums.values()) {
            explained += own[1] * own[1] / own[0];
            sizes += own[0] * own[0];
        }
        between += explained;
        double groups = sums.size();
        if (groups < 2 || count <= groups) {
            return Double.NaN;
        }
        double meanBetween = between / (groups - 1);
        double meanWithin = (squares - explained) / (count - groups);
        double size = (count - sizes / count) / (groups - 1);
        double all = meanBetween + (size - 1) * meanWithin;
        return all > 0 ? (meanBetween - meanWithin) / all : Double.NaN;
    }
}
