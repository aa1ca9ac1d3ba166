package propria.inference.prediction;

/// How often a study that compares two arms reports an improvement, no difference or a worsening.
///
/// With `n` subjects an arm and a true difference of `z` standard deviations between animals, the test statistic is
/// normal about `z sqrt(n/2)` with variance 1; it is reported as a difference where it exceeds the two-sided 5 % point.
/// Differences between studies and outcomes widen it: their variance `h`, in squared standard deviations, counts `n/2`
/// times (Hedges 1984, doi:10.3102/10769986009001061, for reporting by significance).
final class Ordinal {

    /// Where a table does not say how many subjects an arm has.
    static final double USUAL_N = 8;

    private static final double MOST_N = 30;

    private Ordinal() {
    }

    /// The two-sided 5 % point of Student's t with 2n - 2 degrees of freedom, to 1 % from n = 3: a fit to tables.
    static double critical(double n) {
        double freedom = StrictMath.max(2 * n - 2, 2);
        return 1.96 + 2.4 / freedom + 3.6 / (freedom * freedom);
    }

    /// The test statistic of a difference of one standard deviation.
    static double half(double n) {
        return StrictMath.sqrt(StrictMath.min(n, MOST_N) / 2);
    }

    /// The standard deviation of the test statistic between studies and outcomes.
    static double spread(double n, double heterogeneity) {
        return StrictMath.sqrt(1 + half(n) * half(n) * heterogeneity);
    }

    /// Probabilities of improvement, no difference, worsening.
    ///
    /// @param z the expected improvement, in standard deviations between animals
    /// @param heterogeneity the variance of the true improvement about it
    static double[] probabilities(double z, double n, double heterogeneity) {
        double half = half(n);
        double spread = spread(n, heterogeneity);
        double point = critical(n);
        double better = Gaussian.cdf((half * z - point) / spread);
        double worse = Gaussian.cdf((-half * z - point) / spread);
        return new double[]{better, StrictMath.max(1 - better - worse, 0), worse};
    }

    /// The same among results that are reported: those without a difference, and those for the worse, are reported less
    /// often (a step of selection on significance and sign: Vevea and Hedges 1995, doi:10.1007/BF02294384).
    ///
    /// @param nullReported how often, relative to an improvement
    static double[] reported(double[] probabilities, double nullReported) {
        double all = probabilities[0] + nullReported * (probabilities[1] + probabilities[2]);
        return new double[]{probabilities[0] / all, nullReported * probabilities[1] / all,
                nullReported * probabilities[2] / all};
    }
}
