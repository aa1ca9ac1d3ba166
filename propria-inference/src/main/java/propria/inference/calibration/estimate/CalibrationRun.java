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
import java.util.stream.Stream;
import propria.engine.Tolerances;
import propria.inference.calibration.Calibration;
import propria.inference.calibration.FreeParameters;
import propria.inference.calibration.emulator.Emulator;
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
/// so on, until weights by the ratio of the posterior under the model to that under the emulator hold (importance sampling,
/// Pareto-smoothed). Long chains under an emulator of all that give many points, which are weighted so, and draws by those
/// weights are then moved by [ResampleMove].
public final class CalibrationRun {

    /// A tenth of the error that could be seen in any measurement.
    static final Tolerances TOLERANCES = new Tolerances(1e-4, 1e-7);

    static final double TRUSTED = 0.7;
    private static final int CHAINS = 8;
    private static final double OLD_WEIGHT = 0.25;
    /// So many of the newest points, or more, are what an emulator is fitted to.
    private static final int ENOUGH = 1200;
    private static final double LEAST_EFFECTIVE = 0.25;
    private static final int MOVES = 8;
    /// The weighted points should be worth so many times the draws.
    private static final int WORTH = 1;
    private static final int AGAIN = 1;
    private static final int LAST_TIMES = 3;
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
    /// @param last points of the last rounds, which tell whether weights hold
    /// @param more how many more last rounds may be made
    /// @param weighted points at the end, which are weighted
    /// @param steps of each chain under an emulator; three times as many in last rounds
    /// @param longest steps of each chain at the end
    /// @param draws how many draws of the posterior are kept
    public record Plan(int prior, int each, int rounds, int last, int more, int weighted, int steps, int longest,
            int draws, int threads, long seed) {
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
    private String key = "";

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
        prior(n -> progress.accept("prior", n));
        return rounds(parameters.fromPrior(3 * parameters.size(), plan.seed() + 1000), 0, progress);
    }

    /// Estimates, with points that are known to be not far from the posterior instead of those of the prior.
    ///
    /// @param from as standard normal numbers
    Result run(List<double[]> from, BiConsumer<String, Integer> progress) throws InterruptedException {
        done.clear();
        key = begin() + "/from " + plan.prior();
        done.add(rounds.round("near", key, () -> spread(from, plan.prior()), n -> progress.accept("near", n)));
        return rounds(from, 1, progress);
    }

    private Result rounds(List<double[]> from, int skipped, BiConsumer<String, Integer> progress)
            throws InterruptedException {
        List<Check> checks = new ArrayList<>();
        List<double[]> start = from;
        for (int i = 1; i <= plan.rounds(); i++) {
            int power = i + skipped;
            start = round(Integer.toString(i), power <= POWERS.length ? POWERS[power - 1] : 1, start,
                    new Effort(plan.each(), plan.steps(), i), checks, progress).round().points();
        }
        for (int more = 0;; more++) {
            start = round("last" + (more == 0 ? "" : more), 1, start,
                    new Effort(plan.last(), LAST_TIMES * plan.steps(), 100 + more), checks, progress).round().points();
            if (checks.getLast().shape() < TRUSTED || more >= plan.more()) {
                break;
            }
        }
        for (int again = 0;; again++) {
            Proposed proposed = round("weighted" + (again == 0 ? "" : again), 1, start,
                    new Effort(plan.weighted(), plan.longest(), 200 + again), checks, progress);
            start = proposed.round().points();
            double effective = ParetoSmoothing.of(ratios(proposed.round(), proposed.emulator(), 1)).effective();
            if (effective >= WORTH * plan.draws() || again >= AGAIN) {
                return weigh(proposed, checks);
            }
        }
    }

    private record Effort(int points, int steps, int number) {
    }

    /// A round with the chains that gave its points.
    private record Proposed(Round round, Emulator emulator, Sample sample) {
    }

    private Proposed round(String name, double power, List<double[]> from, Effort effort, List<Check> checks,
            BiConsumer<String, Integer> progress) throws InterruptedException {
        key += "/" + effort.points() + "," + effort.steps();
        Emulator emulator = emulator();
        Sample sample = kept(name, key, emulator, power, from, effort.steps(), effort.number(), Target.ALL);
        Round round = rounds.round(name, key, () -> spread(sample.points(), effort.points()),
                n -> progress.accept(name, n));
        checks.add(check(name, round, emulator, power));
        done.add(round);
        return new Proposed(round, emulator, sample);
    }

