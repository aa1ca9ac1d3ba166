package propria.model.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import propria.model.Model;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.Species;
import propria.model.SpeciesReference;
import propria.model.expression.Expression;
import propria.model.problem.Problem;
import propria.model.problem.SourceLocation;

/// No species is changed by a reaction and given by a rule as well, unless it is a boundary species, which reactions
/// leave unchanged.
final class CheckNoRuleAndReaction implements ModelCheck {

    @Override
    public List<Problem> check(Model model) {
        Map<String, SourceLocation> ruled = new LinkedHashMap<>();
        for (Rule rule : model.rules()) {
            switch (rule) {
                case Rule.Assignment(String variable, Expression _, SourceLocation place) ->
                    ruled.put(variable, place);
                case Rule.Rate(String variable, Expression _, SourceLocation place) -> ruled.put(variable, place);
                case Rule.Algebraic _ -> {
                }
            }
        }
        model.species().stream().filter(Species::boundary).map(Species::id).forEach(ruled::remove);
        List<Problem> problems = new ArrayList<>();
        for (Reaction reaction : model.reactions()) {
            Stream.concat(reaction.reactants().stream(), reaction.products().stream()).map(SpeciesReference::species)
                    .distinct().filter(ruled::containsKey).forEach(id -> problems.add(Problem.error("M006",
                            reaction.definedAt(),
                            ModelChecks.shown(reaction.id()) + " changes " + ModelChecks.shown(id)
                                    + ", which a rule gives",
                            "the rule stands at " + ruled.get(id),
                            "drop one of them, or declare a boundary species (a $ before its name)")));
        }
        return problems;
    }
}
