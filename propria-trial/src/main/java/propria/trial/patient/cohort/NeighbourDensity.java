package propria.trial.patient.cohort;

import java.util.Arrays;
import java.util.List;

/// The density of points from the distance to the k-th nearest of them (Loftsgaarden and Quesenberry 1965,
/// doi:10.1214/aoms/1177700079), as Allen, Rieger and Musante 2016 estimate that of plausible patients (doi:10.1002/psp4.12063).
final class NeighbourDensity {

    private static final int NEIGHBOURS = 10;

    private final List<double[]> points;

    /// @param points of one dimension, at least two
    NeighbourDensity(List<double[]> points) {
        this.points = List.copyOf(points);
    }

    /// The logarithm of the density at a place, but for a constant that is the same everywhere.
    ///
    /// @param one how many of the points are the place itself: 1 for one of the points, else 0
    double log(double[] at, int one) {
        double[] squares = new double[points.size()];
        for (int i = 0; i < squares.length; i++) {
            double[] point = points.get(i);
            double sum = 0;
            for (int j = 0; j < at.length; j++) {
                double d = point[j] - at[j];
                sum += d * d;
            }
            squares[i] = sum;
        }
        Arrays.sort(squares);
        int k = StrictMath.min(NEIGHBOURS - 1 + one, squares.length - 1);
        return -0.5 * at.length * StrictMath.log(StrictMath.max(squares[k], 1e-12));
    }
}
