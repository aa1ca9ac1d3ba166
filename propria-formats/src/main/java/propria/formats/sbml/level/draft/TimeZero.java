package propria.formats.sbml.level.draft;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import propria.model.Compartment;
import propria.model.FunctionDefinition;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.Species;
import propria.model.Species.InitialKind;
import propria.model.expression.Environment;
import propria.model.expression.Evaluate;
import propria.model.expression.Expression;
import propria.model.expression.Inline;
import propria.model.expression.LogicalExpression;

/// What quantities are at time zero, before any event, as far as the text of a model tells.
public final class TimeZero implements Environment {

    private final Map<String, FunctionDefinition> functions = new HashMap<>();
    private final Map<String, Expression> formulas = new HashMap<>();
    private final Map<String, OptionalDouble> numbers = new HashMap<>();
    private final Map<String, Species> species = new HashMap<>();
    private final Map<String, Compartment> compartments = new HashMap<>();
    private final Map<String, Reaction> reactions = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final boolean implicit;
    private boolean asked;

    public TimeZero(Draft draft) {
        draft.functions.forEach(f -> functions.put(f.id(), f));
        draft.parameters.forEach(p -> numbers.put(p.id(), p.value()));
        draft.compartments.forEach(c -> {
            numbers.put(c.id(), c.size());
            compartments.put(c.id(), c);
        });
        draft.species.forEach(s -> species.put(s.id(), s));
        draft.reactions.forEach(r -> {
            reactions.put(r.id(), r);
            Draft.references(r).forEach(s -> s.id().ifPresent(id -> formulas.put(id, s.stoichiometry())));
        });
        draft.initialAssignments.forEach(a -> formulas.put(a.variable(), a.formula()));
        for (Rule rule : draft.rules) {
            if (rule instanceof Rule.Assignment a) {
                formulas.put(a.variable(), a.formula());
            }
        }
        implicit = draft.rules.stream().anyMatch(Rule.Algebraic.class::isInstance)
                || draft.reactions.stream().anyMatch(Reaction::fast);
    }

    /// The value of a formula, where the text tells.
    public OptionalDouble find(Expression formula) {
        try {
            double value = Evaluate.of(Inline.functions(formula, functions), this);
            return implicit || Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
        } catch (UnsupportedOperationException _) {
            return OptionalDouble.empty();
        }
    }

    /// The truth of a condition, where the text tells.
    public Optional<Boolean> find(LogicalExpression condition) {
        try {
            boolean value = Evaluate.of(Inline.functions(condition, functions), this);
            return implicit ? Optional.empty() : Optional.of(value);
        } catch (UnsupportedOperationException _) {
            return Optional.empty();
        }
    }

    /// Whether a value that was looked for depends on the time.
    public boolean moves() {
        return asked;
    }

    @Override
    public double time() {
        asked = true;
        return 0;
    }

    @Override
    public double value(String id) {
        if (!open.add(id)) {
            throw new UnsupportedOperationException(id + " is defined by itself");
        }
        double value = known(id);
        open.remove(id);
        if (Double.isNaN(value)) {
            throw new UnsupportedOperationException(id + " has no value");
        }
        return value;
    }

    private double known(String id) {
        Expression formula = formulas.get(id);
        if (formula != null) {
            return Evaluate.of(Inline.functions(formula, functions), this);
        }
        Species one = species.get(id);
        if (one != null) {
            return ofSpecies(one);
        }
        Reaction reaction = reactions.get(id);
        if (reaction != null) {
            return rate(reaction);
        }
        return numbers.getOrDefault(id, OptionalDouble.empty()).orElse(Double.NaN);
    }

    private double ofSpecies(Species s) {
        double initial = s.initial().orElse(Double.NaN);
        boolean point = Optional.ofNullable(compartments.get(s.compartment())).filter(c -> c.dimensions() == 0)
                .isPresent();
        boolean concentration = !s.substanceOnly() && !point;
        if (concentration == (s.initialKind() == InitialKind.CONCENTRATION)) {
            return initial;
        }
        double size = value(s.compartment());
        return concentration ? initial / size : initial * size;
    }

    private double rate(Reaction reaction) {
        List<Parameter> locals = reaction.localParameters();
        Expression law = reaction.rateLaw()
                .orElseThrow(() -> new UnsupportedOperationException(reaction.id() + " has no rate"));
        Map<String, Expression> values = new HashMap<>();
        locals.forEach(p -> values.put(p.id(), new Expression.Constant(p.value().orElse(Double.NaN))));
        return Evaluate.of(Inline.functions(new Change.Replacing(values).of(law), functions), this);
    }
}
