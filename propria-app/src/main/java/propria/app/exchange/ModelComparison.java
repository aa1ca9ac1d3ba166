package propria.app.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import propria.engine.Method;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.engine.simulate.SimulationFailure;
import propria.engine.simulate.Simulator;
import propria.model.Model;

/// Simulates two models and compares all that both record: from their own start, and from states moved away from it.
///
/// @param end the last time, in the model's time unit
/// @param points how many steps are compared
/// @param method by which both are simulated
/// @param tolerances of both
record ModelComparison(double end, int points, Method method, Tolerances tolerances) {

    /// By backward differentiation, which bears every kind of model.
    ModelComparison(double end, int points) {
        this(end, points, Method.BDF, TIGHT);
    }

    /// Of both roads, so that what differs is the models and not the steps.
    static final Tolerances TIGHT = new Tolerances(1e-10, 1e-13);

    private static final double FARTHEST = 0.3;
    private static final int KINDS = 7;

    List<Double> times() {
        return IntStream.rangeClosed(0, points).mapToObj(i -> i == points ? end : end * i / points).toList();
    }

    /// The difference between two models.
    ///
    /// @throws propria.engine.simulate.SimulationFailure when one of them cannot be simulated
    Difference of(Model one, Model other) {
        return of(one, other, Map.of());
    }

    /// The same for a model that has other names.
    ///
    /// @param names of the other model, by those of the first, where they differ
    Difference of(Model one, Model other, Map<String, String> names) {
        CompiledModel first = ModelCompiler.compile(one);
        CompiledModel second = ModelCompiler.compile(other);
        UnaryOperator<String> there = id -> names.getOrDefault(id, id);
        List<String> common = first.outputIds().stream().filter(id -> second.outputIds().contains(there.apply(id)))
                .toList();
        Optional<String> lost = first.stateIds().stream()
                .filter(id -> !second.outputIds().contains(there.apply(id))).findFirst();
        if (lost.isPresent()) {
            return new Difference(Double.POSITIVE_INFINITY, lost.get() + " is missing");
        }
        List<String> others = common.stream().map(there).toList();
        List<Pair> pairs = new ArrayList<>();
        pairs.add(new Pair(simulate(first, common, Map.of()), simulate(second, others, Map.of())));
        Map<String, Double> moved = moved(first);
        Map<String, Double> movedThere = new LinkedHashMap<>();
        moved.forEach((id, value) -> movedThere.put(there.apply(id), value));
        try {
            pairs.add(new Pair(simulate(first, common, moved), simulate(second, others, movedThere)));
        } catch (SimulationFailure _) {
            // a start that the model does not bear says nothing of the other road
        }
        return compared(common, pairs);
    }

    /// One start on both roads.
    private record Pair(Trajectory here, Trajectory there) {
    }

    /// Every state some way from where it begins, so that a model at rest is compared in motion too.
    private static Map<String, Double> moved(CompiledModel model) {
        Map<String, Double> moved = new LinkedHashMap<>();
        for (int i = 0; i < model.stateIds().size(); i++) {
            String id = model.stateIds().get(i);
            moved.put(id, model.defaultValue(id) * (1 + FARTHEST * (1 + i % KINDS) / KINDS));
        }
        return moved;
    }

    private Difference compared(List<String> ids, List<Pair> pairs) {
        double[] times = times().stream().mapToDouble(t -> t).toArray();
        Difference worst = Difference.NONE;
        for (int column = 0; column < ids.size(); column++) {
            int k = column;
            double largest = pairs.stream().mapToDouble(pair -> Difference.largest(pair.here.column(k))).max()
                    .orElse(0);
            for (Pair pair : pairs) {
                worst = worst.or(Difference.of(ids.get(column), times, pair.here.column(column),
                        pair.there.column(column), largest));
            }
        }
        return worst;
    }

    private Trajectory simulate(CompiledModel model, List<String> outputs, Map<String, Double> values) {
        return new Simulator(model).simulate(new SimulationRequest(values, List.of(), 0, end, times(),
                outputs, tolerances, method));
    }
}
