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
    /// @param points the last points at which the model was simulated
    /// @param weights their smoothed weights
    /// @param shape the shape of the tail of the weights
    /// @param studies the studies, in the order of `logLikelihoods`
    /// @param logLikelihoods of each study at each point, by the model
    /// @param sample the posterior under the last emulator
    public record Result(List<double[]> draws, List<double[]> points, double[] weights, double shape,
            List<String> studies, List<double[]> logLikelihoods, List<double[]> sample, double convergence,
            double accepted) {
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
        Emulator proposed = emulator;
        for (int i = 1; i <= plan.rounds(); i++) {
            int number = i;
            proposed = emulator;
            done.add(rounds.round(i, spread(sample.points(), plan.each()),
                    n -> progress.accept("round " + number, n)));
            emulator = emulator(done);
            sample = sample(emulator, i);
        }
        return weigh(done.getLast(), proposed, sample);
    }

    private Result weigh(Round last, Emulator proposed, Sample sample) {
        double[] ratios = new double[last.points().size()];
        List<double[]> logs = new ArrayList<>();
        for (int i = 0; i < ratios.length; i++) {
            double[] point = last.points().get(i);
            EffectModel effects = calibration.parameters().at(point).effects();
            double[] own = likelihood.logLikelihoods(last.features().get(i), effects);
            logs.add(own);
            ratios[i] = Arrays.stream(own).sum()
                    - Arrays.stream(likelihood.logLikelihoods(proposed.at(point), effects)).sum();
        }
        ParetoSmoothing smoothed = ParetoSmoothing.of(ratios);
        return new Result(resample(last.points(), smoothed.weights(), plan.draws()), last.points(),
                smoothed.weights(), smoothed.shape(), likelihood.studies(), logs, sample.points(),
                Convergence.of(sample.points(), sample.chains()), sample.accepted());
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

    /// Systematic resampling: each point as often as its weight says, to the nearest whole number.
    static List<double[]> resample(List<double[]> points, double[] weights, int number) {
        List<double[]> drawn = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < points.size(); i++) {
            sum += weights[i];
            while (drawn.size() < number && (drawn.size() + 0.5) / number <= sum) {
                drawn.add(points.get(i));
            }
        }
        return drawn;
    }
}
