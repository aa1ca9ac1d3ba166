package propria.model.expression;

import java.util.List;
import java.util.stream.Collectors;

/// A formula as text that the Antimony reader reads back to the same formula, record for record: numbers as
/// `Double.toString` gives them, parentheses where sums or products are nested or the order of evaluation needs them.
/// Only sums, products and conjunctions of fewer than two parts, which no reader makes, come back as something equal.
public final class Print {

    /// How tightly a piece of text holds together; the tighter, the later.
    private enum Grip {
        SUM,
        PRODUCT,
        POWER,
        ATOM
    }

    private final StringBuilder text = new StringBuilder();

    private Print() {
    }

    /// The text of a number-valued formula.
    public static String of(Expression expression) {
        Print print = new Print();
        print.write(expression);
        return print.text.toString();
    }

    /// The text of a condition.
    public static String of(LogicalExpression condition) {
        Print print = new Print();
        print.write(condition);
        return print.text.toString();
    }

    private void write(Expression expression) {
        switch (expression) {
            case Expression.Constant(double value) -> text.append(number(value));
            case Expression.Reference(String id) -> text.append(id);
            case Expression.Time() -> text.append("time");
            case Expression.Sum(List<Expression> terms) -> writeSum(terms);
            case Expression.Product(List<Expression> factors) -> writeProduct(factors);
            case Expression.Quotient(Expression top, Expression bottom) -> {
                write(top, Grip.PRODUCT);
                text.append('/');
                writeLater(bottom, Grip.POWER);
            }
            case Expression.Power(Expression base, Expression exponent) -> {
                write(base, Grip.ATOM);
                text.append('^');
                write(exponent, Grip.ATOM);
            }
            case Expression.Call(ElementaryFunction function, List<Expression> arguments) ->
                writeCall(function.text(), arguments);
            case Expression.Apply(String function, List<Expression> arguments) -> writeCall(function, arguments);
            case Expression.Piecewise(List<Expression.Case> cases, Expression otherwise) ->
                writePiecewise(cases, otherwise);
            case Expression.Delay(Expression argument, Expression lag) -> writeCall("delay", List.of(argument, lag));
            case Expression.RateOf(String id) -> text.append("rateOf(").append(id).append(')');
            case Expression.Draw(Distribution distribution, List<Expression> arguments) ->
                writeCall(distribution.text(arguments.size()), arguments);
        }
    }

    private void write(LogicalExpression condition) {
        switch (condition) {
            case LogicalExpression.Truth(boolean value) -> text.append(value);
            case LogicalExpression.Comparison(LogicalExpression.Relation relation, Expression left, Expression right) ->
                text.append(of(left)).append(' ').append(relation.symbol()).append(' ').append(of(right));
            case LogicalExpression.And(List<LogicalExpression> operands) -> writeJoined(operands, " && ", "true");
            case LogicalExpression.Or(List<LogicalExpression> operands) -> writeJoined(operands, " || ", "false");
            case LogicalExpression.ExclusiveOr(List<LogicalExpression> operands) ->
                text.append(operands.stream().map(Print::of).collect(Collectors.joining(", ", "xor(", ")")));
            case LogicalExpression.Not(LogicalExpression operand) -> {
                text.append('!');
                writeOperand(operand, true);
            }
        }
    }

    private void write(Expression expression, Grip atLeast) {
        boolean loose = grip(expression).compareTo(atLeast) < 0;
        text.append(loose ? "(" : "");
        write(expression);
        text.append(loose ? ")" : "");
    }

    /// As [#write(Expression, Grip)], in parentheses also where the text would begin with a sign.
    private void writeLater(Expression expression, Grip atLeast) {
        boolean signed = beginsWithSign(expression);
        text.append(signed ? "(" : "");
        write(expression, signed ? Grip.SUM : atLeast);
        text.append(signed ? ")" : "");
    }

    private void writeSum(List<Expression> terms) {
        if (terms.isEmpty()) {
            text.append('0');
            return;
        }
        write(terms.getFirst(), Grip.PRODUCT);
        for (Expression term : terms.subList(1, terms.size())) {
            boolean minus = isNegative(term);
            text.append(minus ? " - " : " + ");
            if (minus) {
                writeOpposite(term);
            } else {
                writeLater(term, Grip.PRODUCT);
            }
        }
    }

