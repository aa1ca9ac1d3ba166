package propria.inference.sample.chain;

import propria.engine.random.RandomStream;
import propria.inference.matrix.Vectors;
import propria.inference.posterior.Evaluation;
import propria.inference.sample.chain.Branch.Phase;

/// Builds the trajectory of one step by doubling.
final class TreeBuilder {

    private static final double BROKEN = 1000;

    private final Unbounded density;
    private final WarmUp metric;
    private final double length;
    private final RandomStream random;
    private double startEnergy;
    private double acceptanceSum;
    private int leaves;
    private boolean diverged;

    TreeBuilder(Unbounded density, WarmUp metric, double length, RandomStream random) {
        this.density = density;
        this.metric = metric;
        this.length = length;
        this.random = random;
    }

    Branch leaf(double[] position, Evaluation evaluation, double[] momentum) {
        Phase phase = new Phase(position, momentum, evaluation);
        return new Branch(phase, phase, phase, 0, momentum, evaluation.isDefined());
    }

    void startAt(Branch leaf) {
        startEnergy = energy(leaf.first());
    }

    boolean diverged() {
        return diverged;
    }

    /// The mean probability of accepting a state of the trajectory.
    double acceptance() {
        return leaves == 0 ? 0 : acceptanceSum / leaves;
    }

    /// How much the logarithm of the joint density rises in one step.
    double gain(Phase from, boolean forward) {
        double rise = startEnergy - energy(leap(from, forward));
        return Double.isNaN(rise) ? Double.NEGATIVE_INFINITY : rise;
    }

    /// A branch of `2^depth` states from an end.
    Branch build(Phase from, boolean forward, int depth) {
        if (depth == 0) {
            Phase to = leap(from, forward);
            double rise = startEnergy - energy(to);
            boolean broken = Double.isNaN(rise) || rise < -BROKEN;
            diverged |= broken;
            leaves++;
            acceptanceSum += broken ? 0 : StrictMath.min(1, StrictMath.exp(rise));
            return new Branch(to, to, to, broken ? Double.NEGATIVE_INFINITY : rise, to.momentum(), !broken);
        }
        Branch near = build(from, forward, depth - 1);
        if (!near.goesOn()) {
            return near;
        }
        Branch far = build(forward ? near.last() : near.first(), forward, depth - 1);
        return far.goesOn() ? join(near, far, forward, false) : far;
    }

    /// Two neighbouring branches as one.
    ///
    /// @param biased whether the new branch is preferred (Betancourt 2017, section A.3.2)
    Branch join(Branch old, Branch more, boolean forward, boolean biased) {
        double sum = Vectors.logSumExp(new double[]{old.logWeight(), more.logWeight()});
        double chance = StrictMath.exp(more.logWeight() - (biased ? old.logWeight() : sum));
        Phase chosen = random.uniform() < chance ? more.chosen() : old.chosen();
        Branch left = forward ? old : more;
        Branch right = forward ? more : old;
        double[] total = Vectors.plus(left.momentumSum(), 1, right.momentumSum());
        boolean on = isStraight(left.first(), right.last(), total)
                && isStraight(left.first(), right.first(),
                        Vectors.plus(left.momentumSum(), 1, right.first().momentum()))
                && isStraight(left.last(), right.last(),
                        Vectors.plus(right.momentumSum(), 1, left.last().momentum()));
        return new Branch(left.first(), right.last(), chosen, sum, total, on);
    }

    private boolean isStraight(Phase first, Phase last, double[] sum) {
        double[] velocity = metric.velocity(sum);
        return Vectors.dot(velocity, first.momentum()) > 0 && Vectors.dot(velocity, last.momentum()) > 0;
    }

    private Phase leap(Phase from, boolean forward) {
        double step = forward ? length : -length;
        if (!from.evaluation().isDefined()) {
            return from;
        }
        double[] half = Vectors.plus(from.momentum(), step / 2, from.evaluation().gradient());
        double[] position = Vectors.plus(from.position(), step, metric.velocity(half));
        Evaluation evaluation = density.density(position);
        double[] momentum = evaluation.isDefined() ? Vectors.plus(half, step / 2, evaluation.gradient()) : half;
        return new Phase(position, momentum, evaluation);
    }

    private double energy(Phase phase) {
        return -phase.evaluation().value() + Vectors.dot(phase.momentum(), metric.velocity(phase.momentum())) / 2;
    }
}
