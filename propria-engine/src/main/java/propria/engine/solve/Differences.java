package propria.engine.solve;

/// Backward differences of the solution on an even grid: `of(k)` is the k-th difference, `of(0)` the solution itself.
final class Differences {

    private final int n;
    private final int maxOrder;
    private final double[][] table;
    private final double[][] transform;
    private final double[][] moved;
    private final double[] kept;
    /// The differences and step of the last accepted step, for interpolation after the step size has changed.
    private final double[][] last;
    private int lastOrder;
    private double lastStep;

    Differences(int n, int maxOrder) {
        this.n = n;
        this.maxOrder = maxOrder;
        this.table = new double[maxOrder + 3][n];
        this.last = new double[maxOrder + 1][n];
        this.moved = new double[maxOrder + 1][n];
        this.transform = new double[maxOrder + 1][maxOrder + 1];
        this.kept = new double[n];
    }

    void start(double[] y, double[] rates, double h) {
        for (double[] row : table) {
            java.util.Arrays.fill(row, 0);
        }
        for (int i = 0; i < n; i++) {
            table[0][i] = y[i];
            table[1][i] = h * rates[i];
        }
        lastOrder = 0;
        lastStep = h;
        System.arraycopy(y, 0, last[0], 0, n);
    }

    double[] of(int k) {
        return table[k];
    }

    /// The polynomial through the last values, one step on.
    void predict(int order, double[] into) {
        System.arraycopy(table[0], 0, into, 0, n);
        for (int k = 1; k <= order; k++) {
            double[] row = table[k];
            for (int i = 0; i < n; i++) {
                into[i] += row[i];
            }
        }
    }

    /// `factor * sum over k of weights[k] * of(k)`, k from 1 to `order`.
    void weightedSum(int order, double[] weights, double factor, double[] into) {
        java.util.Arrays.fill(into, 0);
        for (int k = 1; k <= order; k++) {
            double weight = factor * weights[k];
            double[] row = table[k];
            for (int i = 0; i < n; i++) {
                into[i] += weight * row[i];
            }
        }
    }

    /// Takes over a step whose difference of order `order + 1` is `change`.
    void accept(int order, double[] change, double h) {
        System.arraycopy(table[order + 1], 0, kept, 0, n);
        for (int i = 0; i < n; i++) {
            table[order + 2][i] = change[i] - kept[i];
            table[order + 1][i] = change[i];
        }
        for (int k = order; k >= 0; k--) {
            for (int i = 0; i < n; i++) {
                table[k][i] += table[k + 1][i];
            }
        }
        for (int k = 0; k <= order; k++) {
            System.arraycopy(table[k], 0, last[k], 0, n);
        }
        lastOrder = order;
        lastStep = h;
    }

    /// Moves the grid to steps `factor` times as long: `D R(factor) U`, U = R(1) (Shampine & Reichelt 1997, section 2.2).
    void resize(int order, double factor) {
        double[][] stretch = stretch(order, factor);
        double[][] unit = stretch(order, 1);
        for (int i = 0; i <= order; i++) {
            for (int j = 0; j <= order; j++) {
                double sum = 0;
                for (int k = 0; k <= order; k++) {
                    sum += stretch[i][k] * unit[k][j];
                }
                transform[i][j] = sum;
            }
        }
        for (int j = 0; j <= order; j++) {
            java.util.Arrays.fill(moved[j], 0);
            for (int k = 0; k <= order; k++) {
                double weight = transform[k][j];
                if (weight != 0) {
                    double[] row = table[k];
                    for (int i = 0; i < n; i++) {
                        moved[j][i] += weight * row[i];
                    }
                }
            }
        }
        for (int j = 0; j <= order; j++) {
            System.arraycopy(moved[j], 0, table[j], 0, n);
        }
    }

    private double[][] stretch(int order, double factor) {
        double[][] matrix = new double[order + 1][order + 1];
        for (int j = 0; j <= order; j++) {
            matrix[0][j] = 1;
        }
        for (int i = 1; i <= order; i++) {
            for (int j = 1; j <= order; j++) {
                matrix[i][j] = matrix[i - 1][j] * (i - 1 - factor * j) / i;
            }
        }
        return matrix;
    }

    /// The polynomial of the last step at time `at`, the step having ended at `end`.
    void interpolate(double end, double at, double[] into) {
        System.arraycopy(last[0], 0, into, 0, n);
        double product = 1;
        for (int k = 0; k < lastOrder; k++) {
            product *= (at - (end - lastStep * k)) / (lastStep * (k + 1));
            double[] row = last[k + 1];
            for (int i = 0; i < n; i++) {
                into[i] += product * row[i];
            }
        }
    }

    int maxOrder() {
        return maxOrder;
    }
}