    /// What is subtracted to add a term of which [#isNegative] holds.
    private void writeOpposite(Expression term) {
        if (!(term instanceof Expression.Product(List<Expression> factors))) {
            write(Formulas.negative(term));
            return;
        }
        List<Expression> rest = factors.subList(1, factors.size());
        if (factors.getFirst().equals(Expression.MINUS_ONE)) {
            write(rest.getFirst(), rest.getFirst() instanceof Expression.Product ? Grip.POWER : Grip.PRODUCT);
            writeFactors(rest.subList(1, rest.size()));
        } else {
            write(Formulas.negative(factors.getFirst()));
            writeFactors(rest);
        }
    }

    private void writeProduct(List<Expression> factors) {
        if (factors.isEmpty()) {
            text.append('1');
            return;
        }
        if (factors.size() > 1 && factors.getFirst().equals(Expression.MINUS_ONE)
                && !(factors.get(1) instanceof Expression.Constant)) {
            text.append('-');
            writeLater(factors.get(1), Grip.POWER);
            writeFactors(factors.subList(2, factors.size()));
            return;
        }
        write(factors.getFirst(), factors.getFirst() instanceof Expression.Product ? Grip.POWER : Grip.PRODUCT);
        writeFactors(factors.subList(1, factors.size()));
    }

    private void writeFactors(List<Expression> factors) {
        for (Expression factor : factors) {
            text.append('*');
            writeLater(factor, Grip.POWER);
        }
    }

    private void writeCall(String function, List<Expression> arguments) {
        text.append(arguments.stream().map(Print::of).collect(Collectors.joining(", ", function + "(", ")")));
    }

    private void writePiecewise(List<Expression.Case> cases, Expression otherwise) {
        text.append("piecewise(");
        for (Expression.Case branch : cases) {
            write(branch.then());
            text.append(", ");
            write(branch.when());
            text.append(", ");
        }
        write(otherwise);
        text.append(')');
    }

    private void writeJoined(List<LogicalExpression> operands, String with, String whenEmpty) {
        if (operands.isEmpty()) {
            text.append(whenEmpty);
        }
        for (int i = 0; i < operands.size(); i++) {
            text.append(i == 0 ? "" : with);
            writeOperand(operands.get(i), false);
        }
    }

    /// Conjunctions and disjunctions inside another always stand in parentheses: readers disagree which binds tighter.
    private void writeOperand(LogicalExpression operand, boolean comparisonToo) {
        boolean joined = operand instanceof LogicalExpression.And || operand instanceof LogicalExpression.Or
                || comparisonToo && operand instanceof LogicalExpression.Comparison;
        text.append(joined ? "(" : "");
        write(operand);
        text.append(joined ? ")" : "");
    }

    private static Grip grip(Expression expression) {
        return switch (expression) {
            case Expression.Constant(double value) -> signed(value) ? Grip.PRODUCT : Grip.ATOM;
            case Expression.Sum(List<Expression> terms) -> terms.isEmpty() ? Grip.ATOM : Grip.SUM;
            case Expression.Product(List<Expression> factors) -> factors.isEmpty() ? Grip.ATOM : Grip.PRODUCT;
            case Expression.Quotient _ -> Grip.PRODUCT;
            case Expression.Power _ -> Grip.POWER;
            case Expression.Reference _,Expression.Time _,Expression.Call _,Expression.Apply _,Expression.Piecewise _,Expression.Delay _,Expression.RateOf _,Expression.Draw _ ->
                Grip.ATOM;
        };
    }

    private static boolean beginsWithSign(Expression expression) {
        return switch (expression) {
            case Expression.Constant(double value) -> signed(value);
            case Expression.Product(List<Expression> factors) ->
                !factors.isEmpty() && beginsWithSign(factors.getFirst());
            case Expression.Quotient(Expression top, _) -> beginsWithSign(top);
            case Expression.Sum _,Expression.Power _,Expression.Reference _,Expression.Time _,Expression.Call _,Expression.Apply _,Expression.Piecewise _,Expression.Delay _,Expression.RateOf _,Expression.Draw _ ->
                false;
        };
    }

    /// Whether a term can be subtracted instead of added: a negative number, or a product that one leads.
    private static boolean isNegative(Expression term) {
        if (!(term instanceof Expression.Product(List<Expression> factors))) {
            return term instanceof Expression.Constant(double value) && signed(value);
        }
        return factors.size() > 1 && factors.getFirst() instanceof Expression.Constant(double first)
                && signed(first) && !Double.isInfinite(first)
                && (first != -1 || !(factors.get(1) instanceof Expression.Constant) && !beginsWithSign(factors.get(1)));
    }

    private static boolean signed(double value) {
        return value < 0 || 1 / value < 0;
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
