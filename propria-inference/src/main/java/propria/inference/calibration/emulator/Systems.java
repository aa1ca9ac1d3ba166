package propria.inference.calibration.emulator;

/// Symmetric positive systems with many right sides.
final class Systems {

    private static final double LEAST = 1e-12;

    private Systems() {
    }

    /// Factors a matrix as `L L'` in place.
    ///
    /// @param a symmetric; its lower half is read
    static double[][] factor(double[][] a) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= i; j++) {
                double[] one = a[i];
                double[] other = a[j];
                double sum = one[j];
                for (int k = 0; k < j; k++) {
                    sum -= one[k] * other[k];
                }
                one[j] = i == j ? StrictMath.sqrt(StrictMath.max(sum, LEAST)) : sum / other[j];
            }
        }
        return a;
    }

    /// Replaces the right sides, a column each, by the solutions.
    static void solve(double[][] factor, double[][] right) {
        int n = factor.length;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                subtract(right[i], factor[i][k], right[k]);
            }
            scale(right[i], 1 / factor[i][i]);
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                subtract(right[i], factor[k][i], right[k]);
            }
            scale(right[i], 1 / factor[i][i]);
        }
    }

    private static void subtract(double[] from, double times, double[] row) {
        for (int c = 0; c < from.length; c++) {
            from[c] -= times * row[c];
        }
    }

    private static void scale(double[] row, double by) {
        for (int c = 0; c < row.length; c++) {
            row[c] *= by;
        }
    }
}
