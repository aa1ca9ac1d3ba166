package propria.app.studio.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import propria.app.studio.answer.ModelCache;
import propria.model.Parameter;
import propria.study.Endpoint;
import propria.study.Study;
import propria.study.run.work.Parallel;
import propria.study.summary.Effect.Middle;

/// What a tenth more or less of each parameter does to the effect of an endpoint, in typical subjects.
///
/// @param effect as the parameters stand
/// @param draws on how many draws of the parameters the intervals rest; 0 where there are none
public record Tornado(String endpoint, String observable, String unit, double effect, int draws, List<Bar> bars) {

    private static final double STEP = 0.1;
    /// Bars that get an interval: those that a picture shows.
    private static final int MOST_INTERVALS = 12;

    public Tornado {
        bars = List.copyOf(bars);
    }

    /// A parameter.
    ///
    /// @param less by how much the effect moves with a tenth less
    /// @param more by how much it moves with a tenth more
    /// @param over the same moves in draws of all parameters: less, then more; empty where they were not asked for
    public record Bar(String parameter, String name, double value, String unit, double less, double more,
            Optional<Over> over) {

        double size() {
            double largest = StrictMath.max(StrictMath.abs(less), StrictMath.abs(more));
            return Double.isNaN(largest) ? 0 : largest;
        }
    }

    /// Moves over draws.
    public record Over(Middle less, Middle more) {
    }

    /// Varies parameters one by one.
    ///
    /// @param parameters ids of the model
    /// @param draws of all parameters for the intervals of the longest bars; 0 for none
    public static Tornado of(Study study, ModelCache.Held held, Endpoint endpoint, List<String> parameters, int draws,
            int threads) {
        TypicalEffect typical = TypicalEffect.between(study, held, endpoint);
        double whole = effect(typical.values(values -> values));
        List<Parameter> varied = held.model().model().parameters().stream().filter(p -> parameters.contains(p.id()))
                .toList();
        List<Bar> bars = new ArrayList<>(Parallel.map(varied, threads, () -> typical, (t, p) -> {
            double value = held.model().compiled().defaultValue(p.id());
            return new Bar(p.id().replace("__", "."), p.description().name().orElse(p.id()), value,
                    p.unit().map(Object::toString).orElse(""), effect(t.values(times(p.id(), value, 1 - STEP))) - whole,
                    effect(t.values(times(p.id(), value, 1 + STEP))) - whole, Optional.empty());
        }));
        bars.sort(Comparator.comparingDouble((Bar b) -> -b.size()).thenComparing(Bar::parameter));
        List<Double> wholes = Parallel.map(IntStream.range(0, draws).boxed().toList(), threads, () -> typical,
                (t, draw) -> effect(t.values(draw, values -> values)));
        for (int i = 0; draws > 0 && i < StrictMath.min(bars.size(), MOST_INTERVALS); i++) {
            Bar b = bars.get(i);
            bars.set(i, new Bar(b.parameter(), b.name(), b.value(), b.unit(), b.less(), b.more(),
                    Optional.of(over(typical, b, wholes, threads))));
        }
        return new Tornado(endpoint.id(), endpoint.observable().name(), endpoint.observable().unit(), whole, draws,
                bars);
    }

    /// In each draw, the effect with a tenth less and more of what that draw has, each minus the effect of the draw.
    private static Over over(TypicalEffect typical, Bar bar, List<Double> wholes, int threads) {
        String id = bar.parameter().replace(".", "__");
        List<double[]> moves = Parallel.map(IntStream.range(0, wholes.size()).boxed().toList(), threads,
                () -> typical, (t, draw) -> new double[]{
                        effect(t.values(draw, times(id, bar.value(), 1 - STEP))) - wholes.get(draw),
                        effect(t.values(draw, times(id, bar.value(), 1 + STEP))) - wholes.get(draw)});
        return new Over(Middle.of(moves.stream().mapToDouble(m -> m[0]).toArray()),
                Middle.of(moves.stream().mapToDouble(m -> m[1]).toArray()));
    }

    private static double effect(double[] values) {
        return values[0] - values[1];
    }

    /// @param value of the model, where a draw has none of its own
    private static UnaryOperator<Map<String, Double>> times(String id, double value, double factor) {
        return values -> {
            Map<String, Double> changed = new HashMap<>(values);
            changed.put(id, changed.getOrDefault(id, value) * factor);
            return changed;
        };
    }
}
