package propria.formats.sedml.document;

import java.util.List;
import propria.model.expression.Expression;

/// A formula over named values.
///
/// @param variables values taken from models and tasks
/// @param parameters constants
/// @param math the formula; a function over all values of one variable is a call of `sedml_min`, `sedml_max`,
///        `sedml_sum` or `sedml_product`
public record Computation(List<SedVariable> variables, List<Constant> parameters, Expression math) {

    /// What the name of a function over all values begins with.
    public static final String AGGREGATE = "sedml_";

    public Computation {
        variables = List.copyOf(variables);
        parameters = List.copyOf(parameters);
    }

    /// A named constant.
    public record Constant(String id, double value) {
    }
}
