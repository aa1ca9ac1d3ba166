package propria.formats.sbml.level.older;

import static propria.model.expression.Formulas.difference;
import static propria.model.expression.Formulas.name;
import static propria.model.expression.Formulas.negative;
import static propria.model.expression.Formulas.product;
import static propria.model.expression.Formulas.quotient;
import static propria.model.expression.Formulas.sum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import propria.formats.sbml.level.draft.Draft;
import propria.model.Compartment;
import propria.model.FunctionDefinition;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.Species;
import propria.model.SpeciesReference;
import propria.model.expression.Derivative;
import propria.model.expression.Expression;
import propria.model.expression.Inline;
import propria.model.expression.References;
import propria.model.expression.Rewrite;
import propria.model.expression.Simplify;

/// The rate of change of a quantity as a formula: of the rate rule, of reactions, or the derivative of what an
/// assignment rule says. There is none where an algebraic rule or a fast reaction may determine the quantity, where the
/// past is asked for, or where a rate leads back to itself.
final class RatesOfChange {

    /// Why there is no formula; never seen by a user.
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unknown(String why) {
            super(why, null, false, false);
        }
    }

    private final Draft draft;
    private final Map<String, Expression> assigned = new HashMap<>();
    private final Map<String, Expression> rated = new HashMap<>();
    private final Map<String, FunctionDefinition> functions = new HashMap<>();
    private final SequencedSet<String> open = new LinkedHashSet<>();

    RatesOfChange(Draft draft) {
        this.draft = draft;
        draft.functions.forEach(f -> functions.put(f.id(), f));
        for (Rule rule : draft.rules) {
            switch (rule) {
                case Rule.Assignment a -> assigned.put(a.variable(), a.formula());
                case Rule.Rate r -> rated.put(r.variable(), r.formula());
                case Rule.Algebraic _ -> {
                    // names nothing
                }
            }
        }
    }

    /// A formula without rates of change.
    ///
    /// @throws Unknown if there is none
    Expression without(Expression formula) {
        return switch (formula) {
            case Expression.RateOf(String id) -> rate(id);
            case Expression.Delay(Expression argument, Expression lag) -> {
                if (holdsRate(argument)) {
                    throw new Unknown("what the rate was before the start is not that of the formula");
                }
                yield new Expression.Delay(argument, without(lag));
            }
            default -> Rewrite.parts(formula, this::without);
        };
    }

    static boolean holdsRate(Expression formula) {
        boolean[] found = {formula instanceof Expression.RateOf};
        Rewrite.parts(formula, part -> {
            found[0] |= holdsRate(part);
            return part;
        });
        return found[0];
    }

    private Expression rate(String id) {
        if (!open.add(id)) {
            throw new Unknown("the rate of " + id + " leads back to itself");
        }
        Expression rate = Simplify.of(without(explicit(id)));
        open.remove(id);
        return rate;
    }

    private Expression explicit(String id) {
        Optional<Species> species = draft.species.stream().filter(s -> s.id().equals(id)).findFirst();
        Optional<Reaction> reaction = draft.reactions.stream().filter(r -> r.id().equals(id)).findFirst();
        if (rated.containsKey(id)) {
            return rated.getOrDefault(id, Expression.ZERO);
        }
        if (assigned.containsKey(id)) {
            return derivative(assigned.getOrDefault(id, Expression.ZERO));
        }
        if (reaction.isPresent()) {
            return derivative(reaction.get().rateLaw().orElse(Expression.ZERO));
        }
        boolean byReactions = species.filter(s -> !s.boundary() && !s.constant()).isPresent()
                && draft.reactions.stream()
                        .flatMap(Draft::references).anyMatch(reference -> reference.species().equals(id));
        if (!byReactions && draft.rules.stream().anyMatch(Rule.Algebraic.class::isInstance)) {
            throw new Unknown("an algebraic rule may determine " + id);
        }
        return species.map(this::ofSpecies).orElse(Expression.ZERO);
    }

    private Expression ofSpecies(Species s) {
        if (draft.reactions.stream().anyMatch(Reaction::fast)) {
            throw new Unknown("fast reactions may determine " + s.id());
        }
        Expression amount = s.boundary() || s.constant() ? Expression.ZERO : changes(s);
        Optional<Compartment> home = draft.compartments.stream().filter(c -> c.id().equals(s.compartment()))
                .findFirst().filter(c -> c.dimensions() != 0);
        if (s.substanceOnly() || home.isEmpty()) {
            return amount;
        }
        Expression volume = name(home.get().id());
        Expression growth = new Expression.RateOf(home.get().id());
        return quotient(difference(amount, product(name(s.id()), growth)), volume);
    }

    private Expression changes(Species s) {
        List<Expression> terms = new ArrayList<>();
        for (Reaction r : draft.reactions) {
            Expression law = r.rateLaw().orElse(Expression.ZERO);
            r.reactants().stream().filter(p -> p.species().equals(s.id()))
                    .forEach(p -> terms.add(negative(product(count(p), law))));
            r.products().stream().filter(p -> p.species().equals(s.id()))
                    .forEach(p -> terms.add(product(count(p), law)));
        }
        Expression total = sum(terms);
        return s.conversionFactor().or(() -> draft.conversionFactor)
                .map(factor -> product(name(factor), total)).orElse(total);
    }

    private static Expression count(SpeciesReference reference) {
        return reference.id().map(propria.model.expression.Formulas::name).orElse(reference.stoichiometry());
    }

    /// By the chain rule.
    private Expression derivative(Expression formula) {
        Expression plain = without(Inline.functions(formula, functions));
        if (holdsPast(plain)) {
            throw new Unknown("it depends on the past");
        }
        try {
            return chain(plain);
        } catch (IllegalArgumentException _) {
            throw new Unknown("it depends on random numbers");
        }
    }

    private static Expression chain(Expression formula) {
        List<Expression> terms = new ArrayList<>();
        terms.add(Derivative.byTime(formula));
        for (String id : References.of(formula)) {
            Expression slope = Derivative.of(formula, id);
            if (!slope.equals(Expression.ZERO)) {
                terms.add(product(slope, new Expression.RateOf(id)));
            }
        }
        return sum(terms);
    }

    private static boolean holdsPast(Expression formula) {
        boolean[] found = {formula instanceof Expression.Delay};
        Rewrite.parts(formula, part -> {
            found[0] |= holdsPast(part);
            return part;
        });
        return found[0];
    }
}
