package propria.model.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import propria.model.Compartment;
import propria.model.Event;
import propria.model.FunctionDefinition;
import propria.model.InitialAssignment;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.Species;
import propria.model.expression.Expression;
import propria.model.problem.Problem;
import propria.model.problem.SourceLocation;
import propria.model.unit.UnitDefinition;

/// No two elements share a name, and no quantity is given by two formulas.
final class CheckDefinedOnce implements ModelCheck {

    @Override
    public List<Problem> check(Model model) {
        List<Problem> problems = new ArrayList<>();
        Map<String, SourceLocation> seen = new HashMap<>();
        names(model).forEach(name -> once(name, "is defined twice", seen, problems));
        Map<String, SourceLocation> units = new HashMap<>();
        for (UnitDefinition unit : model.units()) {
            once(new Named(unit.id(), unit.definedAt()), "is defined twice, as a unit", units, problems);
        }
        Map<String, SourceLocation> rules = new HashMap<>();
        Map<String, SourceLocation> starts = new HashMap<>();
        for (Rule rule : model.rules()) {
            switch (rule) {
                case Rule.Assignment(String variable, Expression _, SourceLocation place) -> {
                    once(new Named(variable, place), "has two rules", rules, problems);
                    starts.putIfAbsent(variable, place);
                }
                case Rule.Rate(String variable, Expression _, SourceLocation place) ->
                    once(new Named(variable, place), "has two rules", rules, problems);
                case Rule.Algebraic _ -> {
                }
            }
        }
        for (InitialAssignment start : model.initialAssignments()) {
            once(new Named(start.variable(), start.definedAt()), "gets its initial value twice", starts, problems);
        }
        return problems;
    }

    private record Named(String id, SourceLocation place) {
    }

    private static List<Named> names(Model model) {
        List<Named> names = new ArrayList<>();
        for (Compartment compartment : model.compartments()) {
            names.add(new Named(compartment.id(), compartment.definedAt()));
        }
        for (Species species : model.species()) {
            names.add(new Named(species.id(), species.definedAt()));
        }
        for (Parameter parameter : model.parameters()) {
            names.add(new Named(parameter.id(), parameter.definedAt()));
        }
        for (FunctionDefinition function : model.functions()) {
            names.add(new Named(function.id(), function.definedAt()));
        }
        for (Reaction reaction : model.reactions()) {
            names.add(new Named(reaction.id(), reaction.definedAt()));
            reaction.reactants().forEach(r -> r.id().ifPresent(id -> names.add(new Named(id, reaction.definedAt()))));
            reaction.products().forEach(r -> r.id().ifPresent(id -> names.add(new Named(id, reaction.definedAt()))));
        }
        for (Event event : model.events()) {
            names.add(new Named(event.id(), event.definedAt()));
        }
        return names;
    }

    private static void once(Named named, String fault, Map<String, SourceLocation> seen, List<Problem> problems) {
        SourceLocation first = seen.putIfAbsent(named.id(), named.place());
        if (first != null) {
            problems.add(Problem.error("M001", named.place(), ModelChecks.shown(named.id()) + " " + fault,
                    "it stands first at " + first, "keep one, or give the other its own name"));
        }
    }
}
