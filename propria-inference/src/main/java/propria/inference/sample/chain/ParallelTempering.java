package propria.inference.sample.chain;

import propria.engine.random.RandomStream;
import propria.inference.posterior.Evaluation.Order;
import propria.inference.posterior.LogPosterior;

/// A ladder of chains whose likelihoods are flattened by a power, the lowest not at all; neighbours exchange places, so the
/// lowest gets over valleys (Geyer 1991). The powers move during warm-up until neighbours exchange equally often (Vousden,
/// Farr & Mandel 2016, doi:10.1093/mnras/stv2422, equations 11 to 13); afterwards neither they nor the steps change.
public final class ParallelTempering implements Chain {

    private static final int RUNGS = 6;
    private static final double FLATTEST = 0.01;
    private static final double LADDER_LAG = 100;

    private final LogPosterior posterior;
    private final Setting setting;
    private final RandomStream random = new RandomStream();
    private final double[][] points;
    private final double[] likelihoods = new double[RUNGS];
    private final double[] priors = new double[RUNGS];
    private final double[] powers = new double[RUNGS];
    private final AdaptiveProposal[] proposals = new AdaptiveProposal[RUNGS];

    /// @param start a point with a value
    /// @param widths the first guess of standard deviations, on the scales of the parameters
    public ParallelTempering(LogPosterior posterior, Setting setting, double[] start, double[] widths) {
        this.posterior = posterior;
        this.setting = setting;
        this.points = new double[RUNGS][start.length];
        for (int r = 0; r < RUNGS; r++) {
            points[r] = start.clone();
            likelihoods[r] = posterior.likelihood(start, Order.VALUE).value();
            priors[r] = prior(start);
            powers[r] = StrictMath.pow(FLATTEST, r / (RUNGS - 1.0));
            proposals[r] = new AdaptiveProposal(start, widths);
        }
    }

    private double prior(double[] point) {
        return posterior.space().contains(point)
                ? posterior.space().logPrior(point) + posterior.space().logVolume(point)
                : Double.NEGATIVE_INFINITY;
    }

    @Override
    public void advance(int iteration) {
        random.begin(setting.seed(), setting.number(), "tempering " + iteration);
        boolean learning = iteration < setting.warmup();
        for (int r = 0; r < RUNGS; r++) {
            step(r, learning);
        }
        double[] exchanged = new double[RUNGS - 1];
        for (int r = RUNGS - 2; r >= 0; r--) {
            exchanged[r] = exchange(r);
        }
        if (learning) {
            moveLadder(iteration, exchanged);
        }
    }

    private void step(int r, boolean learning) {
        double[] to = proposals[r].propose(points[r], random);
        double chance = random.uniform();
        double prior = prior(to);
        double acceptance = 0;
        if (prior > Double.NEGATIVE_INFINITY) {
            double likelihood = posterior.likelihood(to, Order.VALUE).value();
            double rise = powers[r] * (likelihood - likelihoods[r]) + prior - priors[r];
            acceptance = Double.isNaN(rise) ? 0 : StrictMath.min(1, StrictMath.exp(rise));
            if (chance < acceptance) {
                points[r] = to;
                likelihoods[r] = likelihood;
                priors[r] = prior;
            }
        }
        if (learning) {
            proposals[r].learn(points[r], acceptance);
        }
    }

    /// Exchanges rungs `r` and `r + 1` with their probability, which is returned.
    private double exchange(int r) {
        double rise = (powers[r] - powers[r + 1]) * (likelihoods[r + 1] - likelihoods[r]);
        double acceptance = StrictMath.min(1, StrictMath.exp(rise));
        if (random.uniform() < acceptance) {
            double[] point = points[r];
            points[r] = points[r + 1];
            points[r + 1] = point;
            swap(likelihoods, r);
            swap(priors, r);
        }
        return acceptance;
    }

    private static void swap(double[] numbers, int r) {
        double kept = numbers[r];
        numbers[r] = numbers[r + 1];
        numbers[r + 1] = kept;
    }

    private void moveLadder(int iteration, double[] exchanged) {
        double speed = 1 / (1 + iteration / LADDER_LAG) / 10;
        double[] gaps = new double[RUNGS - 1];
        double total = 0;
        for (int r = 0; r < RUNGS - 1; r++) {
            double gap = StrictMath.log(powers[r]) - StrictMath.log(powers[r + 1]);
            double next = exchanged[StrictMath.min(r + 1, RUNGS - 2)];
            gaps[r] = gap * StrictMath.exp(speed * (exchanged[r] - next));
            total += gaps[r];
        }
        double log = 0;
        for (int r = 1; r < RUNGS; r++) {
            log += gaps[r - 1] * StrictMath.log(FLATTEST) / total;
            powers[r] = StrictMath.exp(log);
        }
    }

    @Override
    public double[] position() {
        return points[0].clone();
    }

    @Override
    public double logDensity() {
        return likelihoods[0] + priors[0];
    }

    @Override
    public boolean diverged() {
        return false;
    }

    @Override
    public double[] state() {
        StateWriter state = new StateWriter();
        state.array(points);
        state.array(likelihoods);
        state.array(priors);
        state.array(powers);
        for (AdaptiveProposal proposal : proposals) {
            proposal.write(state);
        }
        return state.done();
    }

    @Override
    public void restore(double[] state) {
        StateReader reader = new StateReader(state);
        reader.into(points);
        reader.into(likelihoods);
        reader.into(priors);
        reader.into(powers);
        for (AdaptiveProposal proposal : proposals) {
            proposal.read(reader);
        }
    }
}
