package propria.inference.calibration.emulator;

import java.util.Arrays;

/// A few columns that many are mixtures of: the column that the others explain least is taken again and again, and what it
/// explains is taken out of all (Gram-Schmidt with pivoting: Golub and Van Loan, Matrix Computations, 4th ed. 2013,
/// section 5.4.2).
///
/// @param scores a row a point, a column a direction, of unit mean square
/// @param loadings a row a direction, a column an output
record Basis(double[][] scores, double[][] loadings) {

    /// What is left of an output, as a share of its variance, where its directions are enough.
    private static final double LEFT = 1e-3;
    /// A standard deviation that nobody could see in an output.
    private static final double UNSEEN = 0.003;

    /// Finds directions.
    ///
    /// @param rows a row a point, a column an output, with mean about zero
    /// @param most directions
    static Basis of(double[][] rows, int most) {
        int n = rows.length;
        double[][] columns = new double[rows[0].length][n];
        double[] size = new double[columns.length];
        for (int m = 0; m < columns.length; m++) {
            for (int i = 0; i < n; i++) {
                columns[m][i] = rows[i][m];
            }
            size[m] = StrictMath.max(StrictMath.sqrt(square(columns[m]) / n), UNSEEN);
            scale(columns[m], 1 / size[m]);
        }
        double[][] scores = new double[n][most];
        double[][] loadings = new double[most][columns.length];
        int found = 0;
        while (found < most) {
            int pivot = largest(columns);
            double square = square(columns[pivot]) / n;
            if (square < LEFT) {
                break;
            }
            double[] direction = columns[pivot].clone();
            scale(direction, 1 / StrictMath.sqrt(square));
            for (int m = 0; m < columns.length; m++) {
                loadings[found][m] = takeOut(columns[m], direction) * size[m];
            }
            for (int i = 0; i < n; i++) {
                scores[i][found] = direction[i];
            }
            found++;
        }
        for (int i = 0; i < n; i++) {
            scores[i] = Arrays.copyOf(scores[i], found);
        }
        return new Basis(scores, Arrays.copyOf(loadings, found));
    }

    private static double takeOut(double[] column, double[] direction) {
        double sum = 0;
        for (int i = 0; i < column.length; i++) {
            sum += column[i] * direction[i];
        }
        double part = sum / column.length;
        for (int i = 0; i < column.length; i++) {
            column[i] -= part * direction[i];
        }
        return part;
    }

    private static int largest(double[][] columns) {
        int best = 0;
        double most = -1;
        for (int m = 0; m < columns.length; m++) {
            double square = square(columns[m]);
            if (square > most) {
                most = square;
                best = m;
            }
        }
        return best;
    }

    private static double square(double[] column) {
        double sum = 0;
        for (double x : column) {
            sum += x * x;
        }
        return sum;
    }

    private static void scale(double[] column, double by) {
        for (int i = 0; i < column.length; i++) {
            column[i] *= by;
        }
    }
}
