package propria.inference.calibration.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import propria.inference.calibration.Calibration;
import propria.inference.calibration.DrawnCourses;
import propria.inference.calibration.FreeParameters;
import propria.inference.calibration.emulator.Emulator;
import propria.inference.calibration.estimate.CalibrationRun.Result;
import propria.inference.calibration.estimate.EvolutionSampler.Sample;
import propria.inference.design.Courses;
import propria.inference.design.RowDesign;
import propria.inference.prediction.Draw;
import propria.inference.prediction.Predictor;
import propria.inference.prediction.Thinning;
import propria.inference.sample.ParetoSmoothing;
import propria.inference.score.ScoredRow;
import propria.inference.score.ScoredRow.Use;

/// What the calibration predicts of each study without that study: parameters by smoothed importance weights, and by a
/// posterior of its own where those do not hold; spreads and pooled effects learned anew from the other studies.
public final class LeaveOneOut {

    private static final int DRAWS = 40;
    private static final int REFIT_POINTS = 120;
    private static final int SEED = 500;

    private final Calibration calibration;
    private final CalibrationRun run;
    private final Result result;
    private final Courses courses;
    private final Map<String, Double> shapes = new LinkedHashMap<>();
    private final Map<String, Double> refitted = new LinkedHashMap<>();
    private final List<Emulator> emulators = new ArrayList<>();

    private LeaveOneOut(Calibration calibration, CalibrationRun run, Result result) {
        this.calibration = calibration;
        this.run = run;
        this.result = result;
        this.courses = new Courses(calibration.library(), Predictor.quantities(calibration.words()),
                calibration.fitted()).with(CalibrationRun.TOLERANCES);
    }

    /// What was found.
    ///
    /// @param rows the rows of all studies, each predicted without its study
    /// @param shapes the shape of the tail of the weights, by study; below 0.7 they can be trusted
    /// @param refitted of the studies with a posterior of their own, the shape of the weights between the model and the
    ///        emulator that it was sampled under
    /// @param learned what is learned from all studies, beside the parameters
    public record Outcome(List<ScoredRow> rows, Map<String, Double> shapes, Map<String, Double> refitted,
            String learned) {
    }

    /// Predicts.
    ///
    /// @param progress hears what is done
    public static Outcome of(Calibration calibration, CalibrationRun run, Result result, Consumer<String> progress)
            throws InterruptedException {
        return new LeaveOneOut(calibration, run, result).all(progress);
    }

    private Outcome all(Consumer<String> progress) throws InterruptedException {
        List<String> studies = calibration.fitted().stream().map(row -> row.row().study()).distinct().toList();
        List<double[]> logs = new ArrayList<>();
        for (int i = 0; i < result.points().size(); i++) {
            logs.add(run.target().studies(result.features().get(i), result.points().get(i)));
        }
        Map<String, double[]> weights = new LinkedHashMap<>();
        SortedSet<Integer> needed = new TreeSet<>();
        for (String study : studies) {
            ParetoSmoothing smoothed = without(study, logs);
            shapes.put(study, smoothed.kHat());
            double[] thin = Thinning.of(smoothed.weights(), DRAWS);
            weights.put(study, thin);
            if (smoothed.kHat() <= CalibrationRun.TRUSTED) {
                IntStream.range(0, thin.length).filter(i -> thin[i] > 0).forEach(needed::add);
            }
        }
        List<Integer> places = List.copyOf(needed);
        DrawnCourses drawn = simulated(places.stream().map(result.points()::get).toList());
        Predictor predictor = new Predictor(calibration.words(), drawn.courses(), drawn.draws());
        List<ScoredRow> rows = new ArrayList<>();
        for (String study : studies) {
            List<RowDesign> others = calibration.fitted().stream().filter(r -> !r.row().study().equals(study)).toList();
            Predictor.Trained trained;
            if (shapes.getOrDefault(study, 0.0) > CalibrationRun.TRUSTED) {
                progress.accept("  refitting without " + study);
                trained = refitted(study, others);
            } else {
                double[] thin = weights.getOrDefault(study, new double[0]);
                trained = predictor.train(others, Optional.of(
                        drawn.numbers().stream().mapToDouble(kept -> thin[places.get(kept)]).toArray()));
            }
            calibration.fitted().stream().filter(row -> row.row().study().equals(study))
                    .forEach(row -> rows.add(ScoredRow.of(row, Use.HELD_OUT, trained)));
        }
        return new Outcome(rows, shapes, refitted, learned());
    }

    private DrawnCourses simulated(List<double[]> points) throws InterruptedException {
        FreeParameters parameters = run.target().parameters();
        List<Draw> draws = points.stream().map(parameters::at).toList();
        return DrawnCourses.simulate(courses, draws, run.plan().threads(), _ -> {
        });
    }

    private String learned() throws InterruptedException {
        DrawnCourses drawn = simulated(result.draws());
        return new Predictor(calibration.words(), drawn.courses(), drawn.draws())
                .train(calibration.fitted(), Optional.empty()).learnedText();
    }

    private ParetoSmoothing without(String study, List<double[]> likelihoods) {
        int place = run.studies().indexOf(study);
        double[] logs = result.weighing().logWeights().clone();
        for (int i = 0; i < logs.length; i++) {
            logs[i] -= place < 0 ? 0 : likelihoods.get(i)[place];
        }
        return ParetoSmoothing.of(logs);
    }

    /// A posterior without a study: sampled under the emulator of all points, weighted by the model.
    private Predictor.Trained refitted(String study, List<RowDesign> others) throws InterruptedException {
        int place = run.studies().indexOf(study);
        if (emulators.isEmpty()) {
            emulators.add(run.emulator());
        }
        Emulator emulator = emulators.getFirst();
        Sample sample = run.kept("without-" + study, run.key() + "/without " + study, emulator, 1, result.points(),
                2 * run.plan().steps(), SEED + place, place);
        List<double[]> points = CalibrationRun.spread(sample.points(),
                StrictMath.min(REFIT_POINTS, run.plan().last()));
        DrawnCourses drawn = simulated(points);
        double[] ratios = new double[drawn.courses().size()];
        for (int i = 0; i < ratios.length; i++) {
            double[] point = points.get(drawn.numbers().get(i));
            double[] features = run.target().likelihood().features(drawn.courses().get(i));
            ratios[i] = run.target().logLikelihood(features, point, place)
                    - run.target().logLikelihood(emulator.at(point), point, place);
        }
        ParetoSmoothing smoothed = ParetoSmoothing.of(ratios);
        refitted.put(study, smoothed.kHat());
        return new Predictor(calibration.words(), drawn.courses(), drawn.draws()).train(others,
                Optional.of(Thinning.of(smoothed.weights(), DRAWS)));
    }
}
