package propria.model.expression;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Replaces every call of a model-defined function by its body, so that what is left names quantities only.
public final class Inline {

    /// What inlining must know of a function; [propria.model.FunctionDefinition] tells it.
    public interface Function {

        /// The names of the arguments.
        List<String> parameters();

        /// The formula over these names.
        Expression body();

        /// Where the function is defined.
        SourceLocation definedAt();
    }

    private final Map<String, ? extends Function> definitions;

    private Inline(Map<String, ? extends Function> definitions) {
        this.definitions = definitions;
    }

    /// A formula without model-defined functions.
    ///
    /// @param expression the formula
    /// @param definitions the functions by name
    /// @throws ProblemException if a function is unknown (M003), calls itself (M004) or takes another number of
    ///         arguments (M005)
    public static Expression functions(Expression expression, Map<String, ? extends Function> definitions) {
        return new Inline(definitions).inline(expression, new LinkedHashSet<>());
    }

    /// A condition without model-defined functions.
    ///
    /// @param condition the condition
    /// @param definitions the functions by name
    /// @throws ProblemException as for a formula
    public static LogicalExpression functions(LogicalExpression condition,
            Map<String, ? extends Function> definitions) {
        Inline inline = new Inline(definitions);
        return Rewrite.parts(condition, part -> inline.inline(part, new LinkedHashSet<>()));
    }

    private Expression inline(Expression expression, SequencedSet<String> open) {
        Expression inner = Rewrite.parts(expression, part -> inline(part, open));
        if (!(inner instanceof Expression.Apply(String function, List<Expression> arguments))) {
            return inner;
        }
        Function definition = definition(function, arguments.size(), open);
        open.add(function);
        Expression body = inline(definition.body(), open);
        open.remove(function);
        Map<String, Expression> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            values.put(definition.parameters().get(i), arguments.get(i));
        }
        return Substitute.in(body, values);
    }

    private Function definition(String function, int arguments, SequencedSet<String> open) {
        Function definition = definitions.get(function);
        if (definition == null) {
            throw new ProblemException(Problem.error("M003", "the function " + function + " is not defined",
                    "defined are: " + String.join(", ", definitions.keySet().stream().sorted().toList()),
                    "define it, or correct its name"));
        }
        if (open.contains(function)) {
            throw new ProblemException(Problem.error("M004", definition.definedAt(),
                    "the function " + function + " calls itself",
                    "the calls are " + String.join(" -> ", open) + " -> " + function, "break the circle"));
        }
        if (definition.parameters().size() != arguments) {
            throw new ProblemException(Problem.error("M005", definition.definedAt(),
                    "the function " + function + " is called with " + arguments + " arguments",
                    "it is defined with " + definition.parameters().size(), "give as many as are defined"));
        }
        return definition;
    }
}
