package propria.formats.sbml.math;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sbml.jsbml.ASTNode;
import propria.formats.sbml.packages.Draws;
import propria.model.expression.Distribution;
import propria.model.expression.ElementaryFunction;
import propria.model.expression.Expression;
import propria.model.expression.Formulas;
import propria.model.expression.LogicalExpression;
import propria.model.expression.LogicalExpression.Relation;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// A formula of JSBML as one of ours.
public final class FromAst {

    /// The number that SBML Level 3 fixes for Avogadro's constant [1/mol] (Version 1 Core, section 3.4.6).
    public static final double AVOGADRO = 6.02214179e23;

    private static final Map<ASTNode.Type, ElementaryFunction> FUNCTIONS = new EnumMap<>(ASTNode.Type.class);

    static {
        for (ElementaryFunction function : ElementaryFunction.values()) {
            String name = "FUNCTION_" + function.name();
            for (ASTNode.Type type : ASTNode.Type.values()) {
                if (type.name().equals(name)) {
                    FUNCTIONS.put(type, function);
                }
            }
        }
        FUNCTIONS.put(ASTNode.Type.FUNCTION_REM, ElementaryFunction.REMAINDER);
        FUNCTIONS.put(ASTNode.Type.FUNCTION_MIN, ElementaryFunction.MINIMUM);
        FUNCTIONS.put(ASTNode.Type.FUNCTION_MAX, ElementaryFunction.MAXIMUM);
        FUNCTIONS.remove(ASTNode.Type.FUNCTION_LOG);
        FUNCTIONS.remove(ASTNode.Type.FUNCTION_ROOT);
    }

    private final SourceLocation place;

    private FromAst(SourceLocation place) {
        this.place = place;
    }

    /// A formula as a number.
    ///
    /// @param place where it stands, for messages
    /// @throws ProblemException B120 for what no formula can be made of
    public static Expression number(ASTNode node, SourceLocation place) {
        return new FromAst(place).number(node);
    }

    /// A formula as a condition.
    public static LogicalExpression condition(ASTNode node, SourceLocation place) {
        return new FromAst(place).condition(node);
    }

    private Expression number(ASTNode node) {
        ElementaryFunction function = FUNCTIONS.get(node.getType());
        if (function != null) {
            return call(function, numbers(node));
        }
        return switch (node.getType()) {
            case INTEGER, REAL, REAL_E, RATIONAL -> new Expression.Constant(literal(node));
            case CONSTANT_E -> new Expression.Constant(Math.E);
            case CONSTANT_PI -> new Expression.Constant(Math.PI);
            case NAME_AVOGADRO -> new Expression.Constant(AVOGADRO);
            case NAME_TIME -> new Expression.Time();
            case NAME -> new Expression.Reference(node.getName());
            case PLUS, SUM -> Formulas.sum(numbers(node));
            case TIMES, PRODUCT -> Formulas.product(numbers(node));
            case MINUS -> minus(numbers(node));
            case DIVIDE -> two(node, Expression.Quotient::new);
            case POWER, FUNCTION_POWER -> two(node, Expression.Power::new);
            case FUNCTION_LOG -> withDefault(node, ElementaryFunction.LOG, ElementaryFunction.LOG10);
            case FUNCTION_ROOT -> withDefault(node, ElementaryFunction.ROOT, ElementaryFunction.SQRT);
            case FUNCTION_DELAY -> two(node, Expression.Delay::new);
            case FUNCTION_RATE_OF -> rateOf(node);
            case FUNCTION -> apply(node.getName(), numbers(node));
            case FUNCTION_PIECEWISE -> piecewise(node);
            case SEMANTICS, QUALIFIER_DEGREE, QUALIFIER_LOGBASE -> number(child(node, 0));
            default -> {
                if (isTruth(node)) {
                    yield Formulas.piecewise(Expression.ONE, condition(node), Expression.ZERO);
                }
                throw unknown(node);
            }
        };
    }

    private static double literal(ASTNode node) {
        return switch (node.getType()) {
            case INTEGER -> node.getInteger();
            case RATIONAL -> (double) node.getNumerator() / node.getDenominator();
            case REAL_E -> Double.parseDouble(node.getMantissa() + "E" + node.getExponent());
            default -> node.getReal();
        };
    }

    private List<Expression> numbers(ASTNode node) {
        List<Expression> numbers = new ArrayList<>(node.getChildCount());
        for (ASTNode child : node.getChildren()) {
            numbers.add(number(child));
        }
        return numbers;
    }

    private Expression apply(String name, List<Expression> arguments) {
        if (!name.startsWith(Draws.PREFIX)) {
            return new Expression.Apply(name, arguments);
        }
        String drawn = name.substring(Draws.PREFIX.length());
        Distribution distribution = Distribution.named(drawn).orElseThrow();
        if (!distribution.takes(arguments.size())) {
            throw problem(drawn + " is called with " + arguments.size() + " arguments", "");
        }
        return new Expression.Draw(distribution, arguments);
    }

    private ASTNode child(ASTNode node, int index) {
        if (index >= node.getChildCount()) {
            throw unknown(node);
        }
        return node.getChild(index);
    }

    private Expression call(ElementaryFunction function, List<Expression> arguments) {
        if (!function.takes(arguments.size())) {
            throw problem(function.text() + " is called with " + arguments.size() + " arguments", "");
        }
        return new Expression.Call(function, arguments);
    }

