package propria.model.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import propria.model.Compartment;
import propria.model.Event;
import propria.model.FunctionDefinition;
import propria.model.InitialAssignment;
import propria.model.Model;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.Species;
import propria.model.SpeciesReference;
import propria.model.expression.Expression;
import propria.model.expression.References;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.SourceLocation;

/// Every name that a formula or an element uses is one that the model defines.
final class CheckReferencesExist implements ModelCheck {

    @Override
    public List<Problem> check(Model model) {
        return new Search(model).run();
    }

    /// The search of one model.
    private static final class Search {

        private final Model model;
        private final List<Problem> problems = new ArrayList<>();
        private final Set<String> compartments = new HashSet<>();
        private final Set<String> species = new HashSet<>();
        private final Set<String> parameters = new HashSet<>();
        private final Set<String> functions = new HashSet<>();
        private final Set<String> quantities = new HashSet<>();

        Search(Model model) {
            this.model = model;
            model.compartments().forEach(compartment -> compartments.add(compartment.id()));
            model.species().forEach(one -> species.add(one.id()));
            model.parameters().forEach(parameter -> parameters.add(parameter.id()));
            model.functions().forEach(function -> functions.add(function.id()));
            quantities.addAll(compartments);
            quantities.addAll(species);
            quantities.addAll(parameters);
            for (Reaction reaction : model.reactions()) {
                quantities.add(reaction.id());
                references(reaction).forEach(reference -> reference.id().ifPresent(quantities::add));
            }
        }

        List<Problem> run() {
            elements();
            variables();
            ModelFormulas formulas = ModelFormulas.of(model);
            for (ModelFormulas.Numeric number : formulas.numbers()) {
                Set<String> names = new LinkedHashSet<>(References.of(number.formula()));
                number.locals().forEach(local -> names.remove(local.id()));
                names(names, quantities, number.title(), number.place());
                calls(References.calls(number.formula()), number.title(), number.place());
            }
            for (ModelFormulas.Logical condition : formulas.conditions()) {
                names(References.of(condition.formula()), quantities, condition.title(), condition.place());
                calls(References.calls(condition.formula()), condition.title(), condition.place());
            }
            for (FunctionDefinition function : model.functions()) {
                String title = "function " + function.id();
                names(References.of(function.body()), Set.copyOf(function.parameters()), title,
                        function.definedAt());
                calls(References.calls(function.body()), title, function.definedAt());
            }
            return problems;
        }

        private void elements() {
            for (Species one : model.species()) {
                expect(one.compartment(), compartments, "the compartment", of(one.id()), one.definedAt());
                one.conversionFactor().ifPresent(
                        id -> expect(id, parameters, "the conversion factor", of(one.id()), one.definedAt()));
            }
            for (Reaction reaction : model.reactions()) {
                for (SpeciesReference reference : references(reaction)) {
                    expect(reference.species(), species, "the species", " in " + ModelChecks.shown(reaction.id()),
                            reaction.definedAt());
                }
                for (String modifier : reaction.modifiers()) {
                    expect(modifier, species, "the modifier", of(reaction.id()), reaction.definedAt());
                }
            }
            SourceLocation place = model.compartments().stream().map(Compartment::definedAt).findFirst()
                    .orElse(SourceLocation.of(model.id()));
            model.conversionFactor()
                    .ifPresent(id -> expect(id, parameters, "the conversion factor", " of the model", place));
        }

        private void variables() {
            for (Rule rule : model.rules()) {
                switch (rule) {
                    case Rule.Assignment(String variable, Expression _, SourceLocation place) ->
                        expect(variable, quantities, "the quantity", " that a rule gives", place);
                    case Rule.Rate(String variable, Expression _, SourceLocation place) ->
                        expect(variable, quantities, "the quantity", " that a rate rule changes", place);
                    case Rule.Algebraic _ -> {
                    }
                }
            }
            for (InitialAssignment start : model.initialAssignments()) {
                expect(start.variable(), quantities, "the quantity", " that gets an initial value",
                        start.definedAt());
            }
            for (Event event : model.events()) {
                for (Event.Assignment assignment : event.assignments()) {
                    expect(assignment.variable(), quantities, "the quantity",
                            " that event " + ModelChecks.shown(event.id()) + " changes", event.definedAt());
                }
            }
        }

        private void expect(String id, Set<String> known, String kind, String role, SourceLocation place) {
            if (!known.contains(id)) {
                report("M002", kind + " " + ModelChecks.shown(id) + role + " is not defined",
                        Nearest.of(id, known), place);
            }
        }

        private void names(Set<String> names, Set<String> known, String title, SourceLocation place) {
            for (String id : names) {
                if (!known.contains(id)) {
                    report("M002", ModelChecks.shown(id) + " in " + title + " is not defined",
                            Nearest.of(id, known), place);
                }
            }
        }

        private void calls(List<Expression.Apply> calls, String title, SourceLocation place) {
            for (Expression.Apply call : calls) {
                if (!functions.contains(call.function())) {
                    report("M003", "the function " + call.function() + " in " + title + " is not defined",
                            Nearest.of(call.function(), functions), place);
                }
            }
        }

        private void report(String code, String what, Optional<String> nearest, SourceLocation place) {
            problems.add(Problem.error(code, place, what, "",
                    ModelChecks.suggestion(nearest, "define it, or correct the name")));
        }

        private static String of(String id) {
            return " of " + ModelChecks.shown(id);
        }

        private static List<SpeciesReference> references(Reaction reaction) {
            List<SpeciesReference> references = new ArrayList<>(reaction.reactants());
            references.addAll(reaction.products());
            return references;
        }
    }
}
