package propria.formats.sbml.level.draft;

import java.util.Map;
import java.util.Set;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression;
import propria.model.expression.References;
import propria.model.expression.Rewrite;
import propria.model.expression.Substitute;

/// A change of formulas.
public interface Change {

    Expression of(Expression formula);

    LogicalExpression of(LogicalExpression condition);

    /// The change in a place where names have another meaning, as in a rate law with parameters of its own.
    default Change without(Set<String> names) {
        return this;
    }

    /// One step at every part of a formula, inner parts first.
    interface Everywhere extends Change {

        Expression step(Expression part);

        @Override
        default Expression of(Expression formula) {
            return step(Rewrite.parts(formula, this::of));
        }

        @Override
        default LogicalExpression of(LogicalExpression condition) {
            return Rewrite.parts(condition, this::of);
        }
    }

    /// Formulas for names.
    record Replacing(Map<String, Expression> replacements) implements Change {

        @Override
        public Expression of(Expression formula) {
            return Substitute.in(formula, replacements);
        }

        @Override
        public LogicalExpression of(LogicalExpression condition) {
            return Substitute.in(condition, replacements);
        }

        @Override
        public Change without(Set<String> names) {
            Map<String, Expression> left = new java.util.HashMap<>(replacements);
            left.keySet().removeAll(names);
            return new Replacing(left);
        }
    }

    /// No change; notes the names.
    record Collecting(Set<String> names) implements Change {

        @Override
        public Expression of(Expression formula) {
            names.addAll(References.of(formula));
            return formula;
        }

        @Override
        public LogicalExpression of(LogicalExpression condition) {
            names.addAll(References.of(condition));
            return condition;
        }
    }
}
