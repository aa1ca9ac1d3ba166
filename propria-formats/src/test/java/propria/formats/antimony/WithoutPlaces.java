package propria.formats.antimony;

import propria.model.Compartment;
import propria.model.Constraint;
import propria.model.Event;
import propria.model.FunctionDefinition;
import propria.model.InitialAssignment;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.Species;
import propria.model.problem.SourceLocation;
import propria.model.unit.UnitDefinition;

/// A model with one and the same place for all its elements, to compare models that stand in different texts.
public final class WithoutPlaces {

    private static final SourceLocation NOWHERE = SourceLocation.of("");

    private WithoutPlaces() {
    }

    public static Model of(Model m) {
        return new Model(m.id(), m.description(),
                m.units().stream().map(u -> new UnitDefinition(u.id(), u.factors(), NOWHERE)).toList(), m.defaults(),
                m.compartments().stream().map(c -> new Compartment(c.id(), c.dimensions(), c.size(), c.constant(),
                        c.unit(), c.description(), NOWHERE)).toList(),
                m.species().stream().map(s -> new Species(s.id(), s.compartment(), s.initial(), s.initialKind(),
                        s.substanceOnly(), s.boundary(), s.constant(), s.unit(), s.conversionFactor(), s.description(),
                        NOWHERE)).toList(),
                m.parameters().stream().map(WithoutPlaces::of).toList(),
                m.functions().stream().map(f -> new FunctionDefinition(f.id(), f.parameters(), f.body(),
                        f.description(), NOWHERE)).toList(),
                m.reactions().stream().map(WithoutPlaces::of).toList(),
                m.rules().stream().map(WithoutPlaces::of).toList(),
                m.initialAssignments().stream().map(i -> new InitialAssignment(i.variable(), i.formula(), NOWHERE))
                        .toList(),
                m.events().stream().map(e -> new Event(e.id(), e.trigger(), e.triggerInitially(), e.persistent(),
                        e.delay(), e.priority(), e.valuesFromTrigger(), e.assignments(), e.description(), NOWHERE))
                        .toList(),
                m.constraints().stream().map(c -> new Constraint(c.condition(), c.message(), NOWHERE)).toList(),
                m.conversionFactor());
    }

    private static Parameter of(Parameter p) {
        return new Parameter(p.id(), p.value(), p.constant(), p.unit(), p.description(), NOWHERE);
    }

    private static Reaction of(Reaction r) {
        return new Reaction(r.id(), r.reactants(), r.products(), r.modifiers(), r.rateLaw(),
                r.localParameters().stream().map(WithoutPlaces::of).toList(), r.reversible(), r.fast(), r.compartment(),
                r.description(), NOWHERE);
    }

    private static Rule of(Rule rule) {
        return switch (rule) {
            case Rule.Assignment a -> new Rule.Assignment(a.variable(), a.formula(), NOWHERE);
            case Rule.Rate r -> new Rule.Rate(r.variable(), r.formula(), NOWHERE);
            case Rule.Algebraic a -> new Rule.Algebraic(a.formula(), NOWHERE);
        };
    }
}
