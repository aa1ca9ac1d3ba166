package propria.engine.compile;

import java.util.HashMap;
import java.util.Map;
import propria.model.Model;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.Species;
import propria.model.SpeciesReference;
import propria.model.expression.Environment;
import propria.model.expression.Evaluate;
import propria.model.expression.Expression;

/// A second road to the values of a model: walks the formulas, nothing shared with the compiler.
final class ByTheBook implements Environment {

    private final Model model;
    private final Run at;
    private final Map<String, Expression> formulas = new HashMap<>();

    ByTheBook(Model model, Run at) {
        this.model = model;
        this.at = at;
        for (Rule rule : model.rules()) {
            if (rule instanceof Rule.Assignment(String variable, Expression formula, _)) {
                formulas.put(variable, formula);
            }
        }
        model.reactions().forEach(r -> formulas.put(r.id(), r.rateLaw().orElseThrow()));
    }

    @Override
    public double value(String id) {
        if (formulas.containsKey(id)) {
            return Evaluate.of(formulas.get(id), this);
        }
        if (at.model.parameterIds().contains(id)) {
            return at.p[at.model.parameterIndex(id)];
        }
        double held = at.y[at.model.stateIndex(id)];
        for (Species s : model.species()) {
            if (s.id().equals(id) && !s.substanceOnly()) {
                return held / size(s.compartment());
            }
        }
        return held;
    }

    private double size(String compartment) {
        return model.compartments().stream().filter(c -> c.id().equals(compartment)).findFirst().orElseThrow().size()
                .orElseThrow();
    }

    @Override
    public double time() {
        return at.t;
    }

    double rate(String state) {
        for (Rule rule : model.rules()) {
            if (rule instanceof Rule.Rate(String variable, Expression formula, _) && variable.equals(state)) {
                return Evaluate.of(formula, this);
            }
        }
        double sum = 0;
        for (Reaction reaction : model.reactions()) {
            for (SpeciesReference r : reaction.reactants()) {
                sum -= r.species().equals(state) ? Evaluate.of(r.stoichiometry(), this) * value(reaction.id()) : 0;
            }
            for (SpeciesReference r : reaction.products()) {
                sum += r.species().equals(state) ? Evaluate.of(r.stoichiometry(), this) * value(reaction.id()) : 0;
            }
        }
        return sum;
    }
}
