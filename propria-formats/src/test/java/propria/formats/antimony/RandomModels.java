package propria.formats.antimony;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import propria.model.Compartment;
import propria.model.Constraint;
import propria.model.Description;
import propria.model.Event;
import propria.model.FunctionDefinition;
import propria.model.InitialAssignment;
import propria.model.Model;
import propria.model.Model.UnitRole;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.Species;
import propria.model.Species.InitialKind;
import propria.model.SpeciesReference;
import propria.model.expression.References;
import propria.model.problem.SourceLocation;
import propria.model.unit.UnitDefinition;
import propria.model.unit.UnitDefinition.Factor;

/// Models of random content, each within what Antimony can say; the same for the same seed.
public final class RandomModels {

    private static final SourceLocation HERE = SourceLocation.of("random");

    private final Random random;
    private final RandomFormulas formulas;
    private final List<String> units = List.of("mole", "per_hour", "odd");
    private final List<Rule> rules = new ArrayList<>();
    private final List<InitialAssignment> initialAssignments = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    private RandomModels(long seed) {
        random = new Random(seed);
        formulas = new RandomFormulas(random, List.of("C", "V", "S0", "S1", "S2", "p0", "p1", "p2", "p3"),
                Map.of("f", 2));
    }

    public static Model model(long seed) {
        return new RandomModels(seed).make();
    }

    private Model make() {
        List<Compartment> compartments = List.of(
                new Compartment("C", 3, OptionalDouble.of(2), true, unit(), description(), HERE),
                new Compartment("V", random.nextInt(1, 4), OptionalDouble.of(1), false, unit(), description(), HERE));
        List<Species> species = IntStream.range(0, 3).mapToObj(i -> species("S" + i)).toList();
        List<Parameter> parameters = IntStream.range(0, 4).mapToObj(i -> parameter("p" + i)).toList();
        List<Reaction> reactions = IntStream.range(0, 4).mapToObj(i -> reaction("J" + i, species)).toList();
        return new Model("random", modelDescription(), definitions(), defaults(), compartments, species, parameters,
                functions(), reactions, rules, initialAssignments, events, constraints(), Optional.empty());
    }

    private List<UnitDefinition> definitions() {
        return List.of(new UnitDefinition("per_hour", List.of(new Factor("second", -1, 0, 3600)), HERE),
                new UnitDefinition("odd", List.of(new Factor("mole", 1, -3, 1), new Factor("litre", -0.5, 1, 10),
                        new Factor("per_hour", 2, 0, 1), new Factor("metre", 1, 2, 0.25)), HERE),
                new UnitDefinition("time_unit", List.of(new Factor("second", 1, 0, 1)), HERE));
    }

    private Map<UnitRole, String> defaults() {
        return random.nextBoolean()
                ? Map.of(UnitRole.TIME, "time_unit")
                : Map.of(UnitRole.TIME, "time_unit", UnitRole.SUBSTANCE, "mole", UnitRole.EXTENT, "odd");
    }

    private List<FunctionDefinition> functions() {
        RandomFormulas inside = new RandomFormulas(random, List.of("x", "y"), Map.of());
        return List.of(new FunctionDefinition("f", List.of("x", "y"), inside.number(3), Description.NONE, HERE));
    }

    private Species species(String id) {
        boolean constant = random.nextInt(4) == 0;
        OptionalDouble initial = start(id);
        boolean substanceOnly = random.nextBoolean();
        InitialKind usual = substanceOnly ? InitialKind.AMOUNT : InitialKind.CONCENTRATION;
        InitialKind kind = initial.isEmpty() ? usual : pick(List.of(InitialKind.values()));
        return new Species(id, pick(List.of("C", "V")), initial, kind, substanceOnly,
                constant || random.nextBoolean(), constant, unit(), Optional.empty(), description(), HERE);
    }

    private Parameter parameter(String id) {
        return new Parameter(id, start(id), random.nextBoolean(), unit(), description(), HERE);
    }

    /// A number, or a formula or rule instead.
    private OptionalDouble start(String id) {
        switch (random.nextInt(5)) {
            case 0 -> initialAssignments.add(new InitialAssignment(id, formulas.composite(2), HERE));
            case 1 -> rules.add(new Rule.Assignment(id, formulas.number(3), HERE));
            case 2 -> {
                rules.add(new Rule.Rate(id, formulas.number(3), HERE));
                return OptionalDouble.of(random.nextGaussian());
            }
            case 3 -> {
                events.add(event("E" + events.size(), id));
                return OptionalDouble.of(random.nextInt(10));
            }
            default -> {
                return OptionalDouble.of(random.nextInt(-2, 3));
            }
        }
        return OptionalDouble.empty();
    }

    private Event event(String id, String variable) {
        return new Event(id, formulas.truth(2), random.nextBoolean(), random.nextBoolean(),
                maybe(() -> formulas.number(1)), maybe(() -> formulas.number(1)), random.nextBoolean(),
                List.of(new Event.Assignment(variable, formulas.number(2))), description(), HERE);
    }

    private Reaction reaction(String id, List<Species> species) {
        List<SpeciesReference> reactants = side();
        List<SpeciesReference> products = side();
        var law = maybe(() -> formulas.number(3));
        List<String> modifiers = law.map(formula -> References.of(formula).stream()
                .filter(name -> species.stream().anyMatch(s -> s.id().equals(name)))
                .filter(name -> Stream.concat(reactants.stream(), products.stream())
                        .noneMatch(reference -> reference.species().equals(name)))
                .toList()).orElse(List.of());
        return new Reaction(id, reactants, products, modifiers, law, List.of(), random.nextBoolean(), false,
                maybe(() -> "C"), description(), HERE);
    }

    private List<SpeciesReference> side() {
        return IntStream.range(0, random.nextInt(3)).mapToObj(i -> new SpeciesReference("S" + random.nextInt(3),
                random.nextInt(3) == 0
                        ? formulas.number(2)
                        : new propria.model.expression.Expression.Constant(
                                random.nextInt(1, 4)),
                Optional.empty())).toList();
    }

    private List<Constraint> constraints() {
        return List.of(new Constraint(formulas.truth(2), pick(List.of("", "must \"hold\"")), HERE));
    }

    private Description modelDescription() {
        Description made = description();
        return new Description(made.name(), made.sources(), Optional.empty(), made.annotations(), made.notes());
    }

    private Description description() {
        return new Description(maybe(() -> "a name\nwith \"quotes\", \\ and µ"),
                pick(List.of(List.of(), List.of("https://doi.org/10.1/x#claim", "urn:b"))),
                maybe(() -> new Description.Interval(-0.5, random.nextDouble())),
                pick(List.of(List.of(), List.of(new Description.Annotation("identity", "urn:x"),
                        new Description.Annotation("standardDeviation", "0.25"),
                        new Description.Annotation("hasPart", "urn:y")))),
                maybe(() -> "some\tnotes"));
    }

    private Optional<String> unit() {
        return maybe(() -> pick(units));
    }

    private <T> Optional<T> maybe(java.util.function.Supplier<T> maker) {
        return random.nextBoolean() ? Optional.of(maker.get()) : Optional.empty();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
