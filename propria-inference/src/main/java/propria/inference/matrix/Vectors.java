package propria.inference.matrix;

/// Sums over arrays, always from the first to the last.
public final class Vectors {

    private Vectors() {
    }

    /// The inner product.
    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /// `a + factor b`
    public static double[] plus(double[] a, double factor, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < a.length; i++) {
            sum[i] += factor * b[i];
        }
        return sum;
    }

    /// A matrix times a vector.
    public static double[] times(double[][] a, double[] x) {
        double[] y = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            y[i] = dot(a[i], x);
        }
        return y;
    }

    /// Each number held within its bounds.
    public static double[] clip(double[] x, double[] lower, double[] upper) {
        double[] inside = x.clone();
        for (int i = 0; i < x.length; i++) {
            inside[i] = StrictMath.min(upper[i], StrictMath.max(lower[i], x[i]));
        }
        return inside;
    }

    /// The logarithm of the sum of exponentials, without overflow.
    public static double logSumExp(double[] logs) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            highest = StrictMath.max(highest, log);
        }
        if (Double.isInfinite(highest)) {
            return highest;
        }
        double sum = 0;
        for (double log : logs) {
            sum += StrictMath.exp(log - highest);
        }
        return highest + StrictMath.log(sum);
    }
}
