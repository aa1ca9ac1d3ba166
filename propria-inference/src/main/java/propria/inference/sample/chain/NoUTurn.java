package propria.inference.sample.chain;

import propria.engine.random.RandomStream;
import propria.inference.matrix.Vectors;
import propria.inference.posterior.Evaluation;
import propria.inference.posterior.LogPosterior;

/// Hamiltonian steps that end before they turn back: Hoffman & Gelman 2014 (JMLR 15:1593) with the multinomial choice and
/// the criterion of Betancourt 2017 (arXiv:1701.02434, appendix A). During warm-up the length of steps follows dual
/// averaging (Hoffman & Gelman, section 3.2) and the metric the covariance of the draws.
public final class NoUTurn implements Chain {

    private static final int DEEPEST = 10;
    private static final double WANTED_ACCEPTANCE = 0.8;
    private static final int MOST_DOUBLINGS = 60;

    private final Unbounded density;
    private final Setting setting;
    private final RandomStream random = new RandomStream();
    private final WarmUp warmUp;
    private final StepLength length;
    private double[] z;
    private Evaluation here;
    private boolean diverged;

    /// @param start a point with a value
    /// @param widths the first guess of standard deviations, on the scales of the parameters
    public NoUTurn(LogPosterior posterior, Setting setting, double[] start, double[] widths) {
        this.density = new Unbounded(posterior);
        this.setting = setting;
        this.z = density.free(start);
        this.here = density.density(z);
        this.warmUp = new WarmUp(setting.warmup(), freeWidths(start, widths));
        this.length = new StepLength(WANTED_ACCEPTANCE);
    }

    private double[] freeWidths(double[] start, double[] widths) {
        double[] moved = density.free(Vectors.plus(start, 1, widths));
        double[] variances = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            double width = StrictMath.min(2, StrictMath.max(1e-3, StrictMath.abs(moved[i] - z[i])));
            variances[i] = width * width;
        }
        return variances;
    }

    @Override
    public void advance(int iteration) {
        random.begin(setting.seed(), setting.number(), "no u-turn " + iteration);
        if (iteration == 0) {
            length.begin(firstLength());
        }
        double[] momentum = warmUp.momentum(random, z.length);
        TreeBuilder trees = new TreeBuilder(density, warmUp, length.value(iteration < setting.warmup()), random);
        Branch whole = trees.leaf(z, here, momentum);
        trees.startAt(whole);
        diverged = false;
        for (int depth = 0; depth < DEEPEST && whole.goesOn(); depth++) {
            boolean forward = random.uniform() < 0.5;
            Branch more = trees.build(forward ? whole.last() : whole.first(), forward, depth);
            if (!more.goesOn()) {
                break;
            }
            whole = trees.join(whole, more, forward, true);
        }
        diverged = trees.diverged();
        z = whole.chosen().position();
        here = whole.chosen().evaluation();
        if (iteration < setting.warmup()) {
            length.learn(trees.acceptance());
            if (warmUp.learn(iteration, z)) {
                length.begin(firstLength());
            }
        }
    }

    /// A length whose single step is accepted about half the time (Hoffman & Gelman, algorithm 4).
    private double firstLength() {
        double step = 0.1;
        double[] momentum = warmUp.momentum(random, z.length);
        int direction = 0;
        for (int k = 0; k < MOST_DOUBLINGS; k++) {
            TreeBuilder trees = new TreeBuilder(density, warmUp, step, random);
            Branch leaf = trees.leaf(z, here, momentum);
            trees.startAt(leaf);
            int wanted = trees.gain(leaf.first(), true) > StrictMath.log(0.5) ? 1 : -1;
            if (direction != 0 && wanted != direction) {
                return step;
            }
            direction = wanted;
            step *= direction > 0 ? 2 : 0.5;
        }
        return step;
    }

    @Override
    public double[] position() {
        return density.point(z);
    }

    @Override
    public double logDensity() {
        return here.value();
    }

    @Override
    public boolean diverged() {
        return diverged;
    }

    @Override
    public double[] state() {
        StateWriter state = new StateWriter();
        state.array(z);
        length.write(state);
        warmUp.write(state);
        return state.done();
    }

    @Override
    public void restore(double[] state) {
        StateReader reader = new StateReader(state);
        reader.into(z);
        length.read(reader);
        warmUp.read(reader);
        here = density.density(z);
    }
}
