package propria.model.expression;

import java.util.Map;

/// Puts formulas in the place of names, all at once: a name inside a replacement is not replaced again.
public final class Substitute {

    private Substitute() {
    }

    /// A formula with names replaced.
    ///
    /// @param expression the formula
    /// @param replacements what to put for which name; other names stay
    /// @throws IllegalArgumentException if the rate of change of a name is used and the replacement is no name
    public static Expression in(Expression expression, Map<String, Expression> replacements) {
        if (expression instanceof Expression.Reference(String id)) {
            return replacements.getOrDefault(id, expression);
        }
        if (expression instanceof Expression.RateOf(String id) && replacements.containsKey(id)) {
            return rateOf(replacements.get(id));
        }
        return Rewrite.parts(expression, part -> in(part, replacements));
    }

    /// A condition with names replaced.
    ///
    /// @param condition the condition
    /// @param replacements what to put for which name; other names stay
    /// @throws IllegalArgumentException if the rate of change of a name is used and the replacement is no name
    public static LogicalExpression in(LogicalExpression condition, Map<String, Expression> replacements) {
        return Rewrite.parts(condition, part -> in(part, replacements));
    }

    private static Expression rateOf(Expression replacement) {
        if (replacement instanceof Expression.Reference(String id)) {
            return new Expression.RateOf(id);
        }
        if (replacement instanceof Expression.Constant) {
            return Expression.ZERO;
        }
        throw new IllegalArgumentException("rateOf takes a name, not " + Print.of(replacement));
    }
}
