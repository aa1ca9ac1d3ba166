package propria.model.check;

import static propria.model.expression.Formulas.name;
import static propria.model.expression.Formulas.product;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import propria.model.Compartment;
import propria.model.Constraint;
import propria.model.Description;
import propria.model.Event;
import propria.model.FunctionDefinition;
import propria.model.InitialAssignment;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.Species;
import propria.model.SpeciesReference;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression;
import propria.model.problem.SourceLocation;
import propria.model.unit.UnitDefinition;

/// A model under construction. [#sound] is without fault; tests add one fault to it, on a line of its own.
final class Draft {

    final List<UnitDefinition> units = new ArrayList<>();
    final Map<Model.UnitRole, String> defaults = new HashMap<>();
    final List<Compartment> compartments = new ArrayList<>();
    final List<Species> species = new ArrayList<>();
    final List<Parameter> parameters = new ArrayList<>();
    final List<FunctionDefinition> functions = new ArrayList<>();
    final List<Reaction> reactions = new ArrayList<>();
    final List<Rule> rules = new ArrayList<>();
    final List<InitialAssignment> starts = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final List<Constraint> constraints = new ArrayList<>();

    /// Cells that die in a compartment: `death: cells => ; k*cells`.
    static Draft sound() {
        Draft draft = new Draft();
        draft.unit("day", "second", 1, 86400);
        draft.unit("per_day", "second", -1, 86400);
        draft.unit("per_hour", "second", -1, 3600);
        draft.defaults.put(Model.UnitRole.TIME, "day");
        draft.defaults.put(Model.UnitRole.SUBSTANCE, "item");
        draft.defaults.put(Model.UnitRole.VOLUME, "litre");
        draft.compartments.add(new Compartment("body", 3, OptionalDouble.of(2), true, Optional.empty(),
                Description.NONE, line(1)));
        draft.species("cells", 100, false, 2);
        draft.parameter("k", 0.5, "per_day", 3);
        draft.reaction("death", "cells", product(name("k"), name("cells")), 4);
        return draft;
    }

    static SourceLocation line(int number) {
        return new SourceLocation("draft.ant", number, 1);
    }

    Draft unit(String id, String kind, double exponent, double multiplier) {
        units.add(new UnitDefinition(id, List.of(new UnitDefinition.Factor(kind, exponent, 0, multiplier)), line(99)));
        return this;
    }

    Draft species(String id, double initial, boolean boundary, int line) {
        species.add(new Species(id, "body", OptionalDouble.of(initial), Species.InitialKind.AMOUNT, true, boundary,
                false, Optional.empty(), Optional.empty(), Description.NONE, line(line)));
        return this;
    }

    Draft parameter(String id, double value, String unit, int line) {
        parameters.add(new Parameter(id, OptionalDouble.of(value), true,
                unit.isEmpty() ? Optional.empty() : Optional.of(unit), Description.NONE, line(line)));
        return this;
    }

    Draft parameter(String id, double value, double low, double high, int line) {
        Description description = new Description(Optional.empty(), List.of(),
                Optional.of(new Description.Interval(low, high)), List.of(), Optional.empty());
        parameters.add(new Parameter(id, OptionalDouble.of(value), true, Optional.of("dimensionless"), description,
                line(line)));
        return this;
    }

    Draft variable(String id, String unit, int line) {
        parameters.add(new Parameter(id, OptionalDouble.empty(), false, Optional.of(unit), Description.NONE,
                line(line)));
        return this;
    }

    Draft function(String id, Expression body, int line, String... arguments) {
        functions.add(new FunctionDefinition(id, List.of(arguments), body, Description.NONE, line(line)));
        return this;
    }

    Draft reaction(String id, String reactant, Expression law, int line) {
        reactions.add(new Reaction(id, List.of(new SpeciesReference(reactant, Expression.ONE, Optional.empty())),
                List.of(), List.of(), Optional.of(law), List.of(), false, false, Optional.empty(), Description.NONE,
                line(line)));
        return this;
    }

    Draft rule(String variable, Expression formula, int line) {
        rules.add(new Rule.Assignment(variable, formula, line(line)));
        return this;
    }

    Draft rate(String variable, Expression formula, int line) {
        rules.add(new Rule.Rate(variable, formula, line(line)));
        return this;
    }

    Draft start(String variable, Expression formula, int line) {
        starts.add(new InitialAssignment(variable, formula, line(line)));
        return this;
    }

    Draft event(String id, LogicalExpression trigger, String variable, Expression formula, int line) {
        events.add(new Event(id, trigger, true, true, Optional.empty(), Optional.empty(), true,
                List.of(new Event.Assignment(variable, formula)), Description.NONE, line(line)));
        return this;
    }

    Draft constraint(LogicalExpression condition, int line) {
        constraints.add(new Constraint(condition, "", line(line)));
        return this;
    }

    Model model() {
        return new Model("draft", Description.NONE, units, defaults, compartments, species, parameters, functions,
                reactions, rules, starts, events, constraints, Optional.empty());
    }
}
