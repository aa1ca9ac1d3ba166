package propria.model;

import java.util.List;
import propria.model.expression.Expression;
import propria.model.expression.Inline;
import propria.model.problem.SourceLocation;

/// A function that formulas of the model may call.
///
/// @param id the name
/// @param parameters the names of its arguments
/// @param body the formula over these names
public record FunctionDefinition(String id, List<String> parameters, Expression body, Description description,
        SourceLocation definedAt) implements Inline.Function {
    public FunctionDefinition {
        parameters = List.copyOf(parameters);
    }
}
