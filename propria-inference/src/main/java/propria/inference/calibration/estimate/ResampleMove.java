package propria.inference.calibration.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import propria.engine.random.RandomStream;
import propria.engine.simulate.Simulator;
import propria.inference.calibration.emulator.Emulator;
import propria.inference.parallel.Workers;

/// Draws by weights, then moves each by steps that leave the posterior under the model itself unchanged (resample and move:
/// Gilks and Berzuini 2001, doi:10.1111/1467-9868.00280), so that equal draws part and a poor weight is forgotten.
///
/// A step goes some way under the emulator and is then accepted by the model (surrogate transition: Liu 2001, Monte Carlo
/// Strategies in Scientific Computing, section 9.4.3). Proposals on the way are differences of fixed points, so that they are
/// as probable back as forth. Between such steps the parameters that need no simulation move given what the model gave.
final class ResampleMove {

    private static final int ON_THE_WAY = 25;
    private static final int OF_EFFECTS = 25;
    private static final double JITTER = 1e-3;

    private final Target target;
    private final Emulator emulator;
    private final List<double[]> archive;
    private final Rounds rounds;
    private final long seed;
    private final boolean[] all;
    private final boolean[] effects;

    /// @param archive points of the posterior under the emulator, whose differences are proposed
    ResampleMove(Target target, Emulator emulator, List<double[]> archive, Rounds rounds, long seed) {
        this.target = target;
        this.emulator = emulator;
        this.archive = archive;
        this.rounds = rounds;
        this.seed = seed;
        all = new boolean[target.parameters().size()];
        java.util.Arrays.fill(all, true);
        effects = new boolean[all.length];
        target.parameters().effects().forEach(i -> effects[i] = true);
    }

    /// A draw after its moves.
    ///
    /// @param features what the model gives at the point
    /// @param accepted how many steps the model accepted
    record Moved(double[] point, double[] features, int accepted) {
    }

    /// Moves draws, each on its own.
    List<Moved> move(List<double[]> points, List<double[]> features, int steps, int threads) {
        ThreadLocal<Simulator> simulators = ThreadLocal.withInitial(rounds::simulator);
        return Workers.map(IntStream.range(0, points.size()).boxed().toList(), threads, i -> moved(simulators.get(),
                new Moved(points.get(i), features.get(i), 0), i, steps), _ -> {
                });
    }

    private Moved moved(Simulator simulator, Moved from, int number, int steps) {
        RandomStream random = new RandomStream();
        random.begin(seed, number, "resample and move");
        Moved at = from;
        for (int step = 0; step < steps; step++) {
            at = ofEffects(at, random);
            double[] emulated = emulator.at(at.point());
            double before = target.log(emulated, at.point(), 1, Target.ALL);
            Way way = way(at.point(), before, random);
            double[] reached = rounds.simulate(simulator, way.point()).orElse(new double[0]);
            if (reached.length == 0) {
                continue;
            }
            double ratio = target.log(reached, way.point(), 1, Target.ALL) - way.height()
                    - target.log(at.features(), at.point(), 1, Target.ALL) + before;
            if (StrictMath.log(random.uniform()) < ratio) {
                at = new Moved(way.point(), reached, at.accepted() + 1);
            }
        }
        return at;
    }

    private record Way(double[] point, double height) {
    }

    private Way way(double[] from, double height, RandomStream random) {
        Way at = new Way(from, height);
        for (int k = 0; k < ON_THE_WAY; k++) {
            double[] next = proposal(at.point(), all, random);
            double its = target.log(emulator.at(next), next, 1, Target.ALL);
            if (StrictMath.log(random.uniform()) < its - at.height()) {
                at = new Way(next, its);
            }
        }
        return at;
    }

    private Moved ofEffects(Moved from, RandomStream random) {
        double[] at = from.point();
        double height = target.log(from.features(), at, 1, Target.ALL);
        for (int k = 0; k < OF_EFFECTS; k++) {
            double[] next = proposal(at, effects, random);
            double its = target.log(from.features(), next, 1, Target.ALL);
            if (StrictMath.log(random.uniform()) < its - height) {
                at = next;
                height = its;
            }
        }
        return new Moved(at, from.features(), from.accepted());
    }

    private double[] proposal(double[] from, boolean[] which, RandomStream random) {
        double[] one = archive.get((int) (random.uniform() * archive.size()));
        double[] other = archive.get((int) (random.uniform() * archive.size()));
        double part = random.uniform() < 0.5 ? 0.2 : 0.6;
        List<Integer> moving = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            if (which[i] && random.uniform() < part) {
                moving.add(i);
            }
        }
        double gain = 2.38 / StrictMath.sqrt(2.0 * StrictMath.max(moving.size(), 1));
        double[] next = from.clone();
        moving.forEach(i -> next[i] += gain * (one[i] - other[i]) + JITTER * random.normal());
        return next;
    }
}
