package propria.engine.compile.graph;

import propria.engine.math.Elementary;

/// Functions that the platform lacks, as static methods that generated code calls.
public final class Special {

    private static final int LARGEST_FACTORIAL = 170;

    private Special() {
    }

    /// `n!` of a whole number, infinite above 170; not a number where `n` is negative or not whole.
    public static double factorial(double n) {
        if (!(n >= 0) || n != Math.rint(n)) {
            return Double.NaN;
        }
        if (n > LARGEST_FACTORIAL) {
            return Double.POSITIVE_INFINITY;
        }
        double product = 1;
        for (int k = 2; k <= (int) n; k++) {
            product *= k;
        }
        return product;
    }

    /// The root of `x` of a degree; a negative number has one of odd degree.
    public static double root(double degree, double x) {
        boolean odd = Math.abs(degree % 2) == 1;
        return x < 0 && odd ? -Elementary.pow(-x, 1 / degree) : Elementary.pow(x, 1 / degree);
    }

    /// The whole part of `a / b`, towards zero.
    public static double quotient(double a, double b) {
        double ratio = a / b;
        return ratio < 0 ? Math.ceil(ratio) : Math.floor(ratio);
    }

    /// What [#quotient] leaves of `a`, with the sign of `a`.
    public static double remainder(double a, double b) {
        return a % b;
    }

    /// The inverse of sinh; `log1p` keeps small arguments exact.
    public static double arcsinh(double x) {
        double a = Math.abs(x);
        return Math.copySign(StrictMath.log1p(a + a * a / (1 + Math.sqrt(a * a + 1))), x);
    }

    /// The inverse of cosh, not below zero; not a number below 1.
    public static double arccosh(double x) {
        double t = x - 1;
        return StrictMath.log1p(t + Math.sqrt(2 * t + t * t));
    }

    /// The inverse of tanh.
    public static double arctanh(double x) {
        return 0.5 * StrictMath.log1p(2 * x / (1 - x));
    }
}
