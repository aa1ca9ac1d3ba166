package propria.app.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import propria.formats.sedml.document.Computation;
import propria.formats.sedml.document.SedVariable;
import propria.model.expression.Evaluate;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Formulas over single values.
final class Formula {

    private Formula() {
    }

    /// Finds the value of a quantity.
    interface Lookup {
        double value(String model, String target, SourceLocation place);
    }

    /// The value of a formula.
    ///
    /// @param known values of ranges, by id
    static double number(Computation computation, Map<String, Double> known, Lookup lookup) {
        Map<String, Double> values = new LinkedHashMap<>(known);
        computation.parameters().forEach(p -> values.put(p.id(), p.value()));
        for (SedVariable variable : computation.variables()) {
            values.put(variable.id(), value(variable, known, lookup));
        }
        return Evaluate.of(Aggregates.resolve(computation.math(), call -> Evaluate.of(call, new Values(values))),
                new Values(values));
    }

    private static double value(SedVariable variable, Map<String, Double> known, Lookup lookup) {
        String target = variable.target().orElse("");
        if (target.startsWith("#") && known.containsKey(target.substring(1))) {
            return known.getOrDefault(target.substring(1), Double.NaN);
        }
        if (target.isEmpty() || target.startsWith("#") || variable.model().isEmpty() || variable.term().isPresent()) {
            throw new ProblemException(Problem.error("D040", variable.place(),
                    "the variable " + variable.id() + " names neither a quantity of a model nor a range", "",
                    "add modelReference and target"));
        }
        return lookup.value(variable.model().get(), target, variable.place());
    }
}
