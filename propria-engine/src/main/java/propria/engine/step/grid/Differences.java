package propria.engine.step.grid;

import java.util.Arrays;

/// The past of a backward differentiation method: the state at the last time and its backward differences on a grid of
/// equal steps, row 0 the state, row `k` the k-th difference. A new step length rewrites the differences so that they
/// describe the same polynomial on the new grid (Shampine & Reichelt, SIAM J. Sci. Comput. 1997, section 2.3).
public final class Differences {

    /// The highest order.
    public static final int HIGHEST = 5;

    private final double[][] rows;
    private final double[][] moved;
    private final double[][] toNew = new double[HIGHEST + 1][HIGHEST + 1];
    private final double[][] toOld = new double[HIGHEST + 1][HIGHEST + 1];

    public Differences(int size) {
        rows = new double[HIGHEST + 3][size];
        moved = new double[HIGHEST + 1][size];
    }

    /// The state and first difference of a straight line.
    public void start(double[] y, double[] slope, double h) {
        for (double[] row : rows) {
            Arrays.fill(row, 0);
        }
        System.arraycopy(y, 0, rows[0], 0, y.length);
        for (int i = 0; i < y.length; i++) {
            rows[1][i] = h * slope[i];
        }
    }

    public double[] row(int k) {
        return rows[k];
    }

    /// Continues the polynomial of this order by one step.
    public void extrapolate(int order, double[] y) {
        System.arraycopy(rows[0], 0, y, 0, y.length);
        for (int k = 1; k <= order; k++) {
            double[] row = rows[k];
            for (int i = 0; i < y.length; i++) {
                y[i] += row[i];
            }
        }
    }

    /// Continues the polynomial of this order by one step, and adds up shares of the differences; two rows in one pass, which
    /// reads and writes memory half as often.
    ///
    /// @param shares for each difference
    /// @param y the state predicted
    /// @param psi the sum of the shares
    public void predict(int order, double[] shares, double[] y, double[] psi) {
        System.arraycopy(rows[0], 0, y, 0, y.length);
        Arrays.fill(psi, 0);
        int k = 1;
        for (; k < order; k += 2) {
            addTwo(rows[k], rows[k + 1], shares[k], shares[k + 1], y, psi);
        }
        if (k == order) {
            addOne(rows[k], shares[k], y, psi);
        }
    }

    private static void addTwo(double[] first, double[] second, double firstShare, double secondShare, double[] y,
            double[] psi) {
        for (int i = 0; i < y.length; i++) {
            y[i] = y[i] + first[i] + second[i];
            psi[i] = psi[i] + firstShare * first[i] + secondShare * second[i];
        }
    }

    private static void addOne(double[] row, double share, double[] y, double[] psi) {
        for (int i = 0; i < y.length; i++) {
            y[i] += row[i];
            psi[i] += share * row[i];
        }
    }

    /// Takes in the step that ended where `correction` says it differs from what was extrapolated.
    public void append(int order, double[] correction) {
        double[] last = rows[order + 1];
        double[] beyond = rows[order + 2];
        for (int i = 0; i < correction.length; i++) {
            beyond[i] = correction[i] - last[i];
            last[i] = correction[i];
        }
        int k = order;
        for (; k > 0; k -= 2) {
            addDown(rows[k - 1], rows[k], rows[k + 1]);
        }
        if (k == 0) {
            addDown(rows[0], rows[1]);
        }
    }

    private static void addDown(double[] lower, double[] row, double[] higher) {
        for (int i = 0; i < row.length; i++) {
            double sum = row[i] + higher[i];
            row[i] = sum;
            lower[i] += sum;
        }
    }

    private static void addDown(double[] row, double[] higher) {
        for (int i = 0; i < row.length; i++) {
            row[i] += higher[i];
        }
    }

    /// Changes the grid to steps `factor` times as long.
    public void rescale(int order, double factor) {
        fill(toNew, order, factor);
        fill(toOld, order, 1);
        for (int k = 1; k <= order; k++) {
            double[] target = moved[k];
            Arrays.fill(target, 0);
            for (int j = 1; j <= order; j++) {
                double share = 0;
                for (int m = 1; m <= order; m++) {
                    share += toNew[j][m] * toOld[m][k];
                }
                addTo(target, share, rows[j]);
            }
        }
        for (int k = 1; k <= order; k++) {
            System.arraycopy(moved[k], 0, rows[k], 0, moved[k].length);
        }
    }

    private static void addTo(double[] target, double share, double[] row) {
        if (share != 0) {
            for (int i = 0; i < target.length; i++) {
                target[i] += share * row[i];
            }
        }
    }

    /// The k-th difference as a combination of values on a grid stretched by `factor`: entry `[j][m]` is the product of
    /// `(i - 1 - m * factor) / i` for `i` up to `j`.
    private static void fill(double[][] matrix, int order, double factor) {
        for (int m = 1; m <= order; m++) {
            double product = 1;
            for (int j = 1; j <= order; j++) {
                product *= (j - 1 - m * factor) / j;
                matrix[j][m] = product;
            }
        }
    }

    /// The polynomial of this order, `s` steps after the last time (so `s` is not above zero).
    public void interpolate(int order, double s, double[] y) {
        System.arraycopy(rows[0], 0, y, 0, y.length);
        double product = 1;
        for (int k = 1; k <= order; k++) {
            product *= (s + k - 1) / k;
            addTo(y, product, rows[k]);
        }
    }
}
