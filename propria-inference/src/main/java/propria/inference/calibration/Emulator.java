package propria.inference.calibration;

import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.RealMatrix;

/// A quick stand-in for the model: each feature as a quadratic of the free parameters without their products, fitted by
/// ridge regression to points at which the model was simulated (Hoerl and Kennard 1970, doi:10.2307/1267351). What it
/// leads to is always checked by the model itself.
final class Emulator {

    private static final double RIDGE = 0.5;
    private static final double CENTRE = 1.0;

    private final double[][] coefficients;
    private final int parameters;
    private final double[] errors;

    /// @param points where the model was simulated, as standard normal numbers
    /// @param features what it gave
    /// @param weights how much each point counts
    Emulator(List<double[]> points, List<double[]> features, double[] weights) {
        parameters = points.getFirst().length;
        int terms = 1 + 2 * parameters;
        int outputs = features.getFirst().length;
        RealMatrix normal = new Array2DRowRealMatrix(terms, terms);
        RealMatrix right = new Array2DRowRealMatrix(terms, outputs);
        for (int i = 0; i < points.size(); i++) {
            double[] x = terms(points.get(i));
            for (int a = 0; a < terms; a++) {
                for (int b = 0; b < terms; b++) {
                    normal.addToEntry(a, b, weights[i] * x[a] * x[b]);
                }
                for (int k = 0; k < outputs; k++) {
                    right.addToEntry(a, k, weights[i] * x[a] * features.get(i)[k]);
                }
            }
        }
        for (int a = 1; a < terms; a++) {
            normal.addToEntry(a, a, RIDGE);
        }
        DecompositionSolver solver = new CholeskyDecomposition(normal).getSolver();
        coefficients = new double[outputs][];
        for (int k = 0; k < outputs; k++) {
            coefficients[k] = solver.solve(new ArrayRealVector(right.getColumn(k))).toArray();
        }
        errors = new double[outputs];
        for (int i = 0; i < points.size(); i++) {
            double[] emulated = at(points.get(i));
            for (int k = 0; k < outputs; k++) {
                double away = emulated[k] - features.get(i)[k];
                errors[k] += away * away / points.size();
            }
        }
    }

    private double[] terms(double[] point) {
        double[] x = new double[1 + 2 * parameters];
        x[0] = CENTRE;
        for (int i = 0; i < parameters; i++) {
            x[1 + i] = point[i];
            x[1 + parameters + i] = point[i] * point[i] - 1;
        }
        return x;
    }

    /// The features at a point.
    double[] at(double[] point) {
        double[] x = terms(point);
        double[] features = new double[coefficients.length];
        for (int k = 0; k < features.length; k++) {
            double[] row = coefficients[k];
            double sum = 0;
            for (int a = 0; a < x.length; a++) {
                sum += row[a] * x[a];
            }
            features[k] = sum;
        }
        return features;
    }

    /// The root of the mean squared error of a feature at the points of the fit.
    double error(int feature) {
        return StrictMath.sqrt(errors[feature]);
    }
}
