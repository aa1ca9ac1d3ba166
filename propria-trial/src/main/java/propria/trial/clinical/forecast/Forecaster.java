package propria.trial.clinical.forecast;

import java.util.ArrayList;
import java.util.List;
import propria.engine.random.Normal;
import propria.engine.random.Streams;
import propria.inference.prediction.Mixture;
import propria.inference.prediction.Mixture.Form;
import propria.inference.prediction.Mixture.Part;
import propria.trial.clinical.design.RowPlan;
import propria.trial.clinical.design.RowPlan.Role;
import propria.trial.clinical.response.BetaBinomial;
import propria.trial.clinical.response.ResponseDraws;
import propria.trial.clinical.vocabulary.EndpointTerm.Kind;
import propria.trial.clinical.vocabulary.NumberTerm;

/// Predicts rows of trials that are new: each draw of the posterior gets a trial of its own, whose deviations both arms
/// share, and each arm its own overdispersion and sampling.
public final class Forecaster {

    private static final double LOG2 = StrictMath.log(2);
    private static final double BETWEEN_TIMES = 0.5;
    private static final double HUGE = 1e7;

    private final ResponseDraws draws;
    private final CarriedEffects carried;
    private final java.util.Map<String, NumberTerm> numbers;
    private final double[] deviations;
    private final double[] effects;

    /// @param draws of the posterior
    /// @param carried what rivals carry over
    /// @param numbers what is known of numbers
    public Forecaster(ResponseDraws draws, CarriedEffects carried, java.util.Map<String, NumberTerm> numbers) {
        this.draws = draws;
        this.carried = carried;
        this.numbers = numbers;
        Streams streams = new Streams(draws.seed());
        deviations = new double[draws.size()];
        effects = new double[draws.size()];
        for (int d = 0; d < draws.size(); d++) {
            deviations[d] = streams.normal(d, Streams.NO_SUBJECT, "new trial", 0);
            effects[d] = streams.normal(d, Streams.NO_SUBJECT, "new trial", 1);
        }
    }

    /// The distribution of what a row shows.
    public Forecast of(RowPlan plan, AssumedEffect assumed) {
        boolean share = plan.outcome().kind() == Kind.SHARE;
        if (plan.arm().role() == Role.CONTRAST) {
            return share ? shareContrast(plan, assumed) : numberContrast(plan, assumed);
        }
        return switch (plan.outcome().kind()) {
            case SHARE -> count(plan, assumed);
            case DURATION -> duration(plan, assumed);
            case LEVEL, CHANGE -> number(plan, assumed);
        };
    }

    /// The share of each draw, of whoever responds.
    double[] shares(RowPlan plan, AssumedEffect assumed) {
        double shrink = 1 / StrictMath.sqrt(plan.trial().trials());
        boolean carry = assumed != AssumedEffect.ESTIMATED && plan.arm().isActive();
        double effect = carry ? carried.of(plan.trial(), assumed) : 0;
        return draws.shares(carry ? plan.as(Role.CONTROL) : plan, d -> deviations[d] * shrink,
                d -> effects[d] * shrink, effect);
    }

    private Forecast count(RowPlan plan, AssumedEffect assumed) {
        int n = plan.outcome().n();
        double[] shares = shares(plan, assumed);
        double[] probabilities = new double[n + 1];
        for (int d = 0; d < shares.length; d++) {
            double p = plan.outcome().inverse() ? 1 - shares[d] : shares[d];
            for (int k = 0; k <= n; k++) {
                probabilities[k] += StrictMath.exp(BetaBinomial.logProbability(k, n, p, draws.size(d)))
                        / shares.length;
            }
        }
        return new Forecast.Count(probabilities);
    }

    private Forecast shareContrast(RowPlan plan, AssumedEffect assumed) {
        String type = (plan.row().effect().type() + " " + plan.row().unit()).toLowerCase(java.util.Locale.ROOT);
        boolean difference = type.contains("difference");
        boolean odds = !difference && (type.contains("odds") || type.contains("or ") || type.startsWith("or"));
        double unit = difference && (type.contains("pp") || type.contains("percent")) ? 100 : 1;
        double[] treated = shares(plan.as(Role.ACTIVE), assumed);
        double[] control = shares(plan.as(Role.CONTROL), assumed);
        List<Part> parts = new ArrayList<>();
        for (int d = 0; d < treated.length; d++) {
            double extra = 1 / (1 + draws.size(d));
            Arm a = arm(plan.outcome().inverse() ? 1 - treated[d] : treated[d], plan.outcome().n(), extra);
            Arm c = arm(plan.outcome().inverse() ? 1 - control[d] : control[d], plan.outcome().control(), extra);
            double mean = difference ? unit * (a.p - c.p) : odds ? a.logit() - c.logit() : a.log() - c.log();
            double variance = difference
                    ? unit * unit * (a.variance() + c.variance())
                    : odds ? a.logitVariance() + c.logitVariance() : a.logVariance() + c.logVariance();
            parts.add(new Part(difference ? Form.LINEAR : Form.LOG, 1, 1.0 / treated.length, mean,
                    StrictMath.sqrt(variance)));
        }
        return new Forecast.Number(difference
                ? new Mixture(parts, -unit, unit)
                : new Mixture(parts, 1e-6, HUGE));
    }

