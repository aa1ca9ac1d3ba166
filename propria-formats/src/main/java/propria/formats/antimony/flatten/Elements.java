package propria.formats.antimony.flatten;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import propria.formats.antimony.tree.Diagnostics;
import propria.formats.antimony.tree.Statement.Balance;
import propria.formats.antimony.tree.Statement.Declaration;
import propria.formats.antimony.tree.Statement.SymbolKind;
import propria.formats.antimony.tree.Statement.Timing;
import propria.formats.antimony.tree.Statement.UnitFormula;
import propria.model.Compartment;
import propria.model.Description;
import propria.model.Event;
import propria.model.InitialAssignment;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.Species;
import propria.model.Species.InitialKind;
import propria.model.expression.Expression;
import propria.model.problem.SourceLocation;

/// Makes the elements of the flat model from symbols.
final class Elements {

    private static final String DEFAULT_COMPARTMENT = "default_compartment";

    private final Facts facts;
    private final Units units;
    private final SymbolTable table;
    private final Diagnostics problems;
    private final Processes processes;
    private final List<Compartment> compartments = new ArrayList<>();
    private final List<Species> species = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Ordered<Rule>> rules = new ArrayList<>();
    private final List<Ordered<InitialAssignment>> initialAssignments = new ArrayList<>();

    Elements(Facts facts, Units units, SymbolTable table, Diagnostics problems) {
        this.facts = facts;
        this.units = units;
        this.table = table;
        this.problems = problems;
        processes = new Processes(facts, table, problems);
    }

    List<Compartment> compartments() {
        boolean missing = compartments.stream().noneMatch(c -> c.id().equals(DEFAULT_COMPARTMENT));
        Optional<Species> homeless = species.stream().filter(s -> s.compartment().equals(DEFAULT_COMPARTMENT))
                .findFirst();
        if (missing && homeless.isPresent()) {
            compartments.add(new Compartment(DEFAULT_COMPARTMENT, 3, OptionalDouble.of(1), true, Optional.empty(),
                    Description.NONE, homeless.get().definedAt()));
        }
        return compartments;
    }

