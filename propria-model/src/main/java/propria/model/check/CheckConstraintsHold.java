package propria.model.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import propria.model.Compartment;
import propria.model.Constraint;
import propria.model.FunctionDefinition;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Rule;
import propria.model.Species;
import propria.model.expression.Environment;
import propria.model.expression.Evaluate;
import propria.model.expression.Expression;
import propria.model.expression.Inline;
import propria.model.expression.LogicalExpression;
import propria.model.expression.Print;
import propria.model.expression.References;
import propria.model.expression.Substitute;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// The constraints hold at time zero for the values that the model states.
final class CheckConstraintsHold implements ModelCheck {

    @Override
    public List<Problem> check(Model model) {
        Map<String, FunctionDefinition> functions = new HashMap<>();
        model.functions().forEach(function -> functions.put(function.id(), function));
        Start start = new Start(model, functions);
        List<Problem> problems = new ArrayList<>();
        for (Constraint constraint : model.constraints()) {
            judge(constraint, functions, start).ifPresent(problems::add);
        }
        return problems;
    }

    /// A constraint that cannot be evaluated is not judged: other checks report why.
    private static Optional<Problem> judge(Constraint constraint, Map<String, FunctionDefinition> functions,
            Start start) {
        try {
            LogicalExpression condition = Inline.functions(constraint.condition(), functions);
            return Evaluate.of(condition, start)
                    ? Optional.empty()
                    : Optional.of(broken(constraint, condition, start));
        } catch (NoValue | ProblemException | IllegalArgumentException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }

    private static Problem broken(Constraint constraint, LogicalExpression condition, Start start) {
        String values = References.of(condition).stream()
                .map(id -> ModelChecks.shown(id) + " = " + start.value(id)).collect(Collectors.joining(", "));
        String text = ModelChecks.shown(Print.of(constraint.condition()));
        return Problem.error("M008", constraint.definedAt(),
                constraint.message().isEmpty()
                        ? "the constraint " + text + " does not hold at the start"
                        : constraint.message(),
                constraint.message().isEmpty() ? values : text + " does not hold: " + values,
                "correct the values or the constraint");
    }

    /// Something that has no value at the start, or only by way of itself.
    private static final class NoValue extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoValue(String id) {
            super(id);
        }
    }

    /// The values at time zero; each is found when it is asked for.
    private static final class Start implements Environment {

        private final Map<String, Double> values = new HashMap<>();
        private final Map<String, Expression> formulas = new HashMap<>();
        private final Map<String, Species> species = new HashMap<>();
        private final Set<String> open = new HashSet<>();

        Start(Model model, Map<String, FunctionDefinition> functions) {
            for (Compartment compartment : model.compartments()) {
                compartment.size().ifPresent(size -> values.put(compartment.id(), size));
            }
            for (Parameter parameter : model.parameters()) {
                parameter.value().ifPresent(value -> values.put(parameter.id(), value));
            }
            model.species().forEach(one -> species.put(one.id(), one));
            Map<String, Expression> given = new HashMap<>();
            model.reactions().forEach(reaction -> reaction.rateLaw().ifPresent(
                    law -> given.put(reaction.id(), withLocals(law, reaction.localParameters()))));
            model.initialAssignments().forEach(a -> given.put(a.variable(), a.formula()));
            for (Rule rule : model.rules()) {
                if (rule instanceof Rule.Assignment assignment) {
                    given.put(assignment.variable(), assignment.formula());
                }
            }
            given.forEach((id, formula) -> {
                try {
                    formulas.put(id, Inline.functions(formula, functions));
                } catch (ProblemException anotherCheckReportsIt) {
                    formulas.put(id, formula);
                }
            });
        }

        @Override
        public double value(String id) {
            if (formulas.containsKey(id)) {
                if (!open.add(id)) {
                    throw new NoValue(id);
                }
                try {
                    return Evaluate.of(formulas.get(id), this);
                } finally {
                    open.remove(id);
                }
            }
            Double value = values.get(id);
            if (value != null) {
                return value;
            }
            Species one = species.get(id);
            if (one == null || one.initial().isEmpty()) {
                throw new NoValue(id);
            }
            return initial(one, one.initial().getAsDouble());
        }

        @Override
        public double time() {
            return 0;
        }

        private double initial(Species one, double stated) {
            boolean amount = one.initialKind() == Species.InitialKind.AMOUNT;
            if (amount == one.substanceOnly()) {
                return stated;
            }
            return amount ? stated / value(one.compartment()) : stated * value(one.compartment());
        }

        private static Expression withLocals(Expression law, List<Parameter> locals) {
            Map<String, Expression> numbers = new HashMap<>();
            locals.forEach(local -> local.value()
                    .ifPresent(value -> numbers.put(local.id(), new Expression.Constant(value))));
            return Substitute.in(law, numbers);
        }
    }
}
