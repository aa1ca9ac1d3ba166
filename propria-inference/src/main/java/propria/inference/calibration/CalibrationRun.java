package propria.inference.calibration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import propria.engine.Tolerances;
import propria.inference.calibration.EvolutionSampler.Sample;
import propria.inference.calibration.Rounds.Round;
import propria.inference.design.Courses;
import propria.inference.prediction.EffectModel;
import propria.inference.prediction.Predictor;
import propria.inference.prediction.StudyLikelihood;

/// Estimates the free parameters from the rows that are fitted.
///
/// The model is simulated at points of the prior; an emulator is fitted; the posterior under the emulator is sampled; the
/// model is simulated at points of that sample, the emulator is fitted again, and so on. The last points are weighted by
/// the ratio of the posterior under the model to that under the emulator that proposed them, smoothed (importance
/// resampling; the shape of the tail says whether it holds).
public final class CalibrationRun {

    /// A tenth of the error that could be seen in any measurement.
    private static final Tolerances TOLERANCES = new Tolerances(1e-4, 1e-7);
    private static final int CHAINS = 8;
    private static final double OLD_WEIGHT = 0.25;
    private static final double LEAST_EFFECTIVE = 0.6;
    private static final int EFFECT_STEPS = 200;

    private final Calibration calibration;
    private final StudyLikelihood likelihood;
    private final Rounds rounds;
    private final Plan plan;

    /// How much work is done.
    ///
    /// @param prior points of the prior
    /// @param each points of every later round
    /// @param rounds how many later rounds
    /// @param steps of each chain under an emulator
    /// @param draws how many draws of the posterior are kept
    public record Plan(int prior, int each, int rounds, int steps, int draws, int threads, long seed) {
    }

    /// What was found.
    ///
    /// @param draws equally weighted draws, as standard normal numbers
    /// @param shape the shape of the tail of the weights between model and emulator
    /// @param studies the studies, in the order of `logLikelihoods`
    /// @param logLikelihoods of each study at each draw, by the model
    /// @param sample the posterior under the last emulator, which proposed the last points
    /// @param convergence the largest split R-hat of its chains
    /// @param accepted the share of accepted steps
    public record Result(List<double[]> draws, double shape, List<String> studies, List<double[]> logLikelihoods,
            List<double[]> sample, double convergence, double accepted) {
    }

    /// @param folder where finished rounds are kept
    public CalibrationRun(Calibration calibration, Path folder, Plan plan) {
        this.calibration = calibration;
        this.plan = plan;
        this.likelihood = new StudyLikelihood(calibration.words(), calibration.fitted());
        Courses courses = new Courses(calibration.library(), Predictor.quantities(calibration.words()),
                calibration.fitted()).with(TOLERANCES);
        this.rounds = new Rounds(calibration.parameters(), courses, likelihood, folder, plan.threads());
    }

    /// Estimates.
    ///
    /// @param progress hears the name of a round and how many of its points are done
    public Result run(BiConsumer<String, Integer> progress) throws InterruptedException {
        List<Round> done = new ArrayList<>();
        done.add(rounds.round(0, calibration.parameters().fromPrior(plan.prior(), plan.seed()),
                n -> progress.accept("prior", n)));
        Emulator emulator = emulator(done);
        Sample sample = sample(emulator, 0);
        for (int i = 1; i <= plan.rounds(); i++) {
            int number = i;
            if (i > 1) {
                emulator = emulator(done);
                sample = sample(emulator, i - 1);
            }
            done.add(rounds.round(i, spread(sample.points(), plan.each()),
                    n -> progress.accept("round " + number, n)));
        }
        return weigh(done.getLast(), emulator, sample);
    }

