package propria.formats.antimony.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import propria.model.Description;
import propria.model.InitialAssignment;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.SpeciesReference;
import propria.model.expression.Expression;
import propria.model.expression.Substitute;

/// The same model without what Antimony has only in another form: parameters of one reaction become parameters of the
/// model (`reaction_name`), and a species reference with an id becomes a parameter that gives the stoichiometry.
final class Plain {

    private final Set<String> taken = new HashSet<>();
    private final List<Parameter> parameters;
    private final List<InitialAssignment> initialAssignments;

    private Plain(Model model) {
        parameters = new ArrayList<>(model.parameters());
        initialAssignments = new ArrayList<>(model.initialAssignments());
        model.compartments().forEach(compartment -> taken.add(compartment.id()));
        model.species().forEach(species -> taken.add(species.id()));
        model.parameters().forEach(parameter -> taken.add(parameter.id()));
        model.reactions().forEach(reaction -> taken.add(reaction.id()));
        model.events().forEach(event -> taken.add(event.id()));
    }

    static Model of(Model model) {
        Plain plain = new Plain(model);
        List<Reaction> reactions = model.reactions().stream().map(plain::reaction).toList();
        return new Model(model.id(), model.description(), model.units(), model.defaults(), model.compartments(),
                model.species(), plain.parameters, model.functions(), reactions, model.rules(),
                plain.initialAssignments, model.events(), model.constraints(), model.conversionFactor());
    }

    private Reaction reaction(Reaction reaction) {
        Map<String, Expression> renamed = new HashMap<>();
        for (Parameter local : reaction.localParameters()) {
            String id = free(reaction.id() + "_" + local.id());
            renamed.put(local.id(), new Expression.Reference(id));
            parameters.add(new Parameter(id, local.value(), local.constant(), local.unit(), local.description(),
                    local.definedAt()));
        }
        Optional<Expression> law = reaction.rateLaw().map(formula -> Substitute.in(formula, renamed));
        return new Reaction(reaction.id(), side(reaction, reaction.reactants()), side(reaction, reaction.products()),
                reaction.modifiers(), law, List.of(), reaction.reversible(), reaction.fast(), reaction.compartment(),
                reaction.description(), reaction.definedAt());
    }

    private List<SpeciesReference> side(Reaction reaction, List<SpeciesReference> side) {
        return side.stream().map(reference -> named(reaction, reference)).toList();
    }

    private SpeciesReference named(Reaction reaction, SpeciesReference reference) {
        if (reference.id().isEmpty() || !taken.add(reference.id().get())) {
            return reference;
        }
        String id = reference.id().get();
        OptionalDouble value = reference.stoichiometry() instanceof Expression.Constant(double number)
                ? OptionalDouble.of(number)
                : OptionalDouble.empty();
        if (value.isEmpty()) {
            initialAssignments.add(new InitialAssignment(id, reference.stoichiometry(), reaction.definedAt()));
        }
        parameters.add(new Parameter(id, value, false, Optional.empty(), Description.NONE, reaction.definedAt()));
        return new SpeciesReference(reference.species(), new Expression.Reference(id), Optional.empty());
    }

    private String free(String wanted) {
        String id = wanted;
        for (int i = 2; !taken.add(id); i++) {
            id = wanted + "_" + i;
        }
        return id;
    }
}
