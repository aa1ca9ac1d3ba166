package propria.engine.random;

import propria.model.expression.Distribution;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Numbers from the distributions of a model's formulas.
public final class Variates {

    /// A number that is not found between its bounds within so many trials is given up.
    private static final int MOST_TRIALS = 10_000_000;

    private Variates() {
    }

    /// A number.
    ///
    /// @param arguments those of the distribution, with two bounds, both included, where it is truncated
    /// @param count how many of them are given
    /// @throws ProblemException N309 if there is no such distribution, or hardly anything of it between the bounds
    public static double draw(Distribution distribution, double[] arguments, int count, RandomStream random) {
        boolean truncated = distribution.isTruncated(count);
        int own = truncated ? count - 2 : count;
        double first = arguments[0];
        double last = arguments[own - 1];
        if (!exists(distribution, own, first, last)) {
            throw impossible(distribution, "its arguments are " + first + (own > 1 ? " and " + last : ""));
        }
        double location = own == 1 ? 0 : first;
        if (!truncated) {
            return draw(distribution, location, first, last, random);
        }
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            double value = draw(distribution, location, first, last, random);
            if (value >= arguments[own] && value <= arguments[own + 1]) {
                return value;
            }
        }
        throw impossible(distribution, "hardly anything of it lies between " + arguments[own] + " and "
                + arguments[own + 1]);
    }

    private static ProblemException impossible(Distribution distribution, String why) {
        return new ProblemException(Problem.error("N309", "no number can be drawn from " + distribution.text(), why,
                "correct the arguments"));
    }

    /// Whether there is such a distribution; numbers that are none make every comparison false.
    private static boolean exists(Distribution distribution, int own, double first, double last) {
        return switch (distribution) {
            case NORMAL, LOGNORMAL -> Double.isFinite(first) && last >= 0 && last < Double.POSITIVE_INFINITY;
            case UNIFORM -> Double.isFinite(last - first) && last >= first;
            case EXPONENTIAL, CHI_SQUARE, RAYLEIGH -> first > 0 && first < Double.POSITIVE_INFINITY;
            case GAMMA -> first > 0 && last > 0 && Double.isFinite(first + last);
            case POISSON -> first >= 0 && first < 0x1.0p52;
            case BERNOULLI -> first >= 0 && first <= 1;
            case BINOMIAL -> first >= 0 && first < 0x1.0p52 && first == Math.rint(first) && last >= 0 && last <= 1;
            case CAUCHY, LAPLACE -> (own == 1 || Double.isFinite(first)) && last > 0 && Double.isFinite(last);
        };
    }

    private static double draw(Distribution distribution, double location, double first, double last,
            RandomStream random) {
        return switch (distribution) {
            case NORMAL -> first + last * random.normal();
            case UNIFORM -> first + (last - first) * random.uniform();
            case EXPONENTIAL -> random.exponential() / first;
            case GAMMA -> last * Gamma.draw(first, random);
            case POISSON -> Poisson.draw(first, random);
            case BERNOULLI -> random.uniform() < first ? 1 : 0;
            case BINOMIAL -> Gamma.binomial(first, last, random);
            case CAUCHY -> location + last * StrictMath.tan(Math.PI * (random.uniform() - 0.5));
            case CHI_SQUARE -> 2 * Gamma.draw(first / 2, random);
            case LAPLACE -> location + last * (random.uniform() < 0.5 ? -1 : 1) * random.exponential();
            case LOGNORMAL -> StrictMath.exp(first + last * random.normal());
            case RAYLEIGH -> first * Math.sqrt(2 * random.exponential());
        };
    }
}
