package propria.formats.sbml.math;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.sbml.jsbml.ASTNode;
import propria.formats.sbml.packages.Draws;
import propria.model.expression.Distribution;
import propria.model.expression.ElementaryFunction;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression;

/// A formula of ours as one of JSBML. [FromAst] makes the same formula of it again.
public final class ToAst {

    private ToAst() {
    }

    /// A number-valued formula.
    public static ASTNode of(Expression expression) {
        return switch (expression) {
            case Expression.Constant(double value) -> number(value);
            case Expression.Reference(String id) -> name(id);
            case Expression.Time() -> named(ASTNode.Type.NAME_TIME, "time");
            case Expression.Sum(List<Expression> terms) -> node(ASTNode.Type.PLUS, all(terms));
            case Expression.Product(List<Expression> factors) -> node(ASTNode.Type.TIMES, all(factors));
            case Expression.Quotient(Expression top, Expression bottom) ->
                node(ASTNode.Type.DIVIDE, all(List.of(top, bottom)));
            case Expression.Power(Expression base, Expression exponent) ->
                node(ASTNode.Type.POWER, all(List.of(base, exponent)));
            case Expression.Call(ElementaryFunction function, List<Expression> arguments) ->
                call(function, all(arguments));
            case Expression.Apply(String function, List<Expression> arguments) -> function(function, arguments);
            case Expression.Piecewise(List<Expression.Case> cases, Expression otherwise) -> {
                List<ASTNode> flat = new ArrayList<>();
                for (Expression.Case branch : cases) {
                    flat.add(of(branch.then()));
                    flat.add(of(branch.when()));
                }
                flat.add(of(otherwise));
                yield node(ASTNode.Type.FUNCTION_PIECEWISE, flat);
            }
            case Expression.Delay(Expression argument, Expression lag) -> {
                ASTNode delay = named(ASTNode.Type.FUNCTION_DELAY, "delay");
                all(List.of(argument, lag)).forEach(delay::addChild);
                yield delay;
            }
            case Expression.RateOf(String id) -> {
                ASTNode rate = named(ASTNode.Type.FUNCTION_RATE_OF, "rateOf");
                rate.addChild(name(id));
                yield rate;
            }
            case Expression.Draw(Distribution distribution, List<Expression> arguments) ->
                function(Draws.PREFIX + distribution.text(), arguments);
        };
    }

    private static ASTNode function(String name, List<Expression> arguments) {
        ASTNode call = named(ASTNode.Type.FUNCTION, name);
        all(arguments).forEach(call::addChild);
        return call;
    }

    /// A truth-valued formula.
    public static ASTNode of(LogicalExpression condition) {
        return switch (condition) {
            case LogicalExpression.Truth(boolean value) ->
                new ASTNode(value ? ASTNode.Type.CONSTANT_TRUE : ASTNode.Type.CONSTANT_FALSE);
            case LogicalExpression.Comparison(LogicalExpression.Relation relation, Expression left, Expression right) ->
                node(type(relation), all(List.of(left, right)));
            case LogicalExpression.And(List<LogicalExpression> operands) ->
                node(ASTNode.Type.LOGICAL_AND, conditions(operands));
            case LogicalExpression.Or(List<LogicalExpression> operands) ->
                node(ASTNode.Type.LOGICAL_OR, conditions(operands));
            case LogicalExpression.ExclusiveOr(List<LogicalExpression> operands) ->
                node(ASTNode.Type.LOGICAL_XOR, conditions(operands));
            case LogicalExpression.Not(LogicalExpression operand) ->
                node(ASTNode.Type.LOGICAL_NOT, List.of(of(operand)));
        };
    }

    /// A function definition: bound names, then the body.
    public static ASTNode lambda(Collection<String> parameters, Expression body) {
        ASTNode lambda = new ASTNode(ASTNode.Type.LAMBDA);
        parameters.forEach(parameter -> lambda.addChild(name(parameter)));
        lambda.addChild(of(body));
        return lambda;
    }

    private static ASTNode.Type type(LogicalExpression.Relation relation) {
        return switch (relation) {
            case EQUAL -> ASTNode.Type.RELATIONAL_EQ;
            case NOT_EQUAL -> ASTNode.Type.RELATIONAL_NEQ;
            case LESS -> ASTNode.Type.RELATIONAL_LT;
            case LESS_OR_EQUAL -> ASTNode.Type.RELATIONAL_LEQ;
            case GREATER -> ASTNode.Type.RELATIONAL_GT;
            case GREATER_OR_EQUAL -> ASTNode.Type.RELATIONAL_GEQ;
        };
    }

    private static ASTNode call(ElementaryFunction function, List<ASTNode> arguments) {
        return switch (function) {
            case SQRT -> node(ASTNode.Type.FUNCTION_ROOT, List.of(number(2), arguments.getFirst()));
            case LOG10 -> node(ASTNode.Type.FUNCTION_LOG, List.of(number(10), arguments.getFirst()));
            case REMAINDER -> node(ASTNode.Type.FUNCTION_REM, arguments);
            case MINIMUM -> node(ASTNode.Type.FUNCTION_MIN, arguments);
            case MAXIMUM -> node(ASTNode.Type.FUNCTION_MAX, arguments);
            case ABS, EXP, LN, LOG, ROOT, FLOOR, CEILING, FACTORIAL, QUOTIENT, SIN, COS, TAN, SEC, CSC, COT, SINH, COSH,
                    TANH, SECH, CSCH, COTH, ARCSIN, ARCCOS, ARCTAN, ARCSEC, ARCCSC, ARCCOT, ARCSINH, ARCCOSH, ARCTANH,
                    ARCSECH, ARCCSCH, ARCCOTH ->
                node(ASTNode.Type.valueOf("FUNCTION_" + function.name()), arguments);
        };
    }

    private static ASTNode number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE
                && Double.doubleToRawLongBits(value) != Double.doubleToRawLongBits(-0.0);
        return whole ? new ASTNode((int) value) : new ASTNode(value);
    }

    private static ASTNode name(String id) {
        return named(ASTNode.Type.NAME, id);
    }

    private static ASTNode named(ASTNode.Type type, String name) {
        ASTNode node = new ASTNode(type);
        node.setName(name);
        return node;
    }

    private static ASTNode node(ASTNode.Type type, List<ASTNode> operands) {
        ASTNode node = new ASTNode(type);
        operands.forEach(node::addChild);
        return node;
    }

    private static List<ASTNode> all(List<Expression> formulas) {
        return formulas.stream().map(ToAst::of).toList();
    }

    private static List<ASTNode> conditions(List<LogicalExpression> conditions) {
        return conditions.stream().map(ToAst::of).toList();
    }
}
