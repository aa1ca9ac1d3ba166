package propria.formats.antimony.flatten;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import propria.formats.antimony.tree.Diagnostics;
import propria.formats.antimony.tree.Formula;
import propria.formats.antimony.tree.Statement.Change;
import propria.formats.antimony.tree.Statement.Conversion;
import propria.formats.antimony.tree.Statement.EventStatement;
import propria.formats.antimony.tree.Statement.Option;
import propria.formats.antimony.tree.Statement.Participant;
import propria.formats.antimony.tree.Statement.Timing;
import propria.model.Description;
import propria.model.Event;
import propria.model.Reaction;
import propria.model.SpeciesReference;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression;
import propria.model.expression.References;
import propria.model.problem.Nearest;
import propria.model.problem.SourceLocation;

/// Makes reactions and events from symbols.
final class Processes {

    private static final Set<String> OPTIONS = Set.of("t0", "priority", "persistent", "fromTrigger");

    private final Facts facts;
    private final SymbolTable table;
    private final Diagnostics problems;
    private final List<Reaction> reactions = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    Processes(Facts facts, SymbolTable table, Diagnostics problems) {
        this.facts = facts;
        this.table = table;
        this.problems = problems;
    }

    List<Reaction> reactions() {
        return reactions;
    }

    List<Event> events() {
        return events;
    }

    void reaction(Symbol symbol, Description description) {
        Optional<Definition<Conversion>> chosen = facts.one(symbol, "reaction", symbol.conversions,
                Function.identity());
        if (chosen.isEmpty()) {
            problems.error("A210", symbol.firstSeen, "The reaction " + symbol.key + " says nothing.",
                    "It has neither reactants nor products.", "Write " + symbol.key + ": A -> B; law.");
            return;
        }
        Conversion conversion = chosen.get().content();
        Instance scope = chosen.get().scope();
        List<SpeciesReference> reactants = side(scope, conversion.reactants());
        List<SpeciesReference> products = side(scope, conversion.products());
        Optional<Expression> law = facts.value(symbol, Timing.INITIALLY)
                .or(() -> facts.value(symbol, Timing.ALWAYS))
                .map(stated -> facts.factors().law(stated.scope(), stated.content()));
        Optional<String> compartment = facts.home(symbol);
        reactions.add(new Reaction(symbol.id(), reactants, products, modifiers(symbol, law, reactants, products), law,
                List.of(), conversion.reversible(), false, compartment, description, symbol.place()));
    }

    private List<SpeciesReference> side(Instance scope, List<Participant> participants) {
        List<SpeciesReference> side = new ArrayList<>();
        for (Participant participant : participants) {
            facts.id(scope, participant.species()).ifPresent(id -> side.add(
                    new SpeciesReference(id, facts.factors().value(scope, participant.species(),
                            facts.number(scope, participant.count())), Optional.empty())));
        }
        return side;
    }

    /// The species that a law names and that the reaction does not change, in the order of the law; then those that are
    /// said to act on it.
    private List<String> modifiers(Symbol symbol, Optional<Expression> law, List<SpeciesReference> reactants,
            List<SpeciesReference> products) {
        Set<String> named = new LinkedHashSet<>();
        law.ifPresent(formula -> named.addAll(References.of(formula)));
        named.removeIf(id -> !table.isSpecies(id));
        symbol.modifiers.forEach(modifier -> named.add(modifier.id()));
        reactants.forEach(reactant -> named.remove(reactant.species()));
        products.forEach(product -> named.remove(product.species()));
        return List.copyOf(named);
    }

    void event(Symbol symbol, Description description) {
        Optional<Definition<EventStatement>> chosen = facts.one(symbol, "event", symbol.events, Function.identity());
        if (chosen.isEmpty()) {
            problems.error("A210", symbol.firstSeen, "The event " + symbol.key + " says nothing.", "",
                    "Write " + symbol.key + ": at condition: x = 1.");
            return;
        }
        EventStatement event = chosen.get().content();
        Instance scope = chosen.get().scope();
        Map<String, Option> options = options(event);
        events.add(new Event(symbol.id(), facts.truth(scope, event.trigger()), flag(scope, options, "t0", true),
                flag(scope, options, "persistent", false),
                event.delay().map(delay -> facts.factors().span(scope, facts.number(scope, delay))),
                Optional.ofNullable(options.get("priority")).map(option -> facts.number(scope, option.formula())),
                flag(scope, options, "fromTrigger", true), assignments(scope, event), description, symbol.place()));
    }

    private List<Event.Assignment> assignments(Instance scope, EventStatement event) {
        List<Event.Assignment> assignments = new ArrayList<>();
        Map<String, SourceLocation> seen = new HashMap<>();
        for (Change change : event.changes()) {
            Optional<String> id = facts.id(scope, change.symbol());
            Expression formula = facts.factors().value(scope, change.symbol(),
                    facts.number(scope, change.formula()));
            if (id.isPresent()) {
                SourceLocation earlier = seen.putIfAbsent(id.get(), change.symbol().place());
                if (earlier != null) {
                    problems.error("A211", change.symbol().place(),
                            "The event gives " + change.symbol() + " two values.", "The other is at " + earlier + ".",
                            "Remove one of them.");
                }
                assignments.add(new Event.Assignment(id.get(), formula));
            }
        }
        return assignments;
    }

    private Map<String, Option> options(EventStatement event) {
        Map<String, Option> options = new HashMap<>();
        for (Option option : event.options()) {
            if (!OPTIONS.contains(option.name())) {
                problems.error("A224", option.place(), "An event has no option " + option.name() + ".",
                        "Known: fromTrigger, persistent, priority, t0.",
                        Nearest.of(option.name(), new HashSet<>(OPTIONS))
                                .map(near -> "Did you mean " + near + "?").orElse("Remove it."));
            } else if (options.putIfAbsent(option.name(), option) != null) {
                problems.error("A211", option.place(), "The option " + option.name() + " is given twice.", "",
                        "Remove one of them.");
            }
        }
        return options;
    }

    private boolean flag(Instance scope, Map<String, Option> options, String name, boolean otherwise) {
        Option option = options.get(name);
        if (option == null) {
            return otherwise;
        }
        Formula formula = option.formula();
        if (facts.truth(scope, formula) instanceof LogicalExpression.Truth(boolean value)) {
            return value;
        }
        problems.error("A224", option.place(), "The option " + name + " is either true or false.", "",
                "Write " + name + " = true or " + name + " = false.");
        return otherwise;
    }
}
