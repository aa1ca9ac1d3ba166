package propria.formats.antimony.write;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import propria.formats.antimony.formula.Functions;
import propria.formats.antimony.tree.Words;
import propria.model.Compartment;
import propria.model.Constraint;
import propria.model.Event;
import propria.model.FunctionDefinition;
import propria.model.InitialAssignment;
import propria.model.Model;
import propria.model.Model.UnitRole;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.Species;
import propria.model.SpeciesReference;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression;
import propria.model.expression.Rewrite;
import propria.model.expression.Substitute;
import propria.model.problem.Problem;
import propria.model.problem.SourceLocation;
import propria.model.unit.UnitDefinition;

/// A model whose names are none of the words of Antimony: a name that is one gets an underscore behind it.
///
/// @param model the same with other names
/// @param names the new name of each that changed, by the old one
public record Renamed(Model model, SortedMap<String, String> names) {

    /// The model with names that Antimony can write.
    public static Renamed of(Model model) {
        SortedMap<String, String> names = new TreeMap<>();
        Set<String> taken = quantities(model).collect(Collectors.toCollection(HashSet::new));
        model.functions().forEach(function -> taken.add(function.id()));
        quantities(model).filter(id -> Words.isReserved(id) || Functions.isReserved(id))
                .forEach(id -> names.put(id, free(id, taken)));
        model.functions().stream().map(FunctionDefinition::id).filter(Functions::isBuiltIn)
                .forEach(id -> names.put(id, free(id, taken)));
        Map<String, String> units = units(model);
        if (names.isEmpty() && units.isEmpty()) {
            return new Renamed(model, names);
        }
        Model renamed = new Work(names, units).model(model);
        units.forEach(names::putIfAbsent);
        return new Renamed(renamed, names);
    }

    /// A warning A303 for each name that changed.
    ///
    /// @param file that is written
    public List<Problem> remarks(SourceLocation file) {
        return names.entrySet().stream()
                .map(name -> Problem.warning("A303", file,
                        name.getKey() + " is a word of Antimony, and is written as " + name.getValue(), "",
                        "use the new name in what you write about this file"))
                .toList();
    }

    private static Stream<String> quantities(Model model) {
        return Stream.of(model.compartments().stream().map(Compartment::id), model.species().stream().map(Species::id),
                model.parameters().stream().map(Parameter::id), model.reactions().stream().map(Reaction::id),
                model.events().stream().map(Event::id),
                model.reactions().stream().flatMap(r -> Stream.concat(r.reactants().stream(), r.products().stream()))
                        .flatMap(reference -> reference.id().stream()))
                .flatMap(ids -> ids);
    }

    private static String free(String id, Set<String> taken) {
        String name = id + "_";
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }

    /// A unit that is named like a role of the model without having that role: Antimony sets the unit of a role by that
    /// name.
    private static Map<String, String> units(Model model) {
        Set<String> taken = model.units().stream().map(UnitDefinition::id)
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, String> names = new HashMap<>();
        for (UnitDefinition unit : model.units()) {
            Optional<UnitRole> role = Arrays.stream(UnitRole.values())
                    .filter(r -> UnitText.word(r).equals(unit.id())).findFirst();
            if (role.map(model.defaults()::get).filter(given -> !given.equals(unit.id())).isPresent()) {
                names.put(unit.id(), free(unit.id(), taken));
            }
        }
        return names;
    }

    /// Goes through a model.
    private record Work(Map<String, String> names, Map<String, String> units) {

        Model model(Model m) {
            Map<UnitRole, String> defaults = new HashMap<>();
            m.defaults().forEach((role, unit) -> defaults.put(role, unit(unit)));
            return new Model(m.id(), m.description(), m.units().stream().map(this::unit).toList(), defaults,
                    m.compartments().stream().map(this::compartment).toList(),
                    m.species().stream().map(this::species).toList(),
                    m.parameters().stream().map(this::parameter).toList(),
                    m.functions().stream().map(this::function).toList(),
                    m.reactions().stream().map(this::reaction).toList(), m.rules().stream().map(this::rule).toList(),
                    m.initialAssignments().stream().map(i -> new InitialAssignment(name(i.variable()),
                            formula(i.formula()), i.definedAt())).toList(),
                    m.events().stream().map(this::event).toList(),
                    m.constraints().stream().map(c -> new Constraint(condition(c.condition()), c.message(),
                            c.definedAt())).toList(),
                    m.conversionFactor().map(this::name));
        }

