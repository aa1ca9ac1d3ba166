package propria.formats.sbml.level.draft;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import propria.model.Event;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.SpeciesReference;
import propria.model.expression.Expression;

/// Elements with their formulas changed.
public final class EveryFormula {

    private EveryFormula() {
    }

    public static Reaction of(Reaction r, Change change) {
        Set<String> locals = r.localParameters().stream().map(Parameter::id).collect(Collectors.toSet());
        Change within = locals.isEmpty() ? change : change.without(locals);
        Reaction changed = with(r, r.reactants().stream().map(s -> of(s, change)).toList(),
                r.products().stream().map(s -> of(s, change)).toList());
        return withLaw(changed, r.rateLaw().map(within::of), r.localParameters());
    }

    private static SpeciesReference of(SpeciesReference s, Change change) {
        return new SpeciesReference(s.species(), change.of(s.stoichiometry()), s.id());
    }

    public static Reaction with(Reaction r, List<SpeciesReference> reactants, List<SpeciesReference> products) {
        return new Reaction(r.id(), reactants, products, r.modifiers(), r.rateLaw(), r.localParameters(),
                r.reversible(), r.fast(), r.compartment(), r.description(), r.definedAt());
    }

    public static Reaction withLaw(Reaction r, Optional<Expression> law, List<Parameter> locals) {
        return new Reaction(r.id(), r.reactants(), r.products(), r.modifiers(), law, locals, r.reversible(), r.fast(),
                r.compartment(), r.description(), r.definedAt());
    }

    public static Reaction withModifiers(Reaction r, List<String> modifiers, Optional<String> compartment) {
        return new Reaction(r.id(), r.reactants(), r.products(), modifiers, r.rateLaw(), r.localParameters(),
                r.reversible(), r.fast(), compartment, r.description(), r.definedAt());
    }

    public static Rule of(Rule rule, Change change) {
        return switch (rule) {
            case Rule.Assignment a -> new Rule.Assignment(a.variable(), change.of(a.formula()), a.definedAt());
            case Rule.Rate r -> new Rule.Rate(r.variable(), change.of(r.formula()), r.definedAt());
            case Rule.Algebraic a -> new Rule.Algebraic(change.of(a.formula()), a.definedAt());
        };
    }

    public static Event of(Event e, Change change) {
        return new Event(e.id(), change.of(e.trigger()), e.triggerInitially(), e.persistent(),
                e.delay().map(change::of), e.priority().map(change::of), e.valuesFromTrigger(),
                e.assignments().stream().map(a -> new Event.Assignment(a.variable(), change.of(a.formula()))).toList(),
                e.description(), e.definedAt());
    }
}
