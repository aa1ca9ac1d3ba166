package propria.bench.ccode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import propria.engine.compile.CompiledModel;
import propria.model.Compartment;
import propria.model.FunctionDefinition;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.Species;
import propria.model.SpeciesReference;
import propria.model.expression.Expression;
import propria.model.expression.Formulas;
import propria.model.expression.Inline;
import propria.model.expression.Substitute;

/// What every id of a model stands for: a place in the arrays, or a formula. Ids that the model cannot have stand for what
/// an array holds where the id itself is a concentration.
final class Definitions {

    private static final String HELD = "held ";

    private final Model model;
    private final CompiledModel places;
    private final Map<String, Expression> formulas = new HashMap<>();
    private final Map<String, FunctionDefinition> functions;
    private final Map<String, Species> species;
    private final Map<String, Rule.Rate> rates = new HashMap<>();
    private final Map<String, Integer> states;
    private final Map<String, Integer> parameters;

    /// @throws NotInC if the model has what generated C does not carry out
    Definitions(Model model, CompiledModel places) {
        this.model = model;
        this.places = places;
        this.states = numbered(places.stateIds());
        this.parameters = numbered(places.parameterIds());
        this.functions = model.functions().stream().collect(Collectors.toMap(FunctionDefinition::id, f -> f));
        this.species = model.species().stream().collect(Collectors.toMap(Species::id, s -> s));
        refuse();
        model.rules().forEach(this::define);
        model.reactions().forEach(this::define);
        model.species().forEach(this::define);
    }

    private static Map<String, Integer> numbered(List<String> ids) {
        Map<String, Integer> places = new HashMap<>();
        ids.forEach(id -> places.put(id, places.size()));
        return places;
    }

    private void refuse() {
        if (!model.events().isEmpty()) {
            throw new NotInC(model.events().size() == 1 ? "an event" : model.events().size() + " events");
        }
        if (model.reactions().stream().anyMatch(Reaction::fast)) {
            throw new NotInC("a fast reaction");
        }
        if (model.rules().stream().anyMatch(Rule.Algebraic.class::isInstance)
                || places.system().stateCount() != places.stateIds().size()) {
            throw new NotInC("an algebraic rule");
        }
        if (!places.system().pastValues().isEmpty()) {
            throw new NotInC("a delay");
        }
    }

    private void define(Rule rule) {
        switch (rule) {
            case Rule.Assignment a -> formulas.put(a.variable(), inlined(a.formula()));
            case Rule.Rate r -> rates.put(r.variable(), r);
            case Rule.Algebraic _ -> throw new NotInC("an algebraic rule");
        }
    }

    private void define(Reaction reaction) {
        Map<String, Expression> locals = new HashMap<>();
        for (Parameter local : reaction.localParameters()) {
            locals.put(local.id(), Formulas.name(reaction.id() + "." + local.id()));
        }
        formulas.put(reaction.id(), reaction.rateLaw().map(law -> Substitute.in(inlined(law), locals))
                .orElse(Expression.ZERO));
        Stream.concat(reaction.reactants().stream(), reaction.products().stream())
                .forEach(reference -> reference.id().ifPresent(id -> {
                    if (!isStored(id)) {
                        formulas.putIfAbsent(id, inlined(reference.stoichiometry()));
                    }
                }));
    }

    private void define(Species s) {
        if (isStored(s.id())) {
            volume(s).ifPresent(volume -> formulas.put(s.id(),
                    Formulas.quotient(Formulas.name(HELD + s.id()), Formulas.name(volume))));
        }
    }

    private boolean isStored(String id) {
        return states.containsKey(id) || parameters.containsKey(id);
    }

    /// The compartment that a held amount is divided by.
    private Optional<String> volume(Species s) {
        Optional<Compartment> home = model.compartments().stream().filter(c -> c.id().equals(s.compartment()))
                .findFirst();
        if (s.substanceOnly() || home.isEmpty() || home.get().dimensions() == 0
                || !isStored(s.compartment()) && !formulas.containsKey(s.compartment())) {
            return Optional.empty();
        }
        boolean changes = !parameters.containsKey(s.compartment());
        return states.containsKey(s.id()) || changes ? Optional.of(s.compartment()) : Optional.empty();
    }

    private Expression inlined(Expression formula) {
        return Inline.functions(formula, functions);
    }

    /// The formula of an id; empty where the id is a place in an array.
    Optional<Expression> formula(String id) {
        return Optional.ofNullable(formulas.get(id));
    }

    /// The index of the state that an id names; empty where it names none.
    Optional<Integer> state(String id) {
        return Optional.ofNullable(states.get(withoutMark(id)));
    }

    /// The index of the parameter that an id names.
    ///
    /// @throws NotInC if nothing is called so
    int parameter(String id) {
        Integer place = parameters.get(withoutMark(id));
        if (place == null) {
            throw new NotInC("the quantity " + id + ", which has no place");
        }
        return place;
    }

    /// Whether an id is a compartment of size one that nothing changes.
    boolean isOne(String id) {
        return !isStored(withoutMark(id)) && model.compartments().stream().anyMatch(c -> c.id().equals(id));
    }

    private static String withoutMark(String id) {
        return id.startsWith(HELD) ? id.substring(HELD.length()) : id;
    }

    /// The derivative of a state, as what the array holds.
    Expression derivative(String state) {
        Rule.Rate rule = rates.get(state);
        if (rule == null) {
            return converted(state, reactions(state));
        }
        Expression rate = inlined(rule.formula());
        Species s = species.get(state);
        Optional<String> volume = s == null ? Optional.empty() : volume(s);
        if (volume.isPresent() && !parameters.containsKey(volume.get())) {
            throw new NotInC("a rate rule for " + state + " in a compartment that changes");
        }
        return volume.map(v -> Formulas.product(Formulas.name(v), rate)).orElse(rate);
    }

    private Expression reactions(String state) {
        List<Expression> terms = new ArrayList<>();
        if (!species.containsKey(state)) {
            return Expression.ZERO;
        }
        for (Reaction reaction : model.reactions()) {
            reaction.products().forEach(r -> term(state, reaction, r, terms, false));
            reaction.reactants().forEach(r -> term(state, reaction, r, terms, true));
        }
        return Formulas.sum(terms);
    }

    private void term(String state, Reaction reaction, SpeciesReference r, List<Expression> terms, boolean used) {
        if (!r.species().equals(state)) {
            return;
        }
        Expression number = r.id().isPresent() ? Formulas.name(r.id().get()) : inlined(r.stoichiometry());
        Expression rate = Formulas.name(reaction.id());
        Expression term = number.equals(Expression.ONE) ? rate : Formulas.product(number, rate);
        terms.add(used ? Formulas.negative(term) : term);
    }

    private Expression converted(String state, Expression extent) {
        Optional<String> factor = Optional.ofNullable(species.get(state)).flatMap(Species::conversionFactor)
                .or(model::conversionFactor);
        return factor.map(id -> Formulas.product(Formulas.name(id), extent)).orElse(extent);
    }
}
