package propria.study.subject;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import propria.model.Constraint;
import propria.model.FunctionDefinition;
import propria.model.InitialAssignment;
import propria.model.Model;
import propria.model.Rule;
import propria.model.expression.Environment;
import propria.model.expression.Evaluate;
import propria.model.expression.Expression;
import propria.model.expression.Inline;
import propria.model.expression.LogicalExpression;

/// The constraints of a model, evaluated at its start for given values.
final class ModelConditions {

    private record Condition(LogicalExpression truth, Constraint constraint) {
    }

    private final List<Condition> conditions;
    private final Map<String, Double> numbers = new HashMap<>();
    private final Map<String, Expression> formulas = new HashMap<>();

    ModelConditions(Model model) {
        Map<String, FunctionDefinition> functions = model.functions().stream()
                .collect(Collectors.toMap(FunctionDefinition::id, Function.identity()));
        conditions = model.constraints().stream()
                .map(c -> new Condition(Inline.functions(c.condition(), functions), c)).toList();
        model.compartments().forEach(c -> c.size().ifPresent(size -> numbers.put(c.id(), size)));
        model.species().forEach(s -> s.initial().ifPresent(value -> numbers.put(s.id(), value)));
        model.parameters().forEach(p -> p.value().ifPresent(value -> numbers.put(p.id(), value)));
        for (InitialAssignment assignment : model.initialAssignments()) {
            formulas.put(assignment.variable(), Inline.functions(assignment.formula(), functions));
        }
        for (Rule rule : model.rules()) {
            if (rule instanceof Rule.Assignment assignment) {
                formulas.put(assignment.variable(), Inline.functions(assignment.formula(), functions));
            }
        }
    }

    /// The first constraint that given values break.
    Optional<Constraint> broken(Map<String, Double> values) {
        if (conditions.isEmpty()) {
            return Optional.empty();
        }
        Environment start = new Start(values);
        return conditions.stream().filter(c -> !Evaluate.of(c.truth, start)).map(Condition::constraint).findFirst();
    }

    /// The model at its start.
    private final class Start implements Environment {

        private final Map<String, Double> known;

        Start(Map<String, Double> given) {
            known = new HashMap<>(given);
        }

        @Override
        public double value(String id) {
            Double value = known.get(id);
            if (value != null) {
                return value;
            }
            Expression formula = formulas.get(id);
            double computed = formula == null
                    ? numbers.getOrDefault(id, Double.NaN)
                    : Evaluate.of(formula, this);
            known.put(id, computed);
            return computed;
        }

        @Override
        public double time() {
            return 0;
        }
    }
}
