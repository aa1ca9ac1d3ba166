package propria.trial.clinical.response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import propria.inference.matrix.Vectors;
import propria.inference.posterior.Evaluation;
import propria.inference.posterior.Evaluation.Order;
import propria.inference.posterior.LogPosterior;
import propria.inference.posterior.ParameterSpace;
import propria.trial.clinical.design.Baselines.Pool;
import propria.trial.clinical.design.RowPlan;

/// How well a point agrees with the arms of trials and with published pools.
///
/// An arm's count is beta-binomial. Rows of the same patients are not independent: each counts by one over how many rows
/// its arm has of the same family (a composite likelihood, Varin, Reid & Firth 2011). A pool says where its baseline is,
/// and, where it has an interval, how much trials differ: the number of trials times the squared standard error of the
/// pool is about `tau_pool² + the variance within a trial`, with a chi-squared error (DerSimonian & Laird 1986,
/// doi:10.1016/0197-2456(86)90046-2).
public final class ResponsePosterior implements LogPosterior {

    private static final int NODES = 13;
    private static final double STEP = 0.6;
    private static final double FEWEST_FREE = 0.05;
    private static final double USUAL_ERROR = 0.6;
    private static final double BETWEEN_POOLS = 0.25;
    private static final double USUAL_PATIENTS = 50;
    private static final double TRUST = 0.25;
    private static final double TIE = 0.5;
    private static final double SMALLEST = 1e-6;
    private static final double INTERVAL = 2 * 1.959963984540054;

    private final ResponseLayout layout;
    private final ParameterSpace space;
    private final List<Term> terms = new ArrayList<>();
    private final List<PoolTerm> pools = new ArrayList<>();

    /// What was seen in an arm.
    ///
    /// @param count how many responded
    /// @param n of how many
    public record Seen(RowPlan plan, int count, int n) {
    }

    private record Term(String cluster, LinearTerms linear, int count, int n, double weight) {
    }

    private record PoolTerm(int place, double logit, double error, double trials, double within) {
    }

    /// @param seen the arms that are fitted
    public ResponsePosterior(ResponseLayout layout, List<Seen> seen) {
        this.layout = layout;
        this.space = layout.space();
        Map<String, Integer> rows = new LinkedHashMap<>();
        seen.forEach(one -> rows.merge(patients(one), 1, Integer::sum));
        for (Seen one : seen) {
            int count = one.plan().outcome().inverse() ? one.n() - one.count() : one.count();
            terms.add(new Term(one.plan().trial().cluster(), LinearTerms.of(one.plan(), layout), count, one.n(),
                    1.0 / rows.getOrDefault(patients(one), 1)));
        }
        layout.baselines().pools().forEach(pool -> pools.add(pool(pool)));
    }

    private static String patients(Seen seen) {
        return String.join("|", seen.plan().trial().cluster(), seen.plan().row().arm(),
                seen.plan().outcome().family());
    }

    private PoolTerm pool(Pool pool) {
        double share = pool.percent() / 100;
        double logit = StrictMath.log(share / (1 - share));
        int place = layout.place("baseline." + pool.family());
        double patients = Double.isNaN(pool.patients()) ? USUAL_PATIENTS : pool.patients() / pool.trials();
        double within = 1 / (patients * share * (1 - share));
        if (Double.isNaN(pool.low())) {
            double trials = Double.isNaN(pool.trials()) ? 1 : pool.trials();
            return new PoolTerm(place, logit, USUAL_ERROR / StrictMath.sqrt(trials), 0, within);
        }
        double high = StrictMath.log(pool.high() / (100 - pool.high()));
        double low = StrictMath.log(pool.low() / (100 - pool.low()));
        return new PoolTerm(place, logit, (high - low) / INTERVAL, Double.isNaN(pool.trials()) ? 0 : pool.trials(),
                within);
    }

    @Override
    public ParameterSpace space() {
        return space;
    }

    @Override
    public double logLikelihood(double[] point) {
        return likelihood(point, Order.VALUE).value();
    }