    private Expression minus(List<Expression> operands) {
        return switch (operands.size()) {
            case 1 -> Formulas.negative(operands.getFirst());
            case 2 -> Formulas.difference(operands.get(0), operands.get(1));
            default -> throw problem("minus takes one or two operands, not " + operands.size(), "");
        };
    }

    private Expression two(ASTNode node, java.util.function.BinaryOperator<Expression> maker) {
        if (node.getChildCount() != 2) {
            throw problem("an operator of two operands has " + node.getChildCount(), "");
        }
        return maker.apply(number(node.getChild(0)), number(node.getChild(1)));
    }

    private Expression withDefault(ASTNode node, ElementaryFunction general, ElementaryFunction usual) {
        List<Expression> arguments = numbers(node);
        Expression usually = new Expression.Constant(usual == ElementaryFunction.SQRT ? 2 : 10);
        boolean isUsual = arguments.size() == 1 || arguments.size() == 2 && arguments.getFirst().equals(usually);
        return isUsual ? call(usual, List.of(arguments.getLast())) : call(general, arguments);
    }

    private Expression rateOf(ASTNode node) {
        ASTNode argument = child(node, 0);
        if (argument.getType() != ASTNode.Type.NAME) {
            throw problem("rateOf takes a name", "its argument is " + argument.getType());
        }
        return new Expression.RateOf(argument.getName());
    }

    private Expression piecewise(ASTNode node) {
        List<ASTNode> flat = new ArrayList<>();
        for (ASTNode child : node.getChildren()) {
            switch (child.getType()) {
                case CONSTRUCTOR_PIECE, CONSTRUCTOR_OTHERWISE -> flat.addAll(child.getChildren());
                default -> flat.add(child);
            }
        }
        List<Expression.Case> cases = new ArrayList<>();
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            cases.add(new Expression.Case(condition(flat.get(i + 1)), number(flat.get(i))));
        }
        Expression otherwise = flat.size() % 2 == 1
                ? number(flat.getLast())
                : new Expression.Constant(Double.NaN);
        return cases.isEmpty() ? otherwise : new Expression.Piecewise(cases, otherwise);
    }

    private static boolean isTruth(ASTNode node) {
        return switch (node.getType()) {
            case CONSTANT_TRUE, CONSTANT_FALSE, LOGICAL_AND, LOGICAL_OR, LOGICAL_XOR, LOGICAL_NOT, LOGICAL_IMPLIES,
                    RELATIONAL_EQ, RELATIONAL_NEQ, RELATIONAL_LT, RELATIONAL_LEQ, RELATIONAL_GT, RELATIONAL_GEQ ->
                true;
            default -> false;
        };
    }

    private LogicalExpression condition(ASTNode node) {
        return switch (node.getType()) {
            case CONSTANT_TRUE -> new LogicalExpression.Truth(true);
            case CONSTANT_FALSE -> new LogicalExpression.Truth(false);
            case LOGICAL_AND -> new LogicalExpression.And(conditions(node));
            case LOGICAL_OR -> new LogicalExpression.Or(conditions(node));
            case LOGICAL_XOR -> new LogicalExpression.ExclusiveOr(conditions(node));
            case LOGICAL_NOT -> new LogicalExpression.Not(condition(child(node, 0)));
            case LOGICAL_IMPLIES -> new LogicalExpression.Or(List.of(
                    new LogicalExpression.Not(condition(child(node, 0))), condition(child(node, 1))));
            case RELATIONAL_EQ -> compare(node, Relation.EQUAL);
            case RELATIONAL_NEQ -> compare(node, Relation.NOT_EQUAL);
            case RELATIONAL_LT -> compare(node, Relation.LESS);
            case RELATIONAL_LEQ -> compare(node, Relation.LESS_OR_EQUAL);
            case RELATIONAL_GT -> compare(node, Relation.GREATER);
            case RELATIONAL_GEQ -> compare(node, Relation.GREATER_OR_EQUAL);
            case SEMANTICS -> condition(child(node, 0));
            default -> Formulas.compare(number(node), Relation.NOT_EQUAL, Expression.ZERO);
        };
    }

    private List<LogicalExpression> conditions(ASTNode node) {
        List<LogicalExpression> conditions = new ArrayList<>(node.getChildCount());
        for (ASTNode child : node.getChildren()) {
            conditions.add(condition(child));
        }
        return conditions;
    }

    /// A comparison of more than two is one of each neighbouring pair.
    private LogicalExpression compare(ASTNode node, Relation relation) {
        List<Expression> sides = numbers(node);
        List<LogicalExpression> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < sides.size(); i++) {
            pairs.add(new LogicalExpression.Comparison(relation, sides.get(i), sides.get(i + 1)));
        }
        return pairs.size() == 1 ? pairs.getFirst() : new LogicalExpression.And(pairs);
    }

    private ProblemException unknown(ASTNode node) {
        return problem("a formula holds something that is not known here",
                "it is of the kind " + node.getType() + (node.getName() == null
                        ? ""
                        : " and is called "
                                + node.getName()));
    }

    private ProblemException problem(String what, String why) {
        return new ProblemException(Problem.error("B120", place, what, why,
                "write it with the operators of SBML's MathML"));
    }
}
