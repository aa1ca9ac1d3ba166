package propria.formats.antimony.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import propria.formats.antimony.tree.Diagnostics;
import propria.formats.antimony.tree.Formula;
import propria.formats.antimony.tree.Formula.Binary;
import propria.formats.antimony.tree.Formula.Operator;
import propria.formats.antimony.tree.Path;
import propria.formats.antimony.tree.SourceFile.Function;
import propria.model.expression.ElementaryFunction;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression;
import propria.model.problem.Nearest;
import propria.model.problem.SourceLocation;

/// Turns formulas as written into formulas over ids. `a - b` becomes the sum of `a` and `-1 * b`; parentheses that do
/// not change the order leave no trace, others keep their nesting, so that a formula prints as it was written.
public final class Translator {

    /// What a name in a formula stands for.
    public interface Names {
        /// The id; empty, with an error noted, where there is none.
        Optional<String> id(Path path);

        /// What stands for the name in a formula: the id, or a formula of it where the name has another unit.
        default Optional<Expression> value(Path path) {
            return id(path).map(Expression.Reference::new);
        }
    }

    private final Map<String, Function> functions;
    private final Names names;
    private final Diagnostics problems;
    private final Conditions conditions;

    /// @param functions those that the model defines, by name
    /// @param names what names stand for
    /// @param problems where errors go; a faulty part becomes zero or true
    public Translator(Map<String, Function> functions, Names names, Diagnostics problems) {
        this.functions = functions;
        this.names = names;
        this.problems = problems;
        conditions = new Conditions(this, problems);
    }

    /// The condition that a formula states.
    public LogicalExpression truth(Formula formula) {
        return conditions.truth(formula);
    }

    /// The number that a formula states.
    public Expression number(Formula formula) {
        return switch (formula) {
            case Formula.Number literal -> new Expression.Constant(literal.value());
            case Formula.Name name -> name(name.path());
            case Formula.Group group -> number(group.inner());
            case Formula.Minus minus -> negated(minus.operand());
            case Formula.Not not -> notANumber(not.place());
            case Formula.Application call -> new Calls(this, functions, problems).number(call);
            case Binary binary -> switch (binary.operator()) {
                case PLUS, MINUS -> sum(binary);
                case TIMES -> new Expression.Product(factors(binary));
                case DIVIDE -> new Expression.Quotient(number(binary.left()), number(binary.right()));
                case POWER -> new Expression.Power(number(binary.left()), number(binary.right()));
                case REMAINDER -> new Expression.Call(ElementaryFunction.REMAINDER,
                        List.of(number(binary.left()), number(binary.right())));
                case OR, AND, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                    notANumber(binary.place());
            };
        };
    }

    Optional<Expression> value(Path path) {
        return names.value(path);
    }

    private Expression name(Path path) {
        if (path.isLocal()) {
            OptionalDouble constant = Functions.constant(path.last());
            if (constant.isPresent()) {
                return new Expression.Constant(constant.getAsDouble());
            }
            if (path.last().equals("time")) {
                return new Expression.Time();
            }
            if (path.last().equals("true") || path.last().equals("false")) {
                return notANumber(path.place());
            }
        }
        return names.value(path).orElse(Expression.ZERO);
    }

    private Expression sum(Binary binary) {
        Deque<Expression> terms = new ArrayDeque<>();
        Formula at = binary;
        while (at instanceof Binary chain
                && (chain.operator() == Operator.PLUS || chain.operator() == Operator.MINUS)) {
            terms.addFirst(chain.operator() == Operator.PLUS ? number(chain.right()) : subtracted(chain.right()));
            at = chain.left();
        }
        terms.addFirst(number(at));
        return new Expression.Sum(List.copyOf(terms));
    }

    /// `x` of `a - x`.
    private Expression subtracted(Formula formula) {
        if (formula instanceof Binary product && product.operator() == Operator.TIMES) {
            List<Expression> factors = new ArrayList<>(factors(product));
            Formula first = product;
            while (first instanceof Binary chain && chain.operator() == Operator.TIMES) {
                first = chain.left();
            }
            if (first instanceof Formula.Number literal) {
                factors.set(0, new Expression.Constant(-literal.value()));
            } else {
                factors.addFirst(Expression.MINUS_ONE);
            }
            return new Expression.Product(factors);
        }
        return negated(formula);
    }

    private Expression negated(Formula operand) {
        Expression value = number(operand);
        if (value instanceof Expression.Constant constant && !(operand instanceof Formula.Group)
                && !(operand instanceof Formula.Minus)) {
            return new Expression.Constant(-constant.value());
        }
        return new Expression.Product(List.of(Expression.MINUS_ONE, value));
    }

    private List<Expression> factors(Binary product) {
        Deque<Expression> factors = new ArrayDeque<>();
        Formula at = product;
        while (at instanceof Binary chain && chain.operator() == Operator.TIMES) {
            factors.addFirst(number(chain.right()));
            at = chain.left();
        }
        Expression first = number(at);
        if (at instanceof Formula.Minus && first instanceof Expression.Product signed) {
            factors.addFirst(signed.factors().getLast());
            factors.addFirst(signed.factors().getFirst());
        } else {
            factors.addFirst(first);
        }
        return List.copyOf(factors);
    }

    Expression notANumber(SourceLocation place) {
        problems.error("A216", place, "A number is needed here, and this is true or false.", "",
                "Write piecewise(1, condition, 0) to make a number of a condition.");
        return Expression.ZERO;
    }

    Expression unknownFunction(Formula.Application call) {
        Collection<String> known = new HashSet<>(Functions.names());
        known.addAll(SpecialFunctions.NAMES);
        known.addAll(functions.keySet());
        problems.error("A213", call.place(), "There is no function " + call.function() + ".", "",
                Nearest.of(call.function(), known).map(near -> "Did you mean " + near + "?")
                        .orElse("Define it with function " + call.function() + "(…) … end."));
        return Expression.ZERO;
    }

    /// The names of a function's parameters, as ids.
    public static Names parameters(Function function, Diagnostics problems) {
        Set<String> known = new HashSet<>();
        function.parameters().forEach(parameter -> known.add(parameter.last()));
        return path -> {
            if (path.isLocal() && known.contains(path.last())) {
                return Optional.of(path.last());
            }
            problems.error("A210", path.place(), path + " is not defined in the function " + function.name() + ".",
                    "A function sees only its arguments: " + String.join(", ", known) + ".",
                    Nearest.of(path.last(), known).map(near -> "Did you mean " + near + "?")
                            .orElse("Make it an argument."));
            return Optional.empty();
        };
    }
}
