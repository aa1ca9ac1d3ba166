package propria.formats.sedml.math;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import propria.model.expression.ElementaryFunction;
import propria.model.expression.LogicalExpression.Relation;

/// The names of operators in MathML.
final class MathNames {

    /// The namespace.
    static final String SPACE = "http://www.w3.org/1998/Math/MathML";

    /// What the address of a function over all values begins with.
    static final String AGGREGATE = "http://sed-ml.org/#";

    /// The address of the time.
    static final String TIME = "http://www.sbml.org/sbml/symbols/time";

    /// Relations by name.
    static final Map<String, Relation> RELATIONS = Map.of("eq", Relation.EQUAL, "neq", Relation.NOT_EQUAL, "lt",
            Relation.LESS, "leq", Relation.LESS_OR_EQUAL, "gt", Relation.GREATER, "geq", Relation.GREATER_OR_EQUAL);

    /// Functions of which each argument is an operand, by name; logarithms and roots are not among them.
    static final Map<String, ElementaryFunction> FUNCTIONS = new HashMap<>();

    private static final Map<ElementaryFunction, String> NAMES = new EnumMap<>(ElementaryFunction.class);

    static {
        for (ElementaryFunction function : ElementaryFunction.values()) {
            String name = switch (function) {
                case CEILING -> "ceiling";
                case REMAINDER -> "rem";
                case MINIMUM -> "min";
                case MAXIMUM -> "max";
                case LOG10, LOG -> "log";
                case SQRT, ROOT -> "root";
                case ABS, EXP, LN, FLOOR, FACTORIAL, QUOTIENT, SIN, COS, TAN, SEC, CSC, COT, SINH, COSH, TANH, SECH,
                        CSCH, COTH, ARCSIN, ARCCOS, ARCTAN, ARCSEC, ARCCSC, ARCCOT, ARCSINH, ARCCOSH, ARCTANH,
                        ARCSECH, ARCCSCH, ARCCOTH ->
                    function.name().toLowerCase(Locale.ROOT);
            };
            NAMES.put(function, name);
            if (!name.equals("log") && !name.equals("root")) {
                FUNCTIONS.put(name, function);
            }
        }
    }

    private MathNames() {
    }

    static String of(ElementaryFunction function) {
        return NAMES.getOrDefault(function, "");
    }

    static String of(Relation relation) {
        return RELATIONS.entrySet().stream().filter(entry -> entry.getValue() == relation).map(Map.Entry::getKey)
                .findFirst().orElseThrow();
    }
}
