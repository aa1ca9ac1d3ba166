package propria.formats.antimony.flatten;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.formats.antimony.formula.Functions;
import propria.formats.antimony.tree.Diagnostics;
import propria.formats.antimony.tree.Formula;
import propria.formats.antimony.tree.Path;
import propria.formats.antimony.tree.Statement;
import propria.formats.antimony.tree.Statement.Annotation;
import propria.formats.antimony.tree.Statement.Assertion;
import propria.formats.antimony.tree.Statement.Assignment;
import propria.formats.antimony.tree.Statement.Balance;
import propria.formats.antimony.tree.Statement.Change;
import propria.formats.antimony.tree.Statement.Conversion;
import propria.formats.antimony.tree.Statement.Declaration;
import propria.formats.antimony.tree.Statement.Deletion;
import propria.formats.antimony.tree.Statement.Emptied;
import propria.formats.antimony.tree.Statement.EventStatement;
import propria.formats.antimony.tree.Statement.HasUnit;
import propria.formats.antimony.tree.Statement.Identity;
import propria.formats.antimony.tree.Statement.Influence;
import propria.formats.antimony.tree.Statement.Instantiation;
import propria.formats.antimony.tree.Statement.Interval;
import propria.formats.antimony.tree.Statement.Location;
import propria.formats.antimony.tree.Statement.Participant;
import propria.formats.antimony.tree.Statement.SymbolKind;
import propria.formats.antimony.tree.Statement.Timing;
import propria.formats.antimony.tree.Statement.UnitStatement;
import propria.formats.antimony.tree.Words;
import propria.model.problem.SourceLocation;

/// Walks the statements of all instances in the order of the text and gathers what they say about each symbol.
final class Collector {

    private final Program program;
    private final SymbolTable table;
    private final Diagnostics problems;
    private int order;
    private final Map<Instance, int[]> unnamed = new HashMap<>();
    final List<Definition<Balance>> balances = new ArrayList<>();
    final List<Definition<Assertion>> assertions = new ArrayList<>();
    final List<Definition<Annotation>> aboutModel = new ArrayList<>();
    final List<Definition<Annotation>> aboutFunctions = new ArrayList<>();
    final List<Definition<Annotation>> aboutUnits = new ArrayList<>();

    Collector(Program program, SymbolTable table, Diagnostics problems) {
        this.program = program;
        this.table = table;
        this.problems = problems;
    }

    /// Binds the names that instances share. To be called once, with the main instance, before [#collect].
    void bind(Instance instance) {
        for (Statement statement : instance.module().statements()) {
            switch (statement) {
                case Instantiation use -> instance.child(use).ifPresent(child -> {
                    bindArguments(instance, use, child);
                    bind(child);
                });
                case Identity identity ->
                    table.bind(instance, identity.inner(), identity.outer(), identity.factor());
                default -> {
                }
            }
        }
    }

    private void bindArguments(Instance scope, Instantiation use, Instance child) {
        for (int i = 0; i < use.arguments().size(); i++) {
            String parameter = child.module().parameters().get(i).last();
            if (use.arguments().get(i) instanceof Formula.Name name && !isConstant(name.path())) {
                Path inner = new Path(List.of(use.name(), parameter), use.place());
                if (use.name().isEmpty()) {
                    table.find(scope, name.path())
                            .ifPresent(symbol -> table.bindKeys(child.prefix() + parameter, symbol.key, use.place()));
                } else {
                    table.bind(scope, inner, name.path(), Optional.empty());
                }
            }
        }
    }

    private static boolean isConstant(Path path) {
        return path.isLocal() && Functions.isReserved(path.last());
    }

    /// Gathers everything below an instance.
    void collect(Instance instance) {
        for (Path parameter : instance.module().parameters()) {
            table.own(instance, parameter.last(), parameter.place());
            if (instance.depth() > 0) {
                table.symbol(instance.prefix() + parameter.last(), parameter.place());
            }
        }
        for (Statement statement : instance.module().statements()) {
            collect(instance, statement);
        }
    }

