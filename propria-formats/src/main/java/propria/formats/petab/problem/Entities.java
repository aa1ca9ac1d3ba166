package propria.formats.petab.problem;

import java.util.LinkedHashSet;
import java.util.Set;
import propria.model.Model;
import propria.model.Rule;
import propria.model.expression.References;

/// What names the model and the tables of a problem have.
public final class Entities {

    private Entities() {
    }

    /// What formulas may name.
    public static Set<String> all(Model model) {
        Set<String> ids = changeable(model);
        model.reactions().forEach(r -> ids.add(r.id()));
        ids.addAll(assigned(model));
        return ids;
    }

    /// Compartments, species and parameters, and the local parameters of reactions as `reaction.name`.
    public static Set<String> changeable(Model model) {
        Set<String> ids = new LinkedHashSet<>();
        model.compartments().forEach(c -> ids.add(c.id()));
        model.species().forEach(s -> ids.add(s.id()));
        model.parameters().forEach(p -> ids.add(p.id()));
        model.reactions().forEach(r -> r.localParameters().forEach(p -> ids.add(r.id() + "." + p.id())));
        return ids;
    }

    /// What an assignment rule gives its value.
    public static Set<String> assigned(Model model) {
        Set<String> ids = new LinkedHashSet<>();
        model.rules().forEach(rule -> {
            if (rule instanceof Rule.Assignment(String variable, _, _)) {
                ids.add(variable);
            }
        });
        return ids;
    }

    /// What formulas of the tables may name: the model, parameters, mappings.
    public static Set<String> known(PetabProblem problem) {
        Set<String> ids = all(problem.model());
        problem.parameters().forEach(p -> ids.add(p.id()));
        problem.mappings().forEach(m -> ids.add(m.petabId()));
        problem.conditions().forEach(c -> c.changes().forEach(change -> ids.add(change.target())));
        return ids;
    }

    /// The names that formulas of observables and noise use.
    public static Set<String> observed(PetabProblem problem) {
        Set<String> names = new LinkedHashSet<>();
        problem.observables().forEach(o -> {
            names.addAll(References.of(o.formula()));
            names.addAll(References.of(o.noiseFormula()));
        });
        return names;
    }
}
