package propria.formats.antimony.formula;

import java.util.Set;

/// Functions that need more than to be called: they choose, delay, or stand for an operator.
final class SpecialFunctions {

    /// Truth-valued functions.
    static final Set<String> LOGICAL = Set.of("and", "or", "xor", "not", "eq", "neq", "lt", "leq", "gt", "geq");

    /// Draws from distributions, which a model of ordinary differential equations cannot use.
    static final Set<String> RANDOM = Set.of("normal", "uniform", "bernoulli", "binomial", "cauchy", "chisquare",
            "exponential", "gamma", "laplace", "lognormal", "poisson", "rayleigh");

    /// All names.
    static final Set<String> NAMES = Set.of("piecewise", "delay", "rateOf", "pow", "power", "sqr", "log", "root",
            "plus", "minus", "times", "divide", "and", "or", "xor", "not", "eq", "neq", "lt", "leq", "gt", "geq");

    private SpecialFunctions() {
    }
}