        private String name(String id) {
            return names.getOrDefault(id, id);
        }

        private String unit(String id) {
            return units.getOrDefault(id, id);
        }

        private UnitDefinition unit(UnitDefinition u) {
            return new UnitDefinition(unit(u.id()), u.factors().stream().map(f -> new UnitDefinition.Factor(
                    unit(f.kind()), f.exponent(), f.scale(), f.multiplier())).toList(), u.definedAt());
        }

        private Compartment compartment(Compartment c) {
            return new Compartment(name(c.id()), c.dimensions(), c.size(), c.constant(), c.unit().map(this::unit),
                    c.description(), c.definedAt());
        }

        private Species species(Species s) {
            return new Species(name(s.id()), name(s.compartment()), s.initial(), s.initialKind(), s.substanceOnly(),
                    s.boundary(), s.constant(), s.unit().map(this::unit), s.conversionFactor().map(this::name),
                    s.description(), s.definedAt());
        }

        private Parameter parameter(Parameter p) {
            return new Parameter(name(p.id()), p.value(), p.constant(), p.unit().map(this::unit), p.description(),
                    p.definedAt());
        }

        /// The arguments of a function are its own names.
        private FunctionDefinition function(FunctionDefinition f) {
            Map<String, String> seen = new HashMap<>(names);
            f.parameters().forEach(seen::remove);
            return new FunctionDefinition(name(f.id()), f.parameters(), new Work(seen, units).formula(f.body()),
                    f.description(), f.definedAt());
        }

        /// The parameters of a reaction hide those of the model.
        private Reaction reaction(Reaction r) {
            Map<String, String> seen = new HashMap<>(names);
            r.localParameters().forEach(p -> seen.remove(p.id()));
            Work law = new Work(seen, units);
            return new Reaction(name(r.id()), r.reactants().stream().map(this::reference).toList(),
                    r.products().stream().map(this::reference).toList(),
                    r.modifiers().stream().map(this::name).toList(),
                    r.rateLaw().map(law::formula),
                    r.localParameters().stream().map(law::parameter).toList(), r.reversible(), r.fast(),
                    r.compartment().map(this::name), r.description(), r.definedAt());
        }

        private SpeciesReference reference(SpeciesReference s) {
            return new SpeciesReference(name(s.species()), formula(s.stoichiometry()), s.id().map(this::name));
        }

        private Rule rule(Rule rule) {
            return switch (rule) {
                case Rule.Assignment(String variable, Expression formula, var place) ->
                    new Rule.Assignment(name(variable), formula(formula), place);
                case Rule.Rate(String variable, Expression formula, var place) ->
                    new Rule.Rate(name(variable), formula(formula), place);
                case Rule.Algebraic(Expression formula, var place) -> new Rule.Algebraic(formula(formula), place);
            };
        }

        private Event event(Event e) {
            List<Event.Assignment> assignments = e.assignments().stream()
                    .map(a -> new Event.Assignment(name(a.variable()), formula(a.formula()))).toList();
            return new Event(name(e.id()), condition(e.trigger()), e.triggerInitially(), e.persistent(),
                    e.delay().map(this::formula), e.priority().map(this::formula), e.valuesFromTrigger(), assignments,
                    e.description(), e.definedAt());
        }

        private Expression formula(Expression formula) {
            return called(Substitute.in(formula, references()));
        }

        private LogicalExpression condition(LogicalExpression condition) {
            return Rewrite.parts(Substitute.in(condition, references()), this::called);
        }

        private Map<String, Expression> references() {
            Map<String, Expression> references = new HashMap<>();
            names.forEach((from, to) -> references.put(from, new Expression.Reference(to)));
            return references;
        }

        private Expression called(Expression formula) {
            Expression inner = Rewrite.parts(formula, this::called);
            return inner instanceof Expression.Apply(String function, List<Expression> arguments)
                    ? new Expression.Apply(name(function), arguments)
                    : inner;
        }
    }
}
