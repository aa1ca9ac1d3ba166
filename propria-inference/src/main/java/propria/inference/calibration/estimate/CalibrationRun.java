package propria.inference.calibration.estimate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import propria.engine.Tolerances;
import propria.inference.calibration.Calibration;
import propria.inference.calibration.FreeParameters;
import propria.inference.calibration.estimate.EvolutionSampler.Sample;
import propria.inference.calibration.estimate.Rounds.Round;
import propria.inference.design.Courses;
import propria.inference.prediction.Predictor;
import propria.inference.prediction.StudyLikelihood;
import propria.inference.prediction.Thinning;
import propria.inference.sample.ParetoSmoothing;

/// Estimates the free parameters from the rows that are fitted.
///
/// The model is simulated at points of the prior; an emulator is fitted; the posterior under the emulator is sampled, with
/// the likelihood at a low power first; the model is simulated at points of that sample, the emulator is fitted again, and
/// so on. The last points are weighted by the ratio of the posterior under the model to that under the emulator that
/// proposed them (importance sampling, Pareto-smoothed); where the shape of the tail says that it does not hold, one more
/// round is made, up to a limit. Draws by those weights are then moved by [ResampleMove].
public final class CalibrationRun {

    /// A tenth of the error that could be seen in any measurement.
    static final Tolerances TOLERANCES = new Tolerances(1e-4, 1e-7);

    static final double TRUSTED = 0.7;
    private static final int CHAINS = 8;
    private static final double OLD_WEIGHT = 0.25;
    private static final double LEAST_EFFECTIVE = 0.25;
    private static final int MOVES = 8;
    private static final int LONGER = 8;
    private static final double[] POWERS = {0.1, 0.35};

    private final FreeParameters parameters;
    private final Target target;
    private final Rounds rounds;
    private final Plan plan;
    private final String inputs;
    private final int[] simulated;

    /// How much work is done.
    ///
    /// @param prior points of the prior
    /// @param each points of every later round
    /// @param rounds how many of those
    /// @param last points of the last round, which are weighted
    /// @param more how many more last rounds may be made
    /// @param steps of each chain under an emulator; eight times as many under the last
    /// @param draws how many draws of the posterior are kept
    public record Plan(int prior, int each, int rounds, int last, int more, int steps, int draws, int threads,
            long seed) {
    }

    /// How well an emulator foretold the points that it proposed.
    ///
    /// @param points how many
    /// @param bias the mean of the model's log likelihood less the emulator's
    /// @param miss its standard deviation about that
    /// @param shape of the tail of the weights between the two
    public record Check(String round, int points, double bias, double miss, double shape) {
    }

    /// What was found.
    ///
    /// @param points of the last round, as standard normal numbers
    /// @param features what the model gives there
    /// @param weighing of the points, smoothed
    /// @param power to which the weights had to be raised to leave enough points; 1 where they hold as they are
    /// @param draws equally weighted draws, after moves that leave the posterior under the model unchanged
    /// @param moved the share of those moves that the model accepted
    /// @param checks of the emulators, round by round
    /// @param sample the chains under the last emulator
    public record Result(List<double[]> points, List<double[]> features, ParetoSmoothing weighing, double power,
            List<double[]> draws, List<double[]> drawFeatures, double moved, List<Check> checks, Sample sample) {

        /// The weights of the points; their sum is one.
        public double[] weights() {
            return weighing.weights();
        }
    }

    private final List<Round> done = new ArrayList<>();

    /// @param folder where finished rounds are kept
    public CalibrationRun(Calibration calibration, FreeParameters parameters, Path folder, Plan plan) {
        this.parameters = parameters;
        this.plan = plan;
        this.inputs = calibration.inputs();
        StudyLikelihood likelihood = new StudyLikelihood(calibration.words(), calibration.fitted());
        this.target = new Target(parameters, likelihood);
        Courses courses = new Courses(calibration.library(), Predictor.quantities(calibration.words()),
                calibration.fitted()).with(TOLERANCES);
        this.rounds = new Rounds(parameters, courses, likelihood, folder, plan.threads());
        List<Integer> effects = parameters.effects();
        this.simulated = IntStream.range(0, parameters.size()).filter(i -> !effects.contains(i)).toArray();
    }