    private Result weigh(Round last, Emulator proposed, Sample sample) {
        double[] ratios = new double[last.points().size()];
        for (int i = 0; i < ratios.length; i++) {
            double[] point = last.points().get(i);
            EffectModel effects = calibration.parameters().at(point).effects();
            ratios[i] = Arrays.stream(likelihood.logLikelihoods(last.features().get(i), effects)).sum()
                    - Arrays.stream(likelihood.logLikelihoods(proposed.at(point), effects)).sum();
        }
        double shape = ParetoSmoothing.of(ratios).shape();
        double[] weights = flattened(ratios, StrictMath.min(plan.draws(), ratios.length) * LEAST_EFFECTIVE);
        List<double[]> draws = new ArrayList<>();
        List<double[]> logs = new ArrayList<>();
        for (int i : resample(weights, plan.draws())) {
            double[] point = refreshed(last.points().get(i), last.features().get(i), draws.size());
            draws.add(point);
            logs.add(likelihood.logLikelihoods(last.features().get(i),
                    calibration.parameters().at(point).effects()));
        }
        return new Result(draws, shape, likelihood.studies(), logs, sample.points(),
                Convergence.of(sample.points(), sample.chains()), sample.accepted());
    }

    /// Weights raised to the largest power up to 1 at which enough of them count: an emulator that misses by a few units of
    /// log likelihood would otherwise leave a handful of points (tempered importance weights, as in Koblents and Miguez
    /// 2015, doi:10.1007/s11222-013-9440-2).
    static double[] flattened(double[] logWeights, double effective) {
        double[] weights = new double[logWeights.length];
        for (double power = 1; power > 0.01; power *= 0.9) {
            double most = Arrays.stream(logWeights).max().orElse(0);
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = StrictMath.exp(power * (logWeights[i] - most));
                sum += weights[i];
                squares += weights[i] * weights[i];
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= sum;
            }
            if (sum * sum / squares >= effective) {
                break;
            }
        }
        return weights;
    }

    /// A point with its effect parameters drawn anew given what the model gave: they need no simulation.
    private double[] refreshed(double[] point, double[] features, int number) {
        List<Integer> places = calibration.parameters().effects();
        ToDoubleFunction<double[]> density = effects -> {
            double log = 0;
            for (double x : effects) {
                log -= 0.5 * x * x;
            }
            return log + Arrays.stream(likelihood.logLikelihoods(features,
                    calibration.parameters().at(with(point, places, effects)).effects())).sum();
        };
        List<double[]> start = calibration.parameters().fromPrior(4 * places.size(), plan.seed() + 2000 + number)
                .stream().map(p -> places.stream().mapToDouble(place -> p[place]).toArray()).toList();
        List<double[]> chain = new EvolutionSampler(density, plan.seed() + number).run(start, places.size(),
                EFFECT_STEPS).points();
        return with(point, places, chain.getLast());
    }

    private static double[] with(double[] point, List<Integer> places, double[] values) {
        double[] changed = point.clone();
        for (int i = 0; i < values.length; i++) {
            changed[places.get(i)] = values[i];
        }
        return changed;
    }

    private Emulator emulator(List<Round> done) {
        List<double[]> points = new ArrayList<>();
        List<double[]> features = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < done.size(); i++) {
            for (int k = 0; k < done.get(i).points().size(); k++) {
                points.add(done.get(i).points().get(k));
                features.add(done.get(i).features().get(k));
                weights.add(i == 0 && done.size() > 1 ? OLD_WEIGHT : 1);
            }
        }
        return new Emulator(points, features, weights.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private Sample sample(Emulator emulator, int round) {
        ToDoubleFunction<double[]> density = point -> logPosterior(emulator.at(point), point);
        return new EvolutionSampler(density, plan.seed() + round).run(
                calibration.parameters().fromPrior(3 * calibration.parameters().size(), plan.seed() + 1000 + round),
                CHAINS, plan.steps());
    }

    private double logPosterior(double[] features, double[] point) {
        double log = 0;
        for (double x : point) {
            log -= 0.5 * x * x;
        }
        for (double study : likelihood.logLikelihoods(features, calibration.parameters().at(point).effects())) {
            log += study;
        }
        return log;
    }

    private static List<double[]> spread(List<double[]> points, int number) {
        List<double[]> some = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            some.add(points.get((int) ((i + 0.5) * points.size() / number)));
        }
        return some;
    }

    /// Systematic resampling: the place of each point as often as its weight says, to the nearest whole number.
    static List<Integer> resample(double[] weights, int number) {
        List<Integer> drawn = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            while (drawn.size() < number && (drawn.size() + 0.5) / number <= sum) {
                drawn.add(i);
            }
        }
        return drawn;
    }
}
