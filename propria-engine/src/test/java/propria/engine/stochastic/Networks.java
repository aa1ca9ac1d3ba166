package propria.engine.stochastic;

import static propria.engine.compile.ModelBuilder.id;
import static propria.engine.compile.ModelBuilder.n;
import static propria.engine.compile.ModelBuilder.over;
import static propria.engine.compile.ModelBuilder.plus;
import static propria.engine.compile.ModelBuilder.some;
import static propria.engine.compile.ModelBuilder.times;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import propria.engine.Method;
import propria.engine.ScheduledChange;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.compile.ModelBuilder;

/// Small networks whose solutions are known.
final class Networks {

    private Networks() {
    }

    static ModelBuilder cell() {
        return new ModelBuilder().compartment("cell", 1, true);
    }

    /// `X` comes at 5 and leaves at 0.2 each.
    static ModelBuilder immigrationDeath() {
        return cell().amount("X", "cell", 0).parameter("alpha", 5).parameter("mu", 0.2)
                .reaction("come", List.of(), List.of(some(1, "X")), id("alpha"))
                .reaction("leave", List.of(some(1, "X")), List.of(), times(id("mu"), id("X")));
    }

    /// 100 of `X` that double at 0.1 and die at 0.11.
    static ModelBuilder birthDeath() {
        return cell().amount("X", "cell", 100).parameter("lambda", 0.1).parameter("mu", 0.11)
                .reaction("birth", List.of(some(1, "X")), List.of(some(2, "X")), times(id("lambda"), id("X")))
                .reaction("death", List.of(some(1, "X")), List.of(), times(id("mu"), id("X")));
    }

    /// Two of `P` make one `D`, and back.
    static ModelBuilder dimerisation(double bind, double part) {
        return cell().amount("P", "cell", 20).amount("D", "cell", 0).parameter("bind", bind).parameter("part", part)
                .reaction("binding", List.of(some(2, "P")), List.of(some(1, "D")),
                        over(times(id("bind"), id("P"), plus(id("P"), n(-1))), n(2)))
                .reaction("parting", List.of(some(1, "D")), List.of(some(2, "P")), times(id("part"), id("D")));
    }

    /// A ring of so many places, `amount` in each, around which they walk at 1.
    static ModelBuilder ring(int places, double amount) {
        ModelBuilder ring = cell();
        for (int i = 0; i < places; i++) {
            ring.amount("S" + i, "cell", amount);
        }
        for (int i = 0; i < places; i++) {
            ring.reaction("R" + i, List.of(some(1, "S" + i)), List.of(some(1, "S" + (i + 1) % places)), id("S" + i));
        }
        return ring;
    }

    static SimulationRequest request(double end, int points, String... outputs) {
        return request(Map.of(), List.of(), end, points, outputs);
    }

    static SimulationRequest request(Map<String, Double> values, List<ScheduledChange> changes, double end, int points,
            String... outputs) {
        return new SimulationRequest(values, changes, 0, end,
                IntStream.rangeClosed(0, points).mapToObj(i -> end * i / points).toList(), List.of(outputs),
                Tolerances.DEFAULT, Method.AUTOMATIC);
    }
}
