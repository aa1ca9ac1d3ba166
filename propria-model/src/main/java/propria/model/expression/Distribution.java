package propria.model.expression;

import java.util.Arrays;
import java.util.Optional;

/// The distributions from which a formula may draw: those of SBML's package distrib, Version 1. Those that can be
/// truncated take two further arguments, between which the number lies.
public enum Distribution {
    /// `normal(mean, standard deviation)`
    NORMAL("normal", 2, 2, true),
    /// `uniform(lowest, highest)`
    UNIFORM("uniform", 2, 2, false),
    /// `exponential(rate)`
    EXPONENTIAL("exponential", 1, 1, true),
    /// `gamma(shape, scale)`
    GAMMA("gamma", 2, 2, true),
    /// `poisson(rate)`
    POISSON("poisson", 1, 1, true),
    /// `bernoulli(probability)`
    BERNOULLI("bernoulli", 1, 1, false),
    /// `binomial(trials, probability)`
    BINOMIAL("binomial", 2, 2, true),
    /// `cauchy(location, scale)`, or the scale alone for the location 0
    CAUCHY("cauchy", 1, 2, true),
    /// `chisquare(degrees of freedom)`
    CHI_SQUARE("chisquare", 1, 1, true),
    /// `laplace(location, scale)`, or the scale alone for the location 0
    LAPLACE("laplace", 1, 2, true),
    /// `lognormal(mean, standard deviation)` of the logarithm
    LOGNORMAL("lognormal", 2, 2, true),
    /// `rayleigh(scale)`
    RAYLEIGH("rayleigh", 1, 1, true);

    private static final String TRUNCATED = "truncated";

    private final String text;
    private final int fewest;
    private final int most;
    private final boolean truncatable;

    Distribution(String text, int fewest, int most, boolean truncatable) {
        this.text = text;
        this.fewest = fewest;
        this.most = most;
        this.truncatable = truncatable;
    }

    /// The distribution of a name, `normal` or `truncatedNormal`.
    public static Optional<Distribution> named(String name) {
        return Arrays.stream(values()).filter(d -> name.equals(d.text) || d.truncatable && name.equals(d.truncated()))
                .findFirst();
    }

    /// The name without truncation.
    public String text() {
        return text;
    }

    /// The name for so many arguments.
    public String text(int arguments) {
        return isTruncated(arguments) ? truncated() : text;
    }

    private String truncated() {
        return TRUNCATED + Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /// Whether the last two of so many arguments are bounds.
    public boolean isTruncated(int arguments) {
        return arguments > most;
    }

    /// Whether it takes so many arguments, bounds among them.
    public boolean takes(int arguments) {
        return arguments >= fewest && arguments <= most || truncatable && arguments == most + 2;
    }

    void checkArity(int arguments) {
        if (!takes(arguments)) {
            throw new IllegalArgumentException(text + " does not take " + arguments + " arguments");
        }
    }
}
