package propria.bench.ccode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import propria.model.expression.Derivative;
import propria.model.expression.Expression;
import propria.model.expression.References;

/// The body of one C function. Quantities that are asked for become local constants, after those that they depend on;
/// derivatives follow the chain rule from quantity to quantity.
final class CFunction {

    private final Definitions definitions;
    private final Prepared prepared;
    private final CExpressions expressions;
    private final Map<String, CValue> values = new HashMap<>();
    private final Map<String, SortedMap<Integer, CValue>> gradients = new HashMap<>();
    private final StringBuilder body = new StringBuilder();
    private final Function<String, Optional<Integer>> directions;
    private int locals;

    /// @param directions by what derivatives are taken: the number of the direction that an id without a formula is
    CFunction(Definitions definitions, Prepared prepared, Function<String, Optional<Integer>> directions) {
        this.directions = directions;
        this.definitions = definitions;
        this.prepared = prepared;
        this.expressions = new CExpressions(this::value, prepared);
    }

    /// The value of an id.
    CValue value(String id) {
        CValue known = values.get(id);
        if (known == null) {
            known = definitions.formula(id).map(formula -> local("v", expressions.of(formula)))
                    .orElseGet(() -> place(id));
            values.put(id, known);
        }
        return known;
    }

    private CValue place(String id) {
        if (definitions.isOne(id)) {
            return CValue.constant(1);
        }
        return definitions.state(id).map(k -> CValue.place("y[" + k + "]", true))
                .orElseGet(() -> CValue.place("p[" + definitions.parameter(id) + "]", false));
    }

    /// The value of a formula.
    CValue value(Expression formula) {
        return prepared.of(expressions.of(formula));
    }

    /// A value under a name of its own, unless it is one already or depends on parameters alone.
    private CValue local(String kind, CValue value) {
        CValue kept = prepared.of(value);
        if (!kept.compound()) {
            return kept;
        }
        String name = kind + locals++;
        body.append("  const double ").append(name).append(" = ").append(kept.text()).append(";\n");
        return CValue.place(name, true);
    }

    /// The derivatives of an id by the directions, where they can differ from zero.
    SortedMap<Integer, CValue> gradient(String id) {
        SortedMap<Integer, CValue> known = gradients.get(id);
        if (known == null) {
            known = definitions.formula(id).map(this::gradient).orElseGet(() -> ofPlace(id));
            gradients.put(id, known);
        }
        return known;
    }

    private SortedMap<Integer, CValue> ofPlace(String id) {
        SortedMap<Integer, CValue> gradient = new TreeMap<>();
        if (!definitions.isOne(id)) {
            directions.apply(id).ifPresent(k -> gradient.put(k, CValue.constant(1)));
        }
        return gradient;
    }

    /// The derivatives of a formula by the directions, by the chain rule over the quantities that it names.
    SortedMap<Integer, CValue> gradient(Expression formula) {
        SortedMap<Integer, List<String>> terms = new TreeMap<>();
        SortedMap<Integer, Boolean> varying = new TreeMap<>();
        for (String id : References.of(formula)) {
            SortedMap<Integer, CValue> inner = gradient(id);
            Expression slope = inner.isEmpty() ? Expression.ZERO : Derivative.of(formula, id);
            if (slope.equals(Expression.ZERO)) {
                continue;
            }
            CValue outer = local("d", expressions.of(slope));
            inner.forEach((state, by) -> {
                terms.computeIfAbsent(state, _ -> new ArrayList<>()).add(product(outer, by));
                varying.merge(state, outer.varying() || by.varying(), Boolean::logicalOr);
            });
        }
        SortedMap<Integer, CValue> gradient = new TreeMap<>();
        terms.forEach((state, sum) -> gradient.put(state, local("g",
                new CValue(String.join(" + ", sum), varying.getOrDefault(state, true), !isAtom(sum)))));
        return gradient;
    }

    private static boolean isAtom(List<String> sum) {
        return sum.size() == 1 && !sum.getFirst().contains(" * ");
    }

    private static String product(CValue a, CValue b) {
        if (a.text().equals("1.0")) {
            return b.text();
        }
        return b.text().equals("1.0") ? a.text() : a.text() + " * " + b.text();
    }

    /// A result.
    void result(String target, CValue value) {
        body.append("  ").append(target).append(" = ").append(value.text()).append(";\n");
    }

    String body() {
        return body.toString();
    }
}