    /// The studies, in the order of their likelihoods.
    public List<String> studies() {
        return target.likelihood().studies();
    }

    Target target() {
        return target;
    }

    Plan plan() {
        return plan;
    }

    Rounds rounds() {
        return rounds;
    }

    /// Estimates.
    ///
    /// @param progress hears the name of a round and how many of its points are done
    public Result run(BiConsumer<String, Integer> progress) throws InterruptedException {
        String key = prior(n -> progress.accept("prior", n));
        List<Check> checks = new ArrayList<>();
        List<double[]> start = parameters.fromPrior(3 * parameters.size(), plan.seed() + 1000);
        for (int i = 1; i <= plan.rounds(); i++) {
            double power = i <= POWERS.length ? POWERS[i - 1] : 1;
            String name = Integer.toString(i);
            key += "/" + plan.each() + "," + plan.steps();
            Emulator emulator = emulator();
            List<double[]> from = start;
            int number = i;
            Sample[] sample = new Sample[1];
            done.add(rounds.round(name, key, () -> {
                sample[0] = sample(emulator, power, from, plan.steps(), number, Target.ALL);
                return spread(sample[0].points(), plan.each());
            }, n -> progress.accept(name, n)));
            checks.add(check(name, done.getLast(), emulator, power));
            start = done.getLast().points();
        }
        return last(key, start, checks, progress);
    }

    /// The model at points of the prior; the first round.
    ///
    /// @return a key of what was done
    public String prior(IntConsumer progress) throws InterruptedException {
        done.clear();
        String key = inputs + "/" + plan.seed() + "/" + plan.prior() + new TreeMap<>(parameters.fixed());
        done.add(rounds.round("prior", key, () -> parameters.fromPrior(plan.prior(), plan.seed()), progress));
        return key;
    }

