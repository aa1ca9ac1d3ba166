package propria.engine.compile;

import java.util.ArrayList;
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

/// Writes models in a few lines.
public final class ModelBuilder {

    static final SourceLocation HERE = new SourceLocation("test.ant", 7, 3);

    private final List<Compartment> compartments = new ArrayList<>();
    private final List<Species> species = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<FunctionDefinition> functions = new ArrayList<>();
    private final List<Reaction> reactions = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<InitialAssignment> initial = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private Optional<String> conversionFactor = Optional.empty();

    public static Expression n(double value) {
        return new Expression.Constant(value);
    }

    public static Expression id(String id) {
        return new Expression.Reference(id);
    }

    public static Expression times(Expression... factors) {
        return new Expression.Product(List.of(factors));
    }

    public static Expression plus(Expression... terms) {
        return new Expression.Sum(List.of(terms));
    }

    public static Expression over(Expression a, Expression b) {
        return new Expression.Quotient(a, b);
    }

    public static LogicalExpression compare(LogicalExpression.Relation relation, Expression a, Expression b) {
        return new LogicalExpression.Comparison(relation, a, b);
    }

    public ModelBuilder compartment(String id, double size, boolean constant) {
        compartments.add(new Compartment(id, 3, OptionalDouble.of(size), constant, Optional.empty(), Description.NONE,
                HERE));
        return this;
    }

    /// A species whose id means an amount.
    public ModelBuilder amount(String id, String compartment, double initial) {
        return species(id, compartment, initial, Species.InitialKind.AMOUNT, true, false);
    }

    public ModelBuilder concentration(String id, String compartment, double initial) {
        return species(id, compartment, initial, Species.InitialKind.CONCENTRATION, false, false);
    }

    public ModelBuilder species(String id, String compartment, double value, Species.InitialKind kind, boolean amount,
            boolean boundary) {
        species.add(new Species(id, compartment, OptionalDouble.of(value), kind, amount, boundary, false,
                Optional.empty(), Optional.empty(), Description.NONE, HERE));
        return this;
    }

    public ModelBuilder converted(String id, String compartment, double value, String factor) {
        species.add(new Species(id, compartment, OptionalDouble.of(value), Species.InitialKind.AMOUNT, true, false,
                false, Optional.empty(), Optional.of(factor), Description.NONE, HERE));
        return this;
    }

    public ModelBuilder parameter(String id, double value) {
        parameters.add(parameterOf(id, value));
        return this;
    }

    private static Parameter parameterOf(String id, double value) {
        return new Parameter(id, OptionalDouble.of(value), true, Optional.empty(), Description.NONE, HERE);
    }

    public ModelBuilder variable(String id) {
        parameters.add(new Parameter(id, OptionalDouble.empty(), false, Optional.empty(), Description.NONE, HERE));
        return this;
    }

    public ModelBuilder function(String id, List<String> names, Expression body) {
        functions.add(new FunctionDefinition(id, names, body, Description.NONE, HERE));
        return this;
    }

    public static SpeciesReference some(double number, String id) {
        return new SpeciesReference(id, n(number), Optional.empty());
    }

    public ModelBuilder reaction(String id, List<SpeciesReference> from, List<SpeciesReference> to, Expression law) {
        return reaction(id, from, to, law, Map.of(), false);
    }

    public ModelBuilder reaction(String id, List<SpeciesReference> from, List<SpeciesReference> to, Expression law,
            Map<String, Double> locals, boolean fast) {
        List<Parameter> known = new ArrayList<>();
        locals.forEach((name, value) -> known.add(parameterOf(name, value)));
        reactions.add(new Reaction(id, from, to, List.of(), Optional.of(law), known, false, fast, Optional.empty(),
                Description.NONE, HERE));
        return this;
    }

    public ModelBuilder assign(String id, Expression formula) {
        rules.add(new Rule.Assignment(id, formula, HERE));
        return this;
    }

    public ModelBuilder rate(String id, Expression formula) {
        rules.add(new Rule.Rate(id, formula, HERE));
        return this;
    }

    public ModelBuilder algebraic(Expression formula) {
        rules.add(new Rule.Algebraic(formula, HERE));
        return this;
    }

    public ModelBuilder initially(String id, Expression formula) {
        initial.add(new InitialAssignment(id, formula, HERE));
        return this;
    }

    public ModelBuilder event(String id, LogicalExpression trigger, Map<String, Expression> assignments) {
        return event(id, trigger, Optional.empty(), Optional.empty(), assignments);
    }

    public ModelBuilder event(String id, LogicalExpression trigger, Optional<Expression> delay,
            Optional<Expression> priority,
            Map<String, Expression> assignments) {
        List<Event.Assignment> list = new ArrayList<>();
        assignments.forEach((variable, formula) -> list.add(new Event.Assignment(variable, formula)));
        events.add(new Event(id, trigger, true, true, delay, priority, true, list, Description.NONE, HERE));
        return this;
    }

    /// An event of priority 1 that is off again when its trigger falls before it is carried out.
    ModelBuilder rival(String id, LogicalExpression trigger, Map<String, Expression> assignments) {
        List<Event.Assignment> list = new ArrayList<>();
        assignments.forEach((variable, formula) -> list.add(new Event.Assignment(variable, formula)));
        events.add(new Event(id, trigger, true, false, Optional.empty(), Optional.of(n(1)), true, list,
                Description.NONE, HERE));
        return this;
    }

    /// A compartment without extent and without size.
    ModelBuilder point(String id) {
        compartments.add(new Compartment(id, 0, OptionalDouble.empty(), true, Optional.empty(), Description.NONE,
                HERE));
        return this;
    }

    ModelBuilder conversionFactor(String id) {
        conversionFactor = Optional.of(id);
        return this;
    }

    public Model build() {
        return new Model("test", Description.NONE, List.of(), Map.of(), compartments, species, parameters, functions,
                reactions, rules, initial, events, List.<Constraint>of(), conversionFactor);
    }

    public CompiledModel compile() {
        return ModelCompiler.compile(build());
    }
}
