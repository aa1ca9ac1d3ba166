package propria.formats.sedml.math;

import java.util.List;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlNode;
import propria.formats.sedml.document.Computation;
import propria.model.expression.ElementaryFunction;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression;
import propria.model.problem.SourceLocation;

/// Expressions as MathML that [FromMathMl] reads back equal.
public final class ToMathMl {

    private static final SourceLocation NOWHERE = SourceLocation.of("");

    private ToMathMl() {
    }

    /// A `<math>` with the formula.
    ///
    /// @throws IllegalArgumentException for delays, rates of change, and functions that a model defines
    public static XmlElement of(Expression expression) {
        return node("math", number(expression));
    }

    private static XmlElement node(String name, XmlElement... content) {
        XmlElement node = new XmlElement("", MathNames.SPACE, name, NOWHERE);
        node.content().addAll(List.of(content));
        return node;
    }

    private static XmlElement leaf(String name, String text) {
        XmlElement node = node(name);
        node.content().add(new XmlNode.Text(text));
        return node;
    }

    private static XmlElement number(Expression expression) {
        return switch (expression) {
            case Expression.Constant(double value) -> literal(value);
            case Expression.Reference(String id) -> leaf("ci", id);
            case Expression.Time() -> time();
            case Expression.Sum(List<Expression> terms) -> apply("plus", terms);
            case Expression.Product(List<Expression> factors) -> apply("times", factors);
            case Expression.Quotient(Expression top, Expression bottom) -> apply("divide", List.of(top, bottom));
            case Expression.Power(Expression base, Expression exponent) -> apply("power", List.of(base, exponent));
            case Expression.Call(ElementaryFunction function, List<Expression> arguments) -> call(function, arguments);
            case Expression.Apply(String function, List<Expression> arguments) -> aggregate(function, arguments);
            case Expression.Piecewise(List<Expression.Case> cases, Expression otherwise) ->
                piecewise(cases, otherwise);
            case Expression.Delay _,Expression.RateOf _,Expression.Draw _ ->
                throw new IllegalArgumentException(
                        "SED-ML has no delays, rates of change or random numbers in formulas");
        };
    }

    private static XmlElement literal(double value) {
        if (Double.isNaN(value)) {
            return node("notanumber");
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? node("infinity") : node("apply", node("minus"), node("infinity"));
        }
        String text = Double.toString(value);
        int exponent = text.indexOf('E');
        if (exponent < 0) {
            return leaf("cn", text);
        }
        XmlElement node = leaf("cn", text.substring(0, exponent));
        node.set("type", "e-notation");
        node.content().add(node("sep"));
        node.content().add(new XmlNode.Text(text.substring(exponent + 1)));
        return node;
    }

    private static XmlElement time() {
        XmlElement node = leaf("csymbol", "time");
        node.set("encoding", "text");
        node.set("definitionURL", MathNames.TIME);
        return node;
    }

    private static XmlElement apply(String operator, List<Expression> operands) {
        XmlElement node = node("apply", node(operator));
        operands.forEach(operand -> node.content().add(number(operand)));
        return node;
    }

    private static XmlElement call(ElementaryFunction function, List<Expression> arguments) {
        return switch (function) {
            case LOG -> node("apply", node("log"), node("logbase", number(arguments.get(0))),
                    number(arguments.get(1)));
            case ROOT -> node("apply", node("root"), node("degree", number(arguments.get(0))),
                    number(arguments.get(1)));
            default -> apply(MathNames.of(function), arguments);
        };
    }

    private static XmlElement aggregate(String function, List<Expression> arguments) {
        if (!function.startsWith(Computation.AGGREGATE)) {
            throw new IllegalArgumentException("the function " + function + " has not been inlined");
        }
        String name = function.substring(Computation.AGGREGATE.length());
        XmlElement symbol = leaf("csymbol", name);
        symbol.set("encoding", "text");
        symbol.set("definitionURL", MathNames.AGGREGATE + name);
        XmlElement node = node("apply", symbol);
        arguments.forEach(argument -> node.content().add(number(argument)));
        return node;
    }

    private static XmlElement piecewise(List<Expression.Case> cases, Expression otherwise) {
        XmlElement node = node("piecewise");
        cases.forEach(c -> node.content().add(node("piece", number(c.then()), condition(c.when()))));
        node.content().add(node("otherwise", number(otherwise)));
        return node;
    }

    private static XmlElement condition(LogicalExpression condition) {
        return switch (condition) {
            case LogicalExpression.Truth(boolean value) -> node(value ? "true" : "false");
            case LogicalExpression.Comparison(LogicalExpression.Relation relation, Expression left, Expression right) ->
                node("apply", node(MathNames.of(relation)), number(left), number(right));
            case LogicalExpression.And(List<LogicalExpression> operands) -> logical("and", operands);
            case LogicalExpression.Or(List<LogicalExpression> operands) -> logical("or", operands);
            case LogicalExpression.ExclusiveOr(List<LogicalExpression> operands) -> logical("xor", operands);
            case LogicalExpression.Not(LogicalExpression operand) -> logical("not", List.of(operand));
        };
    }

    private static XmlElement logical(String operator, List<LogicalExpression> operands) {
        XmlElement node = node("apply", node(operator));
        operands.forEach(operand -> node.content().add(condition(operand)));
        return node;
    }
}
