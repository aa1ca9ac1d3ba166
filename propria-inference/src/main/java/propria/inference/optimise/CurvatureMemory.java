package propria.inference.optimise;

import java.util.ArrayDeque;
import java.util.Deque;
import propria.inference.matrix.Vectors;

/// The curvature that the last steps have shown (BFGS).
final class CurvatureMemory {

    private static final int MOST_PAIRS = 10;
    private static final double LEAST_CURVATURE = 1e-10;

    private final int size;
    private final Deque<double[][]> pairs = new ArrayDeque<>();

    CurvatureMemory(int size) {
        this.size = size;
    }

    void clear() {
        pairs.clear();
    }

    /// Takes in a step and the change of the gradient of what is minimised; passes over pairs without curvature.
    void add(double[] step, double[] change) {
        if (Vectors.dot(step, change) > LEAST_CURVATURE * Vectors.dot(change, change)) {
            pairs.addLast(new double[][]{step, change});
            if (pairs.size() > MOST_PAIRS) {
                pairs.removeFirst();
            }
        }
    }

    /// `B`, from a multiple of the identity by one update of rank two a pair: Nocedal & Wright 2006, equation 6.19.
    double[][] matrix() {
        double first = pairs.isEmpty()
                ? 1
                : Vectors.dot(pairs.getLast()[1], pairs.getLast()[1])
                        / Vectors.dot(pairs.getLast()[0], pairs.getLast()[1]);
        double[][] b = new double[size][size];
        for (int i = 0; i < size; i++) {
            b[i][i] = first;
        }
        for (double[][] pair : pairs) {
            double[] s = pair[0];
            double[] y = pair[1];
            double[] bs = Vectors.times(b, s);
            double sbs = Vectors.dot(s, bs);
            double ys = Vectors.dot(y, s);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    b[i][j] += y[i] * y[j] / ys - bs[i] * bs[j] / sbs;
                }
            }
        }
        return b;
    }
}
