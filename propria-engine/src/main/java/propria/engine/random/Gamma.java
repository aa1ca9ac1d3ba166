package propria.engine.random;

/// The gamma distribution of scale one, and what follows from it.
public final class Gamma {

    /// A binomial number of so few trials is drawn trial by trial.
    private static final double FEW_TRIALS = 20;

    private Gamma() {
    }

    /// A number: Marsaglia and Tsang 2000, A simple method for generating gamma variables (doi:10.1145/358407.358414).
    ///
    /// @param shape above zero
    public static double draw(double shape, RandomStream random) {
        if (shape < 1) {
            return draw(shape + 1, random) * StrictMath.pow(random.uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.normal();
            double root = 1 + c * x;
            if (root > 0) {
                double v = root * root * root;
                if (StrictMath.log(random.uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                    return d * v;
                }
            }
        }
    }

    /// How many of independent trials succeed. The middle one of so many uniform numbers has a beta distribution; where
    /// it lies says on which side of it to go on: Devroye 1986, Non-uniform random variate generation, section X.4.3.
    ///
    /// @param trials a whole number, zero or more
    /// @param probability of success
    static double binomial(double trials, double probability, RandomStream random) {
        double left = trials;
        double chance = probability;
        double successes = 0;
        while (left > FEW_TRIALS) {
            double place = Math.floor((left + 1) / 2);
            double below = draw(place, random);
            double middle = below / (below + draw(left + 1 - place, random));
            if (middle <= chance) {
                successes += place;
                left -= place;
                chance = (chance - middle) / (1 - middle);
            } else {
                left = place - 1;
                chance /= middle;
            }
        }
        for (int trial = 0; trial < left; trial++) {
            successes += random.uniform() < chance ? 1 : 0;
        }
        return successes;
    }
}
