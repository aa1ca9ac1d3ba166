package propria.inference.petab.simulate;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import propria.formats.petab.problem.PetabProblem;
import propria.model.Model;
import propria.model.expression.Expression;
import propria.model.expression.Formulas;
import propria.model.expression.Substitute;

/// Names of the tables and names of the model.
final class ModelNames {

    private ModelNames() {
    }

    /// A formula of the tables with names of the model.
    static Expression of(PetabProblem problem, Expression formula) {
        Map<String, Expression> names = new HashMap<>();
        problem.mappings().stream().filter(m -> !m.modelId().isEmpty())
                .forEach(m -> names.put(m.petabId(), Formulas.name(m.modelId())));
        return names.isEmpty() ? formula : Substitute.in(formula, names);
    }

    /// Names that the tables give a value and the model does not have: parameters, and what conditions change.
    static Set<String> missing(PetabProblem problem) {
        Set<String> ids = new LinkedHashSet<>();
        problem.parameters().forEach(p -> ids.add(problem.modelEntity(p.id())));
        problem.conditions().forEach(c -> c.changes().forEach(change -> ids.add(problem.modelEntity(change.target()))));
        ids.removeAll(own(problem.model()));
        return ids;
    }

    private static Set<String> own(Model model) {
        Set<String> ids = new LinkedHashSet<>();
        model.compartments().forEach(c -> ids.add(c.id()));
        model.species().forEach(s -> ids.add(s.id()));
        model.parameters().forEach(p -> ids.add(p.id()));
        model.reactions().forEach(r -> {
            ids.add(r.id());
            r.localParameters().forEach(p -> ids.add(r.id() + "." + p.id()));
        });
        return ids;
    }
}
