package propria.formats.antimony.formula;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import propria.model.expression.ElementaryFunction;

/// Names that formulas may use without defining them. `log(x)` is to base 10, as in the infix formulas of SBML Level 3;
/// the natural logarithm is `ln`.
public final class Functions {

    private static final Map<String, ElementaryFunction> ELEMENTARY = elementary();
    private static final Map<String, Double> CONSTANTS = Map.ofEntries(Map.entry("pi", StrictMath.PI),
            Map.entry("exponentiale", StrictMath.E), Map.entry("avogadro", 6.02214179e23),
            Map.entry("inf", Double.POSITIVE_INFINITY), Map.entry("infinity", Double.POSITIVE_INFINITY),
            Map.entry("INF", Double.POSITIVE_INFINITY), Map.entry("nan", Double.NaN), Map.entry("NaN", Double.NaN),
            Map.entry("notanumber", Double.NaN));

    private Functions() {
    }

    private static Map<String, ElementaryFunction> elementary() {
        Map<String, ElementaryFunction> known = new HashMap<>();
        for (ElementaryFunction function : ElementaryFunction.values()) {
            known.put(function.text(), function);
            if (function.text().startsWith("arc")) {
                known.put("a" + function.text().substring(3), function);
            }
        }
        known.put("ceiling", ElementaryFunction.CEILING);
        known.put("mod", ElementaryFunction.REMAINDER);
        known.put("minimum", ElementaryFunction.MINIMUM);
        known.put("maximum", ElementaryFunction.MAXIMUM);
        return known;
    }

    static Optional<ElementaryFunction> elementary(String name) {
        return Optional.ofNullable(ELEMENTARY.get(name));
    }

    /// The value of a constant of the language.
    public static OptionalDouble constant(String name) {
        Double value = CONSTANTS.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /// Whether a model must not define the name.
    public static boolean isReserved(String name) {
        return CONSTANTS.containsKey(name) || name.equals("time") || name.equals("true") || name.equals("false");
    }

    /// Whether a model must not define a function of this name.
    public static boolean isBuiltIn(String name) {
        return ELEMENTARY.containsKey(name) || SpecialFunctions.NAMES.contains(name);
    }

    static Collection<String> names() {
        return ELEMENTARY.keySet();
    }
}