    /// A share that is seen in `n` patients who are alike by `extra`, half a patient added to each cell.
    private record Arm(double p, double n, double extra) {

        private double inflated() {
            return 1 + (n - 1) * extra;
        }

        private double variance() {
            return p * (1 - p) / n * inflated();
        }

        private double log() {
            return StrictMath.log(p);
        }

        private double logVariance() {
            return (1 - p) / (n * p) * inflated();
        }

        private double logit() {
            return StrictMath.log(p / (1 - p));
        }

        private double logitVariance() {
            return inflated() / (n * p * (1 - p));
        }
    }

    private static Arm arm(double share, int n, double extra) {
        return new Arm((share * n + 0.5) / (n + 1), n, extra);
    }

    private Forecast number(RowPlan plan, AssumedEffect assumed) {
        NumberTerm term = term(plan);
        double n = plan.outcome().n();
        boolean start = plan.outcome().kind() == Kind.LEVEL && plan.outcome().week() <= 0;
        double[] shares = start ? new double[]{0.5} : shares(plan, assumed);
        List<Part> parts = new ArrayList<>();
        for (double share : shares) {
            double change = start ? 0 : change(term, share) * (plan.outcome().inverse() ? -1 : 1);
            boolean level = plan.outcome().kind() == Kind.LEVEL;
            double base = level ? term.logarithmic() ? StrictMath.log(term.level()) : term.level() : 0;
            double patients = start ? term.patients() : term.change();
            double variance = patients * patients / n + (start ? 0 : term.shift() * term.shift())
                    + (level ? term.between() * term.between() : 0);
            parts.add(new Part(term.logarithmic() ? Form.LOG : Form.LINEAR, 1, 1.0 / shares.length, base + change,
                    StrictMath.sqrt(variance)));
        }
        return new Forecast.Number(term.logarithmic()
                ? new Mixture(parts, 1e-6, HUGE)
                : new Mixture(parts, -20 * term.level(), 20 * term.level()));
    }

    private Forecast numberContrast(RowPlan plan, AssumedEffect assumed) {
        NumberTerm term = term(plan);
        double[] treated = shares(plan.as(Role.ACTIVE), assumed);
        double[] control = shares(plan.as(Role.CONTROL), assumed);
        double variance = term.change() * term.change() * (1.0 / plan.outcome().n() + 1.0 / plan.outcome().control())
                + term.shift() * term.shift();
        boolean standardised = plan.row().effect().type().toLowerCase(java.util.Locale.ROOT).contains("standardi");
        double unit = standardised ? 1 / term.change() : 1;
        List<Part> parts = new ArrayList<>();
        for (int d = 0; d < treated.length; d++) {
            double sign = plan.outcome().inverse() ? -1 : 1;
            parts.add(new Part(Form.LINEAR, 1, 1.0 / treated.length,
                    unit * sign * (change(term, treated[d]) - change(term, control[d])),
                    unit * StrictMath.sqrt(variance)));
        }
        return new Forecast.Number(new Mixture(parts, -20 * term.level(), 20 * term.level()));
    }

    /// The mean change of which a share of patients improves by the threshold or more.
    private static double change(NumberTerm term, double share) {
        return -term.threshold() - term.change() * Normal.quantile(StrictMath.min(0.999, StrictMath.max(0.001, share)));
    }

    private NumberTerm term(RowPlan plan) {
        NumberTerm term = numbers.get(plan.outcome().endpointClass());
        if (term == null) {
            throw new IllegalStateException("nothing is known of " + plan.outcome().endpointClass());
        }
        return term;
    }

    /// The median of an exponential time to the event, whose share at the week of the family is known.
    private Forecast duration(RowPlan plan, AssumedEffect assumed) {
        double[] shares = shares(plan, assumed);
        List<Part> parts = new ArrayList<>();
        for (double share : shares) {
            double without = plan.outcome().endpointClass().equals("sustained") ? share : 1 - share;
            double hazard = -StrictMath.log(StrictMath.min(0.999, StrictMath.max(0.001, without)))
                    / plan.outcome().week();
            parts.add(new Part(Form.LOG, 1, 1.0 / shares.length, StrictMath.log(LOG2 / hazard),
                    StrictMath.sqrt(BETWEEN_TIMES * BETWEEN_TIMES + 2.0 / plan.outcome().n())));
        }
        return new Forecast.Number(new Mixture(parts, 1e-3, HUGE));
    }
}
