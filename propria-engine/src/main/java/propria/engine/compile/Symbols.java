package propria.engine.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import propria.model.Compartment;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.Species;
import propria.model.SpeciesReference;
import propria.model.problem.SourceLocation;

/// Decides what each id of a model is.
///
/// States are what changes by itself: species that reactions may change, whatever has a rate rule, and what algebraic
/// rules determine. Assignment rules make derived quantities. All else is a parameter, also what events change. A local
/// parameter `k` of reaction `R` is the parameter `R.k`.
final class Symbols {

    private final Model model;
    private final Problems problems;
    private final Map<String, Rule.Assignment> assigned = new HashMap<>();
    private final Map<String, Rule.Rate> rated = new LinkedHashMap<>();
    private final Map<String, Rule.Algebraic> determined = new LinkedHashMap<>();
    private final Set<String> initiallyAssigned = new HashSet<>();
    private final Set<String> changedByEvents = new HashSet<>();
    private final Set<String> floating = new HashSet<>();
    private final Set<String> changedByReactions = new HashSet<>();
    private final Map<String, Symbol> byId = new LinkedHashMap<>();
    private final List<Symbol.Stored> states = new ArrayList<>();
    private final List<Symbol.Stored> parameters = new ArrayList<>();
    private final int named;

    Symbols(Model model, Problems problems) {
        this.model = model;
        this.problems = problems;
        readRules();
        model.initialAssignments().forEach(a -> initiallyAssigned.add(a.variable()));
        model.events().forEach(e -> e.assignments().forEach(a -> changedByEvents.add(a.variable())));
        model.species().stream().filter(Symbols::isFloating).forEach(s -> floating.add(s.id()));
        model.reactions().forEach(this::readReaction);
        determined.putAll(new Unknowns(model, assigned, id -> rated.containsKey(id) || changedByReactions.contains(id),
                changedByEvents, problems).determined());
        model.compartments().forEach(this::defineIfFixed);
        model.species().forEach(this::define);
        model.parameters().forEach(p -> define(p.id(), Optional.empty(), p.definedAt()));
        model.compartments().stream().filter(c -> !byId.containsKey(c.id()))
                .forEach(c -> define(c.id(), Optional.empty(), c.definedAt()));
        model.reactions().forEach(this::define);
        named = states.size();
    }

    private void readRules() {
        for (Rule rule : model.rules()) {
            switch (rule) {
                case Rule.Assignment r -> once(r.variable(), assigned.put(r.variable(), r) != null, r.definedAt());
                case Rule.Rate r -> once(r.variable(), rated.put(r.variable(), r) != null, r.definedAt());
                case Rule.Algebraic _ -> {
                }
            }
        }
        assigned.values().forEach(r -> once(r.variable(), rated.containsKey(r.variable()), r.definedAt()));
    }

    private void once(String id, boolean again, SourceLocation place) {
        if (again) {
            problems.add("N106", place, id + " is determined twice",
                    "an assignment rule, a rate rule or reactions may determine a quantity, but only one of them",
                    "remove one, or make " + id + " a boundary species that reactions leave unchanged");
        }
    }

    private void readReaction(Reaction reaction) {
        Stream.concat(reaction.reactants().stream(), reaction.products().stream()).map(SpeciesReference::species)
                .filter(floating::contains).forEach(changedByReactions::add);
    }

    private static boolean isFloating(Species species) {
        return !species.boundary() && !species.constant();
    }

    private void defineIfFixed(Compartment c) {
        boolean alone = !assigned.containsKey(c.id()) && !moves(c.id())
                && !initiallyAssigned.contains(c.id()) && !changedByEvents.contains(c.id());
        if (c.constant() && alone && c.size().isPresent() && c.size().getAsDouble() == 1) {
            byId.put(c.id(), new Symbol.Fixed(c.id(), 1));
        }
    }

    private void define(Species species) {
        boolean floats = isFloating(species);
        if (floats && changedByReactions.contains(species.id())) {
            once(species.id(), assigned.containsKey(species.id()) || rated.containsKey(species.id()),
                    species.definedAt());
        }
        if (floats && !assigned.containsKey(species.id())) {
            store(species.id(), true, volume(species, true), species.definedAt());
        } else {
            define(species.id(), volume(species, moves(species.id())), species.definedAt());
        }
    }

