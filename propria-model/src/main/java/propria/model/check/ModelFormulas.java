package propria.model.check;

import java.util.ArrayList;
import java.util.List;
import propria.model.Constraint;
import propria.model.Event;
import propria.model.InitialAssignment;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.SpeciesReference;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression;
import propria.model.problem.SourceLocation;

/// Every formula of a model with its place and what it gives: the one list that all checks of formulas go through.
///
/// @param numbers the number-valued formulas
/// @param conditions the truth-valued ones
record ModelFormulas(List<Numeric> numbers, List<Logical> conditions) {

    /// What the value of a formula is.
    sealed interface Role {

        /// The value of a quantity.
        record ValueOf(String variable) implements Role {
        }

        /// The change of a quantity per time.
        record ChangeOf(String variable) implements Role {
        }

        /// The extent of a reaction per time.
        record Speed() implements Role {
        }

        /// A span of time.
        record Duration() implements Role {
        }

        /// A pure number.
        record PureNumber() implements Role {
        }

        /// Something that vanishes, whatever its unit.
        record Nothing() implements Role {
        }
    }

    /// A number-valued formula.
    ///
    /// @param title what it is, to go on after "in"
    /// @param locals parameters that only this formula sees
    record Numeric(String title, SourceLocation place, List<Parameter> locals, Expression formula, Role role) {
    }

    /// A truth-valued formula.
    ///
    /// @param title what it is, to go on after "in"
    record Logical(String title, SourceLocation place, LogicalExpression formula) {
    }

    static ModelFormulas of(Model model) {
        ModelFormulas found = new ModelFormulas(new ArrayList<>(), new ArrayList<>());
        model.reactions().forEach(found::add);
        model.rules().forEach(found::add);
        for (InitialAssignment start : model.initialAssignments()) {
            found.add("the initial value of " + ModelChecks.shown(start.variable()), start.definedAt(),
                    start.formula(), new Role.ValueOf(start.variable()));
        }
        model.events().forEach(found::add);
        for (Constraint constraint : model.constraints()) {
            found.conditions.add(new Logical("a constraint", constraint.definedAt(), constraint.condition()));
        }
        return found;
    }

    private void add(String title, SourceLocation place, Expression formula, Role role) {
        numbers.add(new Numeric(title, place, List.of(), formula, role));
    }

    private void add(Reaction reaction) {
        String id = ModelChecks.shown(reaction.id());
        reaction.rateLaw().ifPresent(law -> numbers.add(new Numeric("the rate law of " + id, reaction.definedAt(),
                reaction.localParameters(), law, new Role.Speed())));
        List<SpeciesReference> references = new ArrayList<>(reaction.reactants());
        references.addAll(reaction.products());
        for (SpeciesReference reference : references) {
            add("the stoichiometry of " + ModelChecks.shown(reference.species()) + " in " + id,
                    reaction.definedAt(), reference.stoichiometry(), new Role.PureNumber());
        }
    }

    private void add(Rule rule) {
        switch (rule) {
            case Rule.Assignment(String variable, Expression formula, SourceLocation place) ->
                add("the rule of " + ModelChecks.shown(variable), place, formula, new Role.ValueOf(variable));
            case Rule.Rate(String variable, Expression formula, SourceLocation place) ->
                add("the rate of " + ModelChecks.shown(variable), place, formula, new Role.ChangeOf(variable));
            case Rule.Algebraic(Expression formula, SourceLocation place) ->
                add("an algebraic rule", place, formula, new Role.Nothing());
        }
    }

    private void add(Event event) {
        String id = ModelChecks.shown(event.id());
        SourceLocation place = event.definedAt();
        conditions.add(new Logical("the trigger of event " + id, place, event.trigger()));
        event.delay().ifPresent(delay -> add("the delay of event " + id, place, delay, new Role.Duration()));
        event.priority().ifPresent(
                priority -> add("the priority of event " + id, place, priority, new Role.PureNumber()));
        for (Event.Assignment assignment : event.assignments()) {
            add("what event " + id + " gives " + ModelChecks.shown(assignment.variable()), place,
                    assignment.formula(), new Role.ValueOf(assignment.variable()));
        }
    }
}