    /// The model at points of the prior; the first round.
    public void prior(IntConsumer progress) throws InterruptedException {
        done.clear();
        key = begin() + "/" + plan.prior();
        done.add(rounds.round("prior", key, () -> parameters.fromPrior(plan.prior(), plan.seed()), progress));
    }

    /// What all rounds come from: measurements, what is held, the seed, and what the model says at the medians of the priors.
    private String begin() throws InterruptedException {
        String says = exact(List.of(new double[parameters.size()])).stream()
                .map(log -> String.format(Locale.ROOT, "%.2f", log)).toList().toString();
        return inputs + "/" + plan.seed() + new TreeMap<>(parameters.fixed()) + says;
    }

    /// The logarithm of the likelihood of each study at each draw.
    public List<double[]> likelihoods(Result result) {
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < result.draws().size(); i++) {
            all.add(target.studies(result.drawFeatures().get(i), result.draws().get(i)));
        }
        return all;
    }

    private Result weigh(Proposed proposed, List<Check> checks) throws InterruptedException {
        Round round = proposed.round();
        double[] ratios = ratios(round, proposed.emulator(), 1);
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
        ResampleMove move = new ResampleMove(target, proposed.emulator(), proposed.sample().points(), rounds,
                plan.seed());
        List<double[]> kept = new Kept(rounds.folder()).lines("moved", key + "/" + plan.draws(),
                () -> move.move(places.stream().map(round.points()::get).toList(),
                        places.stream().map(round.features()::get).toList(), MOVES, plan.threads()).stream()
                        .flatMap(m -> Stream.of(m.point(), m.features(), new double[]{m.accepted()})).toList());
        List<double[]> points = every(kept, 0);
        double accepted = every(kept, 2).stream().mapToDouble(a -> a[0]).average().orElse(0) / MOVES;
        return new Result(round.points(), round.features(), smoothed, power, points, every(kept, 1), accepted,
                List.copyOf(checks), proposed.sample());
    }

    private static List<double[]> every(List<double[]> lines, int first) {
        return IntStream.range(0, lines.size() / 3).mapToObj(i -> lines.get(3 * i + first)).toList();
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
        int first = done.size() - 1;
        for (int found = done.get(first).points().size(); first > 0 && found < ENOUGH; first--) {
            found += done.get(first - 1).points().size();
        }
        for (int i = first; i < done.size(); i++) {
            for (int k = 0; k < done.get(i).points().size(); k++) {
                points.add(done.get(i).points().get(k));
                features.add(done.get(i).features().get(k));
                weights.add(i < done.size() - 2 ? OLD_WEIGHT : 1);
            }
        }
        return new Emulator(points, features, weights.stream().mapToDouble(Double::doubleValue).toArray(), simulated,
                target.likelihood().populations());
    }

    /// An emulator of the points of the prior alone.
    Emulator priorEmulator() {
        Round prior = done.getFirst();
        double[] weights = new double[prior.points().size()];
        Arrays.fill(weights, 1);
        return new Emulator(prior.points(), prior.features(), weights, simulated, target.likelihood().populations());
    }

    /// Samples the posterior under an emulator, or reads back what was sampled.
    ///
    /// @param name of the file that keeps it
    /// @param key of what it comes from
    Sample kept(String name, String key, Emulator emulator, double power, List<double[]> from, int steps, int number,
            int without) throws InterruptedException {
        List<double[]> lines = new Kept(rounds.folder()).lines("chains-" + name, key, () -> {
            Sample made = sample(emulator, power, from, steps, number, without);
            List<double[]> all = new ArrayList<>(made.points());
            all.add(new double[]{made.chains(), made.accepted()});
            return all;
        });
        double[] about = lines.getLast();
        return new Sample(lines.subList(0, lines.size() - 1), (int) about[0], about[1]);
    }

    /// A key of all that was done.
    String key() {
        return key;
    }

    /// Samples the posterior under an emulator.
    ///
    /// @param from points to start from
    /// @param without the number of a study that is left out, or [Target#ALL]
    private Sample sample(Emulator emulator, double power, List<double[]> from, int steps, int number, int without) {
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
