package propria.formats.antimony.formula;

import java.util.Set;

/// Functions that need more than to be called: they choose, delay, or stand for an operator.
final class SpecialFunctions {

    /// Truth-valued functions.
    static final Set<String> LOGICAL = Set.of("and", "or", "xor", "not", "eq", "neq", "lt", "leq", "gt", "geq");

    /// All names.
    static final Set<String> NAMES = Set.of("piecewise", "delay", "rateOf", "pow", "power", "sqr", "log", "root",
            "plus", "minus", "times", "divide", "and", "or", "xor", "not", "eq", "neq", "lt", "leq", "gt", "geq");

    private SpecialFunctions() {
    }
}
