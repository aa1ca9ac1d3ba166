package propria.formats.petab.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import propria.formats.petab.math.Operand.Number;
import propria.model.expression.ElementaryFunction;
import propria.model.expression.Expression;
import propria.model.expression.Formulas;
import propria.model.expression.LogicalExpression.Relation;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// The functions of PEtab version 2.
public final class PetabFunctions {

    /// Those that are elementary functions of models under the same name.
    private static final Map<String, ElementaryFunction> SAME = Arrays
            .stream(new ElementaryFunction[]{ElementaryFunction.EXP, ElementaryFunction.SQRT, ElementaryFunction.LN,
                    ElementaryFunction.LOG10, ElementaryFunction.SIN, ElementaryFunction.COS, ElementaryFunction.TAN,
                    ElementaryFunction.COT, ElementaryFunction.SEC, ElementaryFunction.CSC, ElementaryFunction.ARCSIN,
                    ElementaryFunction.ARCCOS, ElementaryFunction.ARCTAN, ElementaryFunction.ARCCOT,
                    ElementaryFunction.ARCSEC, ElementaryFunction.ARCCSC, ElementaryFunction.SINH,
                    ElementaryFunction.COSH, ElementaryFunction.TANH, ElementaryFunction.COTH,
                    ElementaryFunction.SECH, ElementaryFunction.CSCH, ElementaryFunction.ARCSINH,
                    ElementaryFunction.ARCCOSH, ElementaryFunction.ARCTANH, ElementaryFunction.ARCCOTH,
                    ElementaryFunction.ARCSECH, ElementaryFunction.ARCCSCH, ElementaryFunction.ABS})
            .collect(Collectors.toUnmodifiableMap(ElementaryFunction::text, Function.identity()));
    private static final Set<String> OTHERS = Set.of("pow", "log", "log2", "piecewise", "sign", "min", "max");
    private static final Expression TWO = Formulas.number(2);

    private PetabFunctions() {
    }

    /// Whether a name is that of a function.
    public static boolean isFunction(String name) {
        return SAME.containsKey(name) || OTHERS.contains(name);
    }

    static Operand call(String name, List<Operand> arguments, SourceLocation place) {
        List<Expression> x = arguments.stream().map(Operand::asNumber).toList();
        int count = x.size();
        Expression value = switch (name) {
            case "pow" -> Formulas.power(two(x, name, place).getFirst(), x.get(1));
            case "log" -> count == 1
                    ? Formulas.call(ElementaryFunction.LN, x.getFirst())
                    : Formulas.call(ElementaryFunction.LOG, two(x, name, place).get(1), x.getFirst());
            case "log2" -> Formulas.call(ElementaryFunction.LOG, TWO, one(x, name, place));
            case "sign" -> sign(one(x, name, place));
            case "min" -> Formulas.call(ElementaryFunction.MINIMUM, two(x, name, place).getFirst(), x.get(1));
            case "max" -> Formulas.call(ElementaryFunction.MAXIMUM, two(x, name, place).getFirst(), x.get(1));
            case "piecewise" -> piecewise(arguments, place);
            default -> Formulas.call(elementary(name, place), one(x, name, place));
        };
        return new Number(value);
    }

    private static ElementaryFunction elementary(String name, SourceLocation place) {
        ElementaryFunction function = SAME.get(name);
        if (function == null) {
            Set<String> known = new TreeSet<>(SAME.keySet());
            known.addAll(OTHERS);
            throw new ProblemException(Problem.error("P113", place, "PEtab has no function " + name,
                    "functions of the model are not known to PEtab formulas",
                    Nearest.of(name, known).map(near -> "did you mean " + near + "?")
                            .orElse("use one of " + String.join(", ", known))));
        }
        return function;
    }

    private static Expression one(List<Expression> x, String name, SourceLocation place) {
        demand(x.size() == 1, name, 1, x.size(), place);
        return x.getFirst();
    }

    private static List<Expression> two(List<Expression> x, String name, SourceLocation place) {
        demand(x.size() == 2, name, 2, x.size(), place);
        return x;
    }

    private static void demand(boolean fits, String name, int wanted, int count, SourceLocation place) {
        if (!fits) {
            throw new ProblemException(Problem.error("P114", place, name + " takes " + wanted + " arguments, not "
                    + count, "", "give it as many as it takes"));
        }
    }

    private static Expression sign(Expression x) {
        return new Expression.Piecewise(
                List.of(new Expression.Case(Formulas.compare(x, Relation.GREATER, Expression.ZERO), Expression.ONE),
                        new Expression.Case(Formulas.compare(x, Relation.LESS, Expression.ZERO),
                                Expression.MINUS_ONE)),
                Expression.ZERO);
    }

    private static Expression piecewise(List<Operand> arguments, SourceLocation place) {
        if (arguments.size() % 2 == 0 || arguments.size() < 3) {
            throw new ProblemException(Problem.error("P114", place,
                    "piecewise takes value, condition, … and a last value, not " + arguments.size() + " arguments", "",
                    "give a value for otherwise"));
        }
        List<Expression.Case> cases = new ArrayList<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            cases.add(new Expression.Case(arguments.get(i + 1).asTruth(), arguments.get(i).asNumber()));
        }
        return new Expression.Piecewise(cases, arguments.getLast().asNumber());
    }
}
