package propria.formats.sbml.level.older;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import propria.formats.sbml.level.SbmlLevel;
import propria.formats.sbml.level.draft.Change;
import propria.formats.sbml.level.draft.Draft;
import propria.formats.sbml.level.draft.EveryFormula;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.expression.Expression;

/// Reactions where older levels ask more of them: one at least of reactants and products (rule 21101), rates that no
/// other formula names (Level 2 Version 1, rule 10215), no place of their own (Level 2).
final class EmptyReactions {

    private final Draft draft;

    private EmptyReactions(Draft draft) {
        this.draft = draft;
    }

    static void replace(Draft draft) {
        EmptyReactions reactions = new EmptyReactions(draft);
        reactions.withoutSpecies();
        if (draft.level == SbmlLevel.L2V1) {
            reactions.named();
        }
        if (draft.level.level() == 2) {
            reactions.places();
        }
    }

    /// A reaction that changes nothing is a parameter that has its rate.
    private void withoutSpecies() {
        List<Reaction> empty = draft.reactions.stream()
                .filter(r -> r.reactants().isEmpty() && r.products().isEmpty()).toList();
        if (empty.isEmpty()) {
            return;
        }
        LocalParameters.promote(draft);
        for (Reaction r : draft.reactions.stream().filter(r -> Draft.references(r).findAny().isEmpty()).toList()) {
            r.rateLaw().ifPresent(
                    law -> draft.rules.add(new Rule.Assignment(r.id(), law, r.definedAt())));
            draft.parameters.add(new Parameter(r.id(), OptionalDouble.empty(), false, java.util.Optional.empty(),
                    r.description(), r.definedAt()));
            draft.reactions.remove(r);
            draft.remark(r.definedAt(), "the reaction " + r.id() + " became a parameter that has its rate",
                    "in " + draft.title + " of SBML a reaction has a reactant or a product");
        }
    }

    /// The rate law in the place of the name of a reaction.
    private void named() {
        Set<String> used = draft.used();
        Set<String> ids = draft.reactions.stream().map(Reaction::id).filter(used::contains)
                .collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return;
        }
        LocalParameters.promote(draft);
        for (int turn = 0; turn < draft.reactions.size() && !ids.isEmpty(); turn++) {
            Map<String, Expression> laws = new HashMap<>();
            for (Reaction r : draft.reactions) {
                if (ids.contains(r.id())) {
                    laws.put(r.id(), r.rateLaw().orElse(Expression.ZERO));
                }
            }
            draft.formulas(new Change.Replacing(laws));
            Set<String> left = draft.used();
            ids.retainAll(left);
        }
        draft.reactions.stream().filter(r -> ids.contains(r.id()))
                .forEach(r -> draft.refuse(r.definedAt(), "a rate law names the rate of " + r.id() + ", and so itself",
                        "", "mend the model"));
    }

    private void places() {
        draft.reactions.replaceAll(r -> {
            r.compartment().ifPresent(id -> draft.remark(r.definedAt(),
                    "that the reaction " + r.id() + " happens in " + id + " was left out",
                    "in Level 2 of SBML a reaction has no compartment; it does not change the course"));
            return EveryFormula.withModifiers(r, r.modifiers(), java.util.Optional.empty());
        });
    }
}
