package propria.formats.sbml.level.draft;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import propria.formats.sbml.level.SbmlLevel;
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
import propria.model.problem.Problem;
import propria.model.problem.SourceLocation;
import propria.model.unit.UnitDefinition;

/// A model under change, with what was said otherwise (`remarks`) and what cannot be said (`problems`).
public final class Draft {

    public final SbmlLevel level;
    public final List<UnitDefinition> units;
    public final Map<UnitRole, String> defaults = new EnumMap<>(UnitRole.class);
    public final List<Compartment> compartments;
    public final List<Species> species;
    public final List<Parameter> parameters;
    public final List<FunctionDefinition> functions;
    public final List<Reaction> reactions;
    public final List<Rule> rules;
    public final List<InitialAssignment> initialAssignments;
    public final List<Event> events;
    public final List<Constraint> constraints;
    public final List<Problem> problems = new ArrayList<>();
    public final List<Problem> remarks = new ArrayList<>();
    public final String title;
    public Optional<String> conversionFactor;
    private final Model origin;

    public Draft(Model model, SbmlLevel level) {
        this.origin = model;
        this.level = level;
        this.title = level.title();
        this.units = new ArrayList<>(model.units());
        this.defaults.putAll(model.defaults());
        this.compartments = new ArrayList<>(model.compartments());
        this.species = new ArrayList<>(model.species());
        this.parameters = new ArrayList<>(model.parameters());
        this.functions = new ArrayList<>(model.functions());
        this.reactions = new ArrayList<>(model.reactions());
        this.rules = new ArrayList<>(model.rules());
        this.initialAssignments = new ArrayList<>(model.initialAssignments());
        this.events = new ArrayList<>(model.events());
        this.constraints = new ArrayList<>(model.constraints());
        this.conversionFactor = model.conversionFactor();
    }

    /// The model as it is now.
    public Model model() {
        return new Model(origin.id(), origin.description(), units, defaults, compartments, species, parameters,
                functions, reactions, rules, initialAssignments, events, constraints, conversionFactor);
    }

    public SourceLocation place() {
        return Stream.of(compartments.stream().map(Compartment::definedAt),
                species.stream().map(Species::definedAt), parameters.stream().map(Parameter::definedAt))
                .flatMap(places -> places).findFirst().orElseGet(() -> SourceLocation.of(origin.id()));
    }

    /// What the level cannot say.
    public void refuse(SourceLocation place, String what, String why, String fix) {
        problems.add(Problem.error("B142", place, what + ", which " + title + " of SBML cannot say", why, fix));
    }

    /// What is said otherwise.
    public void remark(SourceLocation place, String what, String why) {
        remarks.add(Problem.warning("B143", place, what, why, "nothing; write a newer level to keep it as it is"));
    }

    /// A name that nothing has.
    public String unused(String wanted) {
        Set<String> taken = new HashSet<>();
        compartments.forEach(c -> taken.add(c.id()));
        species.forEach(s -> taken.add(s.id()));
        parameters.forEach(p -> taken.add(p.id()));
        functions.forEach(f -> taken.add(f.id()));
        events.forEach(e -> taken.add(e.id()));
        units.forEach(u -> taken.add(u.id()));
        reactions.forEach(r -> {
            taken.add(r.id());
            r.localParameters().forEach(p -> taken.add(p.id()));
            references(r).forEach(reference -> reference.id().ifPresent(taken::add));
        });
        String name = wanted;
        while (!taken.add(name)) {
            name = name + "_";
        }
        return name;
    }

    public static Stream<SpeciesReference> references(Reaction reaction) {
        return Stream.concat(reaction.reactants().stream(), reaction.products().stream());
    }

    /// Changes every formula outside of function definitions.
    public void formulas(Change change) {
        reactions.replaceAll(r -> EveryFormula.of(r, change));
        rules.replaceAll(rule -> EveryFormula.of(rule, change));
        initialAssignments.replaceAll(
                a -> new InitialAssignment(a.variable(), change.of(a.formula()), a.definedAt()));
        events.replaceAll(e -> EveryFormula.of(e, change));
        constraints.replaceAll(c -> new Constraint(change.of(c.condition()), c.message(), c.definedAt()));
    }

    /// Changes every formula, those of function definitions too.
    public void formulasAndFunctions(Change change) {
        functions.replaceAll(f -> new FunctionDefinition(f.id(), f.parameters(), change.of(f.body()),
                f.description(), f.definedAt()));
        formulas(change);
    }

    /// Changes the species references of all reactions.
    public void references(UnaryOperator<SpeciesReference> change) {
        reactions.replaceAll(r -> EveryFormula.with(r, r.reactants().stream().map(change).toList(),
                r.products().stream().map(change).toList()));
    }

    /// What a rule or an event changes.
    public Set<String> changing() {
        Set<String> changing = new HashSet<>();
        for (Rule rule : rules) {
            switch (rule) {
                case Rule.Assignment a -> changing.add(a.variable());
                case Rule.Rate r -> changing.add(r.variable());
                case Rule.Algebraic _ -> {
                    // names nothing
                }
            }
        }
        events.forEach(event -> event.assignments().forEach(a -> changing.add(a.variable())));
        return changing;
    }

    /// All that a formula names, or a rule, an event or an initial assignment acts on.
    public Set<String> used() {
        Set<String> used = changing();
        initialAssignments.forEach(a -> used.add(a.variable()));
        formulas(new Change.Collecting(used));
        return used;
    }
}