    List<Species> species() {
        return species;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    List<Reaction> reactions() {
        return processes.reactions();
    }

    List<Event> events() {
        return processes.events();
    }

    List<Rule> rules() {
        return inOrder(rules);
    }

    List<InitialAssignment> initialAssignments() {
        return inOrder(initialAssignments);
    }

    /// Something with its place in the order of the text.
    private record Ordered<T>(int order, T content) {
    }

    private static <T> List<T> inOrder(List<Ordered<T>> items) {
        return items.stream().sorted(Comparator.comparingInt(Ordered::order)).map(Ordered::content).toList();
    }

    void add(Definition<Balance> balance) {
        Expression formula = facts.number(balance.scope(), balance.content().formula());
        rules.add(new Ordered<>(balance.order(), new Rule.Algebraic(formula, balance.place())));
    }

    /// The start of a quantity: a number, or a formula that has been made an initial assignment.
    private record Start(OptionalDouble number, InitialKind kind) {
    }

    void add(Symbol symbol) {
        if (!symbol.isDefined()) {
            return;
        }
        facts.checkTimings(symbol);
        Description description = facts.description(symbol);
        if (symbol.is(SymbolKind.REACTION)) {
            processes.reaction(symbol, description);
        } else if (symbol.is(SymbolKind.EVENT)) {
            processes.event(symbol, description);
        } else {
            quantity(symbol, description);
        }
    }

    private void quantity(Symbol symbol, Description description) {
        SourceLocation place = symbol.place();
        Optional<String> unit = facts.one(symbol, "unit", symbol.units, units::id)
                .map(Definition::content).map(units::id);
        boolean ruled = rules(symbol);
        Optional<Boolean> said = constant(symbol);
        boolean constant = said.orElse(!ruled && !symbol.changedByEvent);
        if (symbol.is(SymbolKind.SPECIES)) {
            boolean fixed = said.orElse(false);
            String compartment = compartment(symbol);
            boolean amount = symbol.declarations.stream().anyMatch(d -> d.content().substanceOnly());
            Start start = start(symbol, Optional.of(compartment), amount);
            species.add(new Species(symbol.id(), compartment, start.number(), start.kind(), amount,
                    symbol.boundary || fixed && symbol.participant, fixed, unit, Optional.empty(), description, place));
        } else if (symbol.is(SymbolKind.COMPARTMENT)) {
            compartments.add(
                    new Compartment(symbol.id(), symbol.dimensions, start(symbol, Optional.empty(), false).number(),
                            constant, unit, description, place));
        } else {
            parameters.add(new Parameter(symbol.id(), start(symbol, Optional.empty(), false).number(), constant,
                    unit, description, place));
        }
    }

    private boolean rules(Symbol symbol) {
        Optional<Definition<Expression>> always = facts.value(symbol, Timing.ALWAYS);
        always.ifPresent(rule -> rules.add(new Ordered<>(rule.order(),
                new Rule.Assignment(symbol.id(), rule.content(), rule.place()))));
        Optional<Definition<Expression>> rate = facts.value(symbol, Timing.AS_RATE);
        rate.ifPresent(rule -> rules.add(new Ordered<>(rule.order(),
                new Rule.Rate(symbol.id(), rule.content(), rule.place()))));
        return always.isPresent() || rate.isPresent();
    }

    private Optional<Boolean> constant(Symbol symbol) {
        List<Definition<Boolean>> said = symbol.declarations.stream()
                .flatMap(declaration -> declaration.content().constant().stream()
                        .map(constant -> new Definition<>(declaration.scope(), constant, declaration.place(),
                                declaration.order())))
                .toList();
        boolean agree = said.stream().map(Definition::content).distinct().count() < 2;
        return agree
                ? said.stream().map(Definition::content).findFirst()
                : facts.one(symbol, "constancy", said, Function.identity()).map(Definition::content);
    }

    private String compartment(Symbol symbol) {
        if (symbol.locations.isEmpty()) {
            symbol.declarations.stream().filter(d -> d.content().listed()).findFirst()
                    .ifPresent(declaration -> problems.error("A114", declaration.place(),
                            "The compartment of " + symbol.key + " is not said.",
                            "In a list, 'in' holds only for the name right before it.",
                            "Write 'in' after each name of the list."));
            return DEFAULT_COMPARTMENT;
        }
        return facts.home(symbol).orElse(DEFAULT_COMPARTMENT);
    }

    private Start start(Symbol symbol, Optional<String> compartment, boolean substanceOnly) {
        InitialKind usual = substanceOnly ? InitialKind.AMOUNT : InitialKind.CONCENTRATION;
        Optional<Definition<Expression>> stated = facts.value(symbol, Timing.INITIALLY);
        if (stated.isEmpty()) {
            return new Start(OptionalDouble.empty(), usual);
        }
        Expression formula = stated.get().content();
        if (formula instanceof Expression.Constant number) {
            return new Start(OptionalDouble.of(number.value()), usual);
        }
        Optional<Expression> home = compartment.map(Expression.Reference::new);
        if (formula instanceof Expression.Quotient(Expression.Constant amount, Expression size)
                && home.equals(Optional.of(size))) {
            return new Start(OptionalDouble.of(amount.value()), InitialKind.AMOUNT);
        }
        if (substanceOnly && formula instanceof Expression.Product product && product.factors().size() == 2
                && product.factors().getFirst() instanceof Expression.Constant concentration
                && home.equals(Optional.of(product.factors().getLast()))) {
            return new Start(OptionalDouble.of(concentration.value()), InitialKind.CONCENTRATION);
        }
        initialAssignments.add(new Ordered<>(stated.get().order(),
                new InitialAssignment(symbol.id(), formula, stated.get().place())));
        return new Start(OptionalDouble.empty(), usual);
    }
}