    private void collect(Instance scope, Statement statement) {
        switch (statement) {
            case Declaration declaration -> declare(scope, declaration);
            case Location location -> locate(scope, location);
            case Assignment assignment -> assign(scope, assignment);
            case Emptied emptied -> named(scope, emptied.symbol())
                    .ifPresent(symbol -> symbol.emptied.merge(emptied.timing(), scope.depth(), Math::min));
            case Balance balance -> balances.add(definition(scope, balance, balance.place()));
            case Conversion conversion -> react(scope, conversion);
            case Influence influence -> influence(scope, influence);
            case Instantiation use -> scope.child(use).ifPresent(child -> {
                numericArguments(scope, use, child);
                collect(child);
            });
            case Identity identity -> {
            }
            case Annotation annotation -> annotate(scope, annotation);
            case Interval interval -> interval(scope, interval);
            case HasUnit unit -> table.find(scope, unit.symbol())
                    .ifPresent(symbol -> symbol.units.add(definition(scope, unit.unit(), unit.place())));
            case UnitStatement unit -> {
            }
            case EventStatement event -> event(scope, event);
            case Assertion assertion -> assertions.add(definition(scope, assertion, assertion.place()));
            case Deletion deletion -> table.find(scope, deletion.symbol()).ifPresent(symbol -> symbol.deleted = true);
        }
    }

    private void numericArguments(Instance scope, Instantiation use, Instance child) {
        for (int i = 0; i < use.arguments().size(); i++) {
            Formula argument = use.arguments().get(i);
            if (!(argument instanceof Formula.Name name) || isConstant(name.path())) {
                String key = child.prefix() + child.module().parameters().get(i).last();
                table.symbol(key, argument.place()).addValue(Timing.INITIALLY,
                        definition(scope, argument, argument.place()));
            }
        }
    }

    private void declare(Instance scope, Declaration declaration) {
        named(scope, declaration.symbol()).ifPresent(symbol -> {
            symbol.declarations.add(definition(scope, declaration, declaration.place()));
            if (declaration.kind() != SymbolKind.PLAIN) {
                kind(symbol, declaration.kind(), declaration.place());
            }
            symbol.boundary |= declaration.boundary();
        });
    }

    private void locate(Instance scope, Location location) {
        Optional<Symbol> symbol = named(scope, location.symbol());
        symbol.ifPresent(located -> located.locations.add(
                definition(scope, location.compartment(), location.place())));
        table.find(scope, location.compartment())
                .ifPresent(compartment -> kind(compartment, SymbolKind.COMPARTMENT, location.place()));
    }

    private void assign(Instance scope, Assignment assignment) {
        Path path = assignment.symbol();
        if (Attributes.isAttribute(path, scope)) {
            String text = Attributes.text(assignment.formula());
            annotate(scope, new Annotation(path.owner(), path.last(), List.of(text), assignment.place()));
            return;
        }
        if (Attributes.isDimensions(path, scope)) {
            table.find(scope, path.owner()).ifPresent(symbol -> symbol.dimensions = dimensions(assignment));
            return;
        }
        named(scope, path).ifPresent(symbol -> {
            Definition<Formula> value = definition(scope, assignment.formula(), assignment.place());
            symbol.addValue(assignment.timing(), value);
            symbol.paths.put(value.order(), path);
        });
    }

    private double dimensions(Assignment assignment) {
        return Attributes.literal(assignment.formula()).orElseGet(() -> {
            problems.error("A221", assignment.place(), "The dimensions of a compartment are a number.", "",
                    "Write 3 for a volume, 2 for an area, 1 for a length.");
            return 3.0;
        });
    }

    private void react(Instance scope, Conversion conversion) {
        Path name = conversion.name().orElseGet(() -> unnamed(scope, "_J", 0, conversion.place()));
        named(scope, name).ifPresent(symbol -> {
            kind(symbol, SymbolKind.REACTION, conversion.place());
            symbol.conversions.add(definition(scope, conversion, conversion.place()));
            conversion.compartment().ifPresent(compartment -> locate(scope,
                    new Location(name, compartment, conversion.place())));
            conversion.law().ifPresent(law -> symbol.addValue(Timing.INITIALLY,
                    definition(scope, law, conversion.place())));
        });
        participants(scope, conversion.reactants());
        participants(scope, conversion.products());
    }

    private void influence(Instance scope, Influence influence) {
        Optional<Symbol> species = table.find(scope, influence.species());
        Optional<Symbol> reaction = table.find(scope, influence.reaction());
        if (species.isPresent() && reaction.isPresent()) {
            kind(species.get(), SymbolKind.SPECIES, influence.species().place());
            kind(reaction.get(), SymbolKind.REACTION, influence.reaction().place());
            reaction.get().modifiers.add(species.get());
        }
    }