    /// The logarithm of the likelihood of each study at each draw.
    public List<double[]> likelihoods(Result result) {
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < result.draws().size(); i++) {
            all.add(target.studies(result.drawFeatures().get(i), result.draws().get(i)));
        }
        return all;
    }

    private Result last(String before, List<double[]> from, List<Check> checks, BiConsumer<String, Integer> progress)
            throws InterruptedException {
        List<double[]> start = from;
        String key = before;
        for (int more = 0;; more++) {
            String name = "last" + (more == 0 ? "" : more);
            key += "/" + plan.last() + "," + more;
            Emulator emulator = emulator();
            Sample sample = sample(emulator, 1, start, LONGER * plan.steps(), 100 + more, Target.ALL);
            Round round = rounds.round(name, key, () -> spread(sample.points(), plan.last()),
                    n -> progress.accept(name, n));
            double[] ratios = ratios(round, emulator, 1);
            Check check = check(name, round, emulator, 1);
            checks.add(check);
            done.add(round);
            if (check.shape() < TRUSTED || more >= plan.more()) {
                return weigh(round, ratios, checks, sample, emulator);
            }
            start = round.points();
        }
    }

    private Result weigh(Round round, double[] ratios, List<Check> checks, Sample sample, Emulator emulator) {
        ParetoSmoothing smoothed = ParetoSmoothing.of(ratios);
        double power = 1;
        while (power > 0.01 && (smoothed.kHat() > TRUSTED
                || smoothed.effective() < LEAST_EFFECTIVE * StrictMath.min(plan.draws(),
                        ratios.length))) {
            power *= 0.9;
            double now = power;
            smoothed = ParetoSmoothing.of(Arrays.stream(ratios).map(r -> now * r).toArray());
        }
        List<Integer> places = Thinning.resample(smoothed.weights(), plan.draws());
        List<ResampleMove.Moved> moved = new ResampleMove(target, emulator, sample.points(), rounds, plan.seed()).move(
                places.stream().map(round.points()::get).toList(), places.stream().map(round.features()::get).toList(),
                MOVES, plan.threads());
        double accepted = moved.stream().mapToInt(ResampleMove.Moved::accepted).average().orElse(0) / MOVES;
        return new Result(round.points(), round.features(), smoothed, power,
                moved.stream().map(ResampleMove.Moved::point).toList(),
                moved.stream().map(ResampleMove.Moved::features).toList(), accepted, List.copyOf(checks), sample);
    }

    /// The logarithms of the ratios of model to emulator.
    private double[] ratios(Round round, Emulator emulator, double power) {
        double[] ratios = new double[round.points().size()];
        for (int i = 0; i < ratios.length; i++) {
            double[] point = round.points().get(i);
            ratios[i] = power * (target.logLikelihood(round.features().get(i), point, Target.ALL)
                    - target.logLikelihood(emulator.at(point), point, Target.ALL));
        }
        return ratios;
    }

    private Check check(String name, Round round, Emulator emulator, double power) {
        double[] ratios = ratios(round, emulator, power);
        double bias = Arrays.stream(ratios).average().orElse(0);
        double square = Arrays.stream(ratios).map(r -> (r - bias) * (r - bias)).average().orElse(0);
        return new Check(name, ratios.length, bias / power, StrictMath.sqrt(square) / power,
                ParetoSmoothing.of(ratios).kHat());
    }

    /// An emulator of all points so far.
    Emulator emulator() {
        List<double[]> points = new ArrayList<>();
        List<double[]> features = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < done.size(); i++) {
            for (int k = 0; k < done.get(i).points().size(); k++) {
                points.add(done.get(i).points().get(k));
                features.add(done.get(i).features().get(k));
                weights.add(i < done.size() - 2 ? OLD_WEIGHT : 1);
            }
        }
        return new Emulator(points, features, weights.stream().mapToDouble(Double::doubleValue).toArray(), simulated);
    }

    /// An emulator of the points of the prior alone.
    Emulator priorEmulator() {
        Round prior = done.getFirst();
        double[] weights = new double[prior.points().size()];
        Arrays.fill(weights, 1);
        return new Emulator(prior.points(), prior.features(), weights, simulated);
    }

    /// Samples the posterior under an emulator.
    ///
    /// @param from points to start from
    /// @param without the number of a study that is left out, or [Target#ALL]
    Sample sample(Emulator emulator, double power, List<double[]> from, int steps, int number, int without) {
        List<double[]> start = new ArrayList<>(from);
        start.addAll(parameters.fromPrior(StrictMath.max(0, 2 * parameters.size() - from.size()), plan.seed() + 77));
        return new EvolutionSampler(point -> target.log(emulator.at(point), point, power, without),
                plan.seed() + number, plan.threads()).run(start, CHAINS, steps);
    }

    /// The logarithm of the posterior by the model, but for a constant; not a number where it cannot be simulated.
    List<Double> exact(List<double[]> points) throws InterruptedException {
        Round round = rounds.simulate(points, _ -> {
        });
        List<Double> all = new ArrayList<>();
        for (double[] point : points) {
            int at = round.points().indexOf(point);
            all.add(at < 0 ? Double.NaN : target.log(round.features().get(at), point, 1, Target.ALL));
        }
        return all;
    }

    static List<double[]> spread(List<double[]> points, int number) {
        List<double[]> some = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            some.add(points.get((int) ((i + 0.5) * points.size() / number)));
        }
        return some;
    }

    /// What the check of an emulator says, in words.
    public static String words(Check check) {
        return String.format(Locale.ROOT, "round %s: the emulator misses the log likelihood by %.2f (bias %.2f) at %d "
                + "points that it had not seen; tail shape %.2f", check.round(), check.miss(), check.bias(),
                check.points(), check.shape());
    }
}
