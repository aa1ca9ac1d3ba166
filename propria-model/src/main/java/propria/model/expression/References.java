package propria.model.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// The names that a formula mentions, in the order of their first mention. Names of model-defined functions are not
/// among them: see [#calls].
public final class References {

    private final SequencedSet<String> quantities = new LinkedHashSet<>();
    private final List<Expression.Apply> calls = new ArrayList<>();

    private References() {
    }

    /// The quantities in a number-valued formula; those of which only the rate of change is used as well.
    public static SequencedSet<String> of(Expression expression) {
        References found = new References();
        found.collect(expression);
        return Collections.unmodifiableSequencedSet(found.quantities);
    }

    /// The quantities in a condition.
    public static SequencedSet<String> of(LogicalExpression condition) {
        References found = new References();
        found.collect(condition);
        return Collections.unmodifiableSequencedSet(found.quantities);
    }

    /// The calls of model-defined functions in a formula, a call before those in its arguments.
    public static List<Expression.Apply> calls(Expression expression) {
        References found = new References();
        found.collect(expression);
        return List.copyOf(found.calls);
    }

    /// The calls of model-defined functions in a condition.
    public static List<Expression.Apply> calls(LogicalExpression condition) {
        References found = new References();
        found.collect(condition);
        return List.copyOf(found.calls);
    }

    private void collect(Expression expression) {
        switch (expression) {
            case Expression.Constant _,Expression.Time _ -> {
            }
            case Expression.Reference(String id) -> quantities.add(id);
            case Expression.RateOf(String id) -> quantities.add(id);
            case Expression.Sum(List<Expression> terms) -> terms.forEach(this::collect);
            case Expression.Product(List<Expression> factors) -> factors.forEach(this::collect);
            case Expression.Quotient(Expression top, Expression bottom) -> collect(List.of(top, bottom));
            case Expression.Power(Expression base, Expression exponent) -> collect(List.of(base, exponent));
            case Expression.Call(_, List<Expression> arguments) -> collect(arguments);
            case Expression.Draw(_, List<Expression> arguments) -> collect(arguments);
            case Expression.Apply call -> {
                calls.add(call);
                collect(call.arguments());
            }
            case Expression.Piecewise(List<Expression.Case> cases, Expression otherwise) -> {
                for (Expression.Case branch : cases) {
                    collect(branch.then());
                    collect(branch.when());
                }
                collect(otherwise);
            }
            case Expression.Delay(Expression argument, Expression lag) -> collect(List.of(argument, lag));
        }
    }

    private void collect(List<Expression> expressions) {
        expressions.forEach(this::collect);
    }

    private void collect(LogicalExpression condition) {
        switch (condition) {
            case LogicalExpression.Truth _ -> {
            }
            case LogicalExpression.Comparison(_, Expression left, Expression right) -> collect(List.of(left, right));
            case LogicalExpression.And(List<LogicalExpression> operands) -> operands.forEach(this::collect);
            case LogicalExpression.Or(List<LogicalExpression> operands) -> operands.forEach(this::collect);
            case LogicalExpression.ExclusiveOr(List<LogicalExpression> operands) -> operands.forEach(this::collect);
            case LogicalExpression.Not(LogicalExpression operand) -> collect(operand);
        }
    }
}