    private void participants(Instance scope, List<Participant> side) {
        for (Participant participant : side) {
            named(scope, participant.species()).ifPresent(symbol -> {
                symbol.participant = true;
                symbol.boundary |= participant.boundary();
                kind(symbol, SymbolKind.SPECIES, participant.species().place());
            });
        }
    }

    private void event(Instance scope, EventStatement event) {
        Path name = event.name().orElseGet(() -> unnamed(scope, "_E", 1, event.place()));
        named(scope, name).ifPresent(symbol -> {
            kind(symbol, SymbolKind.EVENT, event.place());
            symbol.events.add(definition(scope, event, event.place()));
        });
        for (Change change : event.changes()) {
            named(scope, change.symbol()).ifPresent(symbol -> symbol.changedByEvent = true);
        }
    }

    private Path unnamed(Instance scope, String prefix, int kind, SourceLocation place) {
        int number = unnamed.computeIfAbsent(scope, s -> new int[2])[kind]++;
        return new Path(List.of(prefix + number), place);
    }

    private void annotate(Instance scope, Annotation annotation) {
        Path path = annotation.symbol();
        Optional<String> qualifier = Attributes.qualifier(annotation, problems);
        if (qualifier.isEmpty()) {
            return;
        }
        Annotation known = new Annotation(path, qualifier.get(), annotation.values(), annotation.place());
        Definition<Annotation> definition = definition(scope, known, annotation.place());
        boolean ofModel = path.isLocal()
                && (path.last().equals("model") || path.last().equals(scope.module().name()));
        if (ofModel || path.isLocal() && scope.child(path.last()).isPresent()) {
            if (ofModel && scope.depth() == 0) {
                aboutModel.add(definition);
            }
        } else if (path.isLocal() && program.functions().containsKey(path.last())) {
            aboutFunctions.add(definition);
        } else if (path.isLocal() && isUnitAlone(scope, path.last())) {
            aboutUnits.add(definition);
        } else {
            table.find(scope, path).ifPresent(symbol -> {
                if (known.qualifier().equals(Attributes.NAME)) {
                    symbol.names.add(definition(scope, known.values().getFirst(), known.place()));
                } else {
                    symbol.annotations.add(definition);
                }
            });
        }
    }

    /// Whether a name is that of a unit and, as far as has been read, of nothing else.
    private boolean isUnitAlone(Instance scope, String name) {
        return program.units().stream().anyMatch(unit -> unit.name().equals(name))
                && !table.knows(scope.prefix() + name);
    }

    private void interval(Instance scope, Interval interval) {
        Path path = interval.symbol();
        if (path.isLocal() || !Attributes.isInterval(path.last())) {
            problems.error("A222", interval.place(), path.last() + " does not take an interval.",
                    "Known: confidenceInterval, credibleInterval, interquartileRange, range.",
                    "Write x.confidenceInterval = {low, high}.");
            return;
        }
        if (path.last().equals("confidenceInterval")) {
            table.find(scope, path.owner())
                    .ifPresent(symbol -> symbol.intervals.add(definition(scope, interval, interval.place())));
        } else {
            String text = "{" + Attributes.text(interval.low()) + ", " + Attributes.text(interval.high()) + "}";
            annotate(scope, new Annotation(path.owner(), path.last(), List.of(text), interval.place()));
        }
    }

    private <T> Definition<T> definition(Instance scope, T content, SourceLocation place) {
        return new Definition<>(scope, content, place, order++);
    }

    private Optional<Symbol> named(Instance scope, Path path) {
        if (path.isLocal() && Words.isReserved(path.last()) || isConstant(path)) {
            problems.error("A217", path.place(), path + " is a word of the language and cannot be a name.", "",
                    "Choose another name.");
            return Optional.empty();
        }
        return table.find(scope, path);
    }

    private void kind(Symbol symbol, SymbolKind kind, SourceLocation place) {
        symbol.kinds.forEach((other, at) -> {
            if (other != kind) {
                problems.error("A212", place, symbol.key + " cannot be a " + kind.shown() + " here and a "
                        + other.shown() + " elsewhere.", "It is a " + other.shown() + " at " + at + ".",
                        "Give one of them another name.");
            }
        });
        symbol.kinds.putIfAbsent(kind, place);
    }
}
