package propria.formats.sbml.level.older;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import propria.formats.sbml.level.draft.Change;
import propria.formats.sbml.level.draft.Draft;
import propria.formats.sbml.level.draft.EveryFormula;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.expression.Expression;

/// Makes the parameters of rate laws parameters of the model, so that a rate law means the same at every place.
final class LocalParameters {

    private LocalParameters() {
    }

    static void promote(Draft draft) {
        for (int i = 0; i < draft.reactions.size(); i++) {
            Reaction reaction = draft.reactions.get(i);
            if (!reaction.localParameters().isEmpty()) {
                draft.reactions.set(i, promoted(draft, reaction));
            }
        }
    }

    private static Reaction promoted(Draft draft, Reaction reaction) {
        Map<String, Expression> names = new HashMap<>();
        for (Parameter local : reaction.localParameters()) {
            String id = draft.unused(reaction.id() + "_" + local.id());
            names.put(local.id(), new Expression.Reference(id));
            draft.parameters.add(new Parameter(id, local.value(), true, local.unit(), local.description(),
                    local.definedAt()));
        }
        draft.remark(reaction.definedAt(), "the parameters of the rate law of " + reaction.id()
                + " became parameters of the model: " + String.join(", ", reaction.localParameters().stream()
                        .map(Parameter::id).toList()),
                "the rate law is needed elsewhere in the model");
        Change change = new Change.Replacing(names);
        return EveryFormula.withLaw(reaction, reaction.rateLaw().map(change::of), List.of());
    }
}
