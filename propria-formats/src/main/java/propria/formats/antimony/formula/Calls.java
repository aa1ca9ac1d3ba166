package propria.formats.antimony.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.formats.antimony.tree.Diagnostics;
import propria.formats.antimony.tree.Formula;
import propria.formats.antimony.tree.Formula.Application;
import propria.formats.antimony.tree.SourceFile.Function;
import propria.model.expression.Distribution;
import propria.model.expression.ElementaryFunction;
import propria.model.expression.Expression;

/// Calls of number-valued functions.
final class Calls {

    private final Translator translator;
    private final Map<String, Function> functions;
    private final Diagnostics problems;

    Calls(Translator translator, Map<String, Function> functions, Diagnostics problems) {
        this.translator = translator;
        this.functions = functions;
        this.problems = problems;
    }

    Expression number(Application call) {
        Function own = functions.get(call.function());
        if (own != null) {
            int wanted = own.parameters().size();
            return counted(call, wanted, wanted)
                    ? new Expression.Apply(call.function(), numbers(call))
                    : Expression.ZERO;
        }
        return switch (call.function()) {
            case "piecewise" -> piecewise(call);
            case "delay" -> counted(call, 2, 2)
                    ? new Expression.Delay(argument(call, 0), argument(call, 1))
                    : Expression.ZERO;
            case "rateOf" -> rateOf(call);
            case "pow", "power" -> counted(call, 2, 2)
                    ? new Expression.Power(argument(call, 0), argument(call, 1))
                    : Expression.ZERO;
            case "sqr" -> counted(call, 1, 1)
                    ? new Expression.Power(argument(call, 0), new Expression.Constant(2))
                    : Expression.ZERO;
            case "log" -> oneOrTwo(call, ElementaryFunction.LOG10, ElementaryFunction.LOG);
            case "root" -> oneOrTwo(call, ElementaryFunction.SQRT, ElementaryFunction.ROOT);
            case "plus" -> new Expression.Sum(numbers(call));
            case "times" -> new Expression.Product(numbers(call));
            case "minus" -> minus(call);
            case "divide" -> counted(call, 2, 2)
                    ? new Expression.Quotient(argument(call, 0), argument(call, 1))
                    : Expression.ZERO;
            default -> elementary(call);
        };
    }

    private Expression elementary(Application call) {
        if (SpecialFunctions.LOGICAL.contains(call.function())) {
            return translator.notANumber(call.place());
        }
        Optional<Distribution> distribution = Distribution.named(call.function());
        if (distribution.isPresent()) {
            return draw(distribution.get(), call);
        }
        Optional<ElementaryFunction> function = Functions.elementary(call.function());
        if (function.isEmpty()) {
            return translator.unknownFunction(call);
        }
        List<Expression> arguments = numbers(call);
        return function.get().takes(arguments.size())
                ? new Expression.Call(function.get(), arguments)
                : wrongCount(call);
    }

    /// A name that speaks of bounds, such as truncatedNormal, takes bounds; others may take them.
    private Expression draw(Distribution distribution, Application call) {
        List<Expression> arguments = numbers(call);
        boolean fits = distribution.takes(arguments.size())
                && (call.function().equals(distribution.text())
                        || call.function().equals(distribution.text(arguments.size())));
        return fits ? new Expression.Draw(distribution, arguments) : wrongCount(call);
    }

    private Expression wrongCount(Application call) {
        problems.error("A214", call.place(),
                call.function() + " does not take " + call.arguments().size() + " arguments.", "",
                "Give it as many as it takes; docs/antimony.md lists the functions.");
        return Expression.ZERO;
    }

    private Expression oneOrTwo(Application call, ElementaryFunction one, ElementaryFunction two) {
        if (!counted(call, 1, 2)) {
            return Expression.ZERO;
        }
        return new Expression.Call(call.arguments().size() == 1 ? one : two, numbers(call));
    }

    private Expression minus(Application call) {
        if (!counted(call, 1, 2)) {
            return Expression.ZERO;
        }
        Expression last = new Expression.Product(
                List.of(Expression.MINUS_ONE, argument(call, call.arguments().size() - 1)));
        return call.arguments().size() == 1 ? last : new Expression.Sum(List.of(argument(call, 0), last));
    }

    private Expression piecewise(Application call) {
        List<Formula> given = call.arguments();
        if (given.isEmpty()) {
            counted(call, 1, Integer.MAX_VALUE);
            return Expression.ZERO;
        }
        List<Expression.Case> cases = new ArrayList<>();
        for (int i = 0; i + 1 < given.size(); i += 2) {
            cases.add(new Expression.Case(translator.truth(given.get(i + 1)), translator.number(given.get(i))));
        }
        Expression otherwise = given.size() % 2 == 1
                ? translator.number(given.getLast())
                : new Expression.Constant(Double.NaN);
        return new Expression.Piecewise(cases, otherwise);
    }

    private Expression rateOf(Application call) {
        if (counted(call, 1, 1) && call.arguments().getFirst() instanceof Formula.Name name) {
            return translator.value(name.path()).map(Calls::rateOf).orElse(Expression.ZERO);
        }
        problems.error("A214", call.place(), "rateOf takes the name of one quantity.", "", "Write rateOf(x).");
        return Expression.ZERO;
    }

    private static Expression rateOf(Expression value) {
        return switch (value) {
            case Expression.Reference(String id) -> new Expression.RateOf(id);
            case Expression.Quotient(Expression quantity, Expression factor) ->
                new Expression.Quotient(rateOf(quantity), factor);
            default -> Expression.ZERO;
        };
    }

    private Expression argument(Application call, int index) {
        return translator.number(call.arguments().get(index));
    }

    private List<Expression> numbers(Application call) {
        return call.arguments().stream().map(translator::number).toList();
    }

    private boolean counted(Application call, int fewest, int most) {
        int given = call.arguments().size();
        if (given >= fewest && given <= most) {
            return true;
        }
        String wanted = fewest == most ? String.valueOf(fewest) : fewest + " to " + most;
        problems.error("A214", call.place(),
                call.function() + " takes " + wanted + " arguments, not " + given + ".", "", "Give it " + wanted + ".");
        return false;
    }
}
