package propria.inference.prediction;

/// The standard normal distribution.
final class Gaussian {

    private static final double ROOT2 = StrictMath.sqrt(2);
    private static final double LOG_ROOT_2PI = 0.5 * StrictMath.log(2 * StrictMath.PI);
    private static final double ROOT_PI = StrictMath.sqrt(StrictMath.PI);

    /// Numerators and denominators, the highest power first, of Cody's three rational functions.
    private static final double[] NEAR_ABOVE = {1.85777706184603153e-1, 3.16112374387056560e00, 1.13864154151050156e02,
            3.77485237685302021e02, 3.20937758913846947e03};
    private static final double[] NEAR_BELOW = {1, 2.36012909523441209e01, 2.44024637934444173e02,
            1.28261652607737228e03, 2.84423683343917062e03};
    private static final double[] MIDDLE_ABOVE = {2.15311535474403846e-8, 5.64188496988670089e-1,
            8.88314979438837594e0, 6.61191906371416295e01, 2.98635138197400131e02, 8.81952221241769090e02,
            1.71204761263407058e03, 2.05107837782607147e03, 1.23033935479799725e03};
    private static final double[] MIDDLE_BELOW = {1, 1.57449261107098347e01, 1.17693950891312499e02,
            5.37181101862009858e02, 1.62138957456669019e03, 3.29079923573345963e03, 4.36261909014324716e03,
            3.43936767414372164e03, 1.23033935480374942e03};
    private static final double[] FAR_ABOVE = {1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1,
            1.25781726111229246e-1, 1.60837851487422766e-2, 6.58749161529837803e-4};
    private static final double[] FAR_BELOW = {1, 2.56852019228982242e00, 1.87295284992346725e00,
            5.27905102951428412e-1, 6.05183413124413191e-2, 2.33520497626869185e-3};
    private static final double MIDDLE = 0.46875;
    private static final double FAR = 4;
    private static final double FARTHEST = 27;

    private Gaussian() {
    }

    /// The probability of a value below `x`.
    static double cdf(double x) {
        double upper = erfc(StrictMath.abs(x) / ROOT2);
        return 0.5 * (x > 0 ? 2 - upper : upper);
    }

    /// The complement of the error function, by rational functions that are least far from it (Cody 1969,
    /// doi:10.1090/S0025-5718-1969-0247736-4), to 1e-14 of itself.
    ///
    /// @param x not below zero
    static double erfc(double x) {
        if (x < MIDDLE) {
            return 1 - x * ratio(NEAR_ABOVE, NEAR_BELOW, x * x);
        }
        if (x > FARTHEST) {
            return 0;
        }
        double fall = StrictMath.exp(-x * x);
        if (x <= FAR) {
            return fall * ratio(MIDDLE_ABOVE, MIDDLE_BELOW, x);
        }
        double inverse = 1 / (x * x);
        return fall / x * (1 / ROOT_PI - inverse * ratio(FAR_ABOVE, FAR_BELOW, inverse));
    }

    private static double ratio(double[] above, double[] below, double x) {
        double one = above[0];
        double other = below[0];
        for (int i = 1; i < above.length; i++) {
            one = one * x + above[i];
            other = other * x + below[i];
        }
        return one / other;
    }

    /// The natural logarithm of the density at `x`.
    static double logDensity(double x) {
        return -0.5 * x * x - LOG_ROOT_2PI;
    }
}