    @Override
    public Evaluation likelihood(double[] point, Order order) {
        double[] gradient = new double[order == Order.VALUE ? 0 : point.length];
        int overdispersion = layout.place("overdispersion");
        double size = size(point[overdispersion]);
        double sum = 0;
        for (Term term : terms) {
            double p = share(term.linear.at(point));
            sum += term.weight * BetaBinomial.logProbability(term.count, term.n, p, size);
            if (order != Order.VALUE) {
                double[] slopes = BetaBinomial.slopes(term.count, term.n, p, size);
                term.linear.backward(point, term.weight * slopes[0] * p * (1 - p), gradient);
                gradient[overdispersion] -= term.weight * slopes[1] * size;
            }
        }
        for (PoolTerm pool : pools) {
            sum += pooled(pool, point, gradient);
        }
        sum += tied(point, gradient);
        return order == Order.VALUE ? Evaluation.of(sum) : Evaluation.of(sum, gradient);
    }

    /// Trials of this evidence are believed to differ about as much as those of published pools: the ratio of both standard
    /// deviations is log-normal around one.
    private double tied(double[] point, double[] gradient) {
        int trial = layout.place("tau_trial");
        int pool = layout.place("tau_pool");
        double own = StrictMath.max(SMALLEST, point[trial]);
        double other = StrictMath.max(SMALLEST, point[pool]);
        double ratio = StrictMath.log(own / other);
        if (gradient.length > 0) {
            gradient[trial] -= (ratio / (TIE * TIE) + 1) / own;
            gradient[pool] += ratio / (TIE * TIE) / other;
        }
        return -0.5 * ratio * ratio / (TIE * TIE) - StrictMath.log(own);
    }

    /// The logarithm of the likelihood of the arms of one trial, its two deviations integrated out by the trapezoidal rule.
    ///
    /// @param point at least the numbers that do not belong to a single trial
    public double marginal(String cluster, double[] point) {
        List<Term> own = terms.stream().filter(term -> term.cluster.equals(cluster)).toList();
        double size = size(point[layout.place("overdispersion")]);
        double[] logs = new double[NODES * NODES];
        for (int i = 0; i < NODES; i++) {
            for (int k = 0; k < NODES; k++) {
                double z = (i - NODES / 2) * STEP;
                double w = (k - NODES / 2) * STEP;
                double log = -0.5 * (z * z + w * w);
                for (Term term : own) {
                    log += term.weight * BetaBinomial.logProbability(term.count, term.n,
                            share(term.linear.at(point, z, w)), size);
                }
                logs[i * NODES + k] = log;
            }
        }
        return Vectors.logSumExp(logs) + 2 * StrictMath.log(STEP) - StrictMath.log(2 * StrictMath.PI);
    }

    private double pooled(PoolTerm pool, double[] point, double[] gradient) {
        double variance = pool.error * pool.error + BETWEEN_POOLS * BETWEEN_POOLS;
        double away = pool.logit - point[pool.place];
        double log = -0.5 * away * away / variance;
        if (gradient.length > 0) {
            gradient[pool.place] += away / variance;
        }
        if (pool.trials > 1) {
            int place = layout.place("tau_pool");
            double tau = point[place];
            double total = tau * tau + pool.within;
            double free = StrictMath.max(FEWEST_FREE, TRUST * (pool.trials - 1));
            double seen = pool.trials * pool.error * pool.error;
            log += -0.5 * free * (StrictMath.log(total) + seen / total);
            if (gradient.length > 0) {
                gradient[place] += -0.5 * free * (1 / total - seen / (total * total)) * 2 * tau;
            }
        }
        return log;
    }

    /// The size of the beta distribution for a logit of the intraclass correlation.
    static double size(double logit) {
        return StrictMath.exp(-logit);
    }

    /// The share of a logit.
    public static double shareOf(double logit) {
        return share(logit);
    }

    /// The share of a logit, away from 0 and 1.
    static double share(double logit) {
        double p = logit < 0
                ? StrictMath.exp(logit) / (1 + StrictMath.exp(logit))
                : 1 / (1 + StrictMath.exp(-logit));
        return StrictMath.min(1 - 1e-9, StrictMath.max(1e-9, p));
    }
}
