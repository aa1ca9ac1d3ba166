package propria.inference.sample;

import java.util.ArrayList;
import java.util.List;

/// What chains have drawn.
///
/// @param ids the parameters
/// @param points by chain and draw, on the scales of the parameters
/// @param logDensities by chain and draw
/// @param divergences how many kept steps broke down numerically
public record Draws(List<String> ids, double[][][] points, double[][] logDensities, int divergences) {

    public int chains() {
        return points.length;
    }

    /// Draws of each chain.
    public int length() {
        return points[0].length;
    }

    /// One parameter, by chain and draw.
    public double[][] parameter(int index) {
        double[][] values = new double[chains()][length()];
        for (int c = 0; c < chains(); c++) {
            for (int i = 0; i < length(); i++) {
                values[c][i] = points[c][i][index];
            }
        }
        return values;
    }

    /// All points, chain after chain.
    public List<double[]> all() {
        List<double[]> all = new ArrayList<>();
        for (double[][] chain : points) {
            all.addAll(List.of(chain));
        }
        return all;
    }
}