    /// The compartment that turns the amount in the array into the concentration that the id means. A parameter stands
    /// for a concentration itself unless its compartment can change.
    private Optional<String> volume(Species species, boolean state) {
        Optional<Compartment> home = model.compartments().stream().filter(c -> c.id().equals(species.compartment()))
                .findFirst();
        if (species.substanceOnly() || home.isEmpty() || home.get().dimensions() == 0
                || byId.containsKey(species.compartment())) {
            return Optional.empty();
        }
        String id = species.compartment();
        boolean changes = assigned.containsKey(id) || moves(id) || changedByEvents.contains(id);
        return state || changes ? Optional.of(id) : Optional.empty();
    }

    private void define(String id, Optional<String> volume, SourceLocation place) {
        Rule.Assignment rule = assigned.get(id);
        if (rule != null) {
            byId.put(id, new Symbol.Derived(id, rule.formula(), true, rule.definedAt()));
        } else {
            store(id, moves(id), volume, place);
        }
    }

    /// Whether a rule alone makes this a state.
    private boolean moves(String id) {
        return rated.containsKey(id) || determined.containsKey(id);
    }

    private void store(String id, boolean state, Optional<String> volume, SourceLocation place) {
        List<Symbol.Stored> list = state ? states : parameters;
        Symbol.Stored stored = new Symbol.Stored(id, state, list.size(), volume, place);
        list.add(stored);
        byId.put(id, stored);
    }

    private void define(Reaction reaction) {
        byId.put(reaction.id(), new Symbol.Rate(reaction));
        for (Parameter local : reaction.localParameters()) {
            store(local(reaction, local.id()), false, Optional.empty(), local.definedAt());
        }
        Stream.concat(reaction.reactants().stream(), reaction.products().stream())
                .forEach(reference -> reference.id().ifPresent(id -> define(reaction, reference, id)));
    }

    private void define(Reaction reaction, SpeciesReference reference, String id) {
        boolean changes = moves(id) || changedByEvents.contains(id) || initiallyAssigned.contains(id);
        if (assigned.containsKey(id) || changes) {
            define(id, Optional.empty(), reaction.definedAt());
        } else {
            byId.put(id, new Symbol.Derived(id, reference.stoichiometry(), false, reaction.definedAt()));
        }
    }

    /// A further parameter, which only the engine fills.
    Symbol.Stored hidden(String id, SourceLocation place) {
        store(id, false, Optional.empty(), place);
        return parameters.getLast();
    }

    /// The id of a local parameter in the whole model.
    static String local(Reaction reaction, String parameter) {
        return reaction.id() + "." + parameter;
    }

    List<Symbol.Stored> states() {
        return states;
    }

    /// How many of the states the model names; the others come after them.
    int namedStates() {
        return named;
    }

    /// Adds a state that the model does not name.
    Symbol.Stored unnamed(String description, SourceLocation place) {
        Symbol.Stored stored = new Symbol.Stored(description, true, states.size(), Optional.empty(), place);
        states.add(stored);
        return stored;
    }

    /// Whether events change this.
    boolean isChangedByEvents(String id) {
        return changedByEvents.contains(id);
    }

    List<Symbol.Stored> parameters() {
        return parameters;
    }

    Collection<Symbol> all() {
        return byId.values();
    }

    Set<String> ids() {
        return byId.keySet();
    }

    Optional<Symbol> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The ids of the species.
    Set<String> species() {
        return model.species().stream().map(Species::id).collect(Collectors.toSet());
    }

    /// Whether nothing but reactions and events changes this.
    boolean isLeftToReactions(String id) {
        return floating.contains(id) && !rated.containsKey(id) && !determined.containsKey(id);
    }

    /// The algebraic rule that determines a quantity.
    Optional<Rule.Algebraic> algebraicRule(String id) {
        return Optional.ofNullable(determined.get(id));
    }

    Optional<Rule.Rate> rateRule(String id) {
        return Optional.ofNullable(rated.get(id));
    }
}
