package propria.inference.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import propria.inference.calibration.CalibrationRun.Result;
import propria.inference.design.Courses;
import propria.inference.design.RowDesign;
import propria.inference.prediction.Draw;
import propria.inference.prediction.Predictor;
import propria.inference.score.ScoredRow;
import propria.inference.score.ScoredRow.Use;

/// What the calibration predicts of each study without that study: parameters by smoothed importance weights, spreads and
/// pooled effects learned anew from the other studies.
public final class LeaveOneOut {

    private LeaveOneOut() {
    }

    /// What was found.
    ///
    /// @param rows the rows of all studies, each predicted without its study
    /// @param shapes the shape of the tail of the weights, by study; below 0.7 they can be trusted
    /// @param learned what is learned from all studies, beside the parameters
    public record Outcome(List<ScoredRow> rows, Map<String, Double> shapes, String learned) {
    }

    /// Predicts.
    ///
    /// @param progress hears how many points are simulated
    public static Outcome of(Calibration calibration, Result result, int threads, IntConsumer progress)
            throws InterruptedException {
        List<Draw> draws = result.draws().stream().map(calibration.parameters()::at).toList();
        Courses courses = new Courses(calibration.library(), Predictor.quantities(calibration.words()),
                calibration.fitted());
        DrawnCourses drawn = DrawnCourses.simulate(courses, draws, threads, progress);
        Predictor predictor = new Predictor(calibration.words(), drawn.courses(), drawn.draws());
        List<ScoredRow> rows = new ArrayList<>();
        Map<String, Double> shapes = new LinkedHashMap<>();
        for (String study : calibration.fitted().stream().map(row -> row.row().study()).distinct().toList()) {
            ParetoSmoothing weights = without(study, result, drawn.numbers());
            shapes.put(study, weights.shape());
            List<RowDesign> others = calibration.fitted().stream().filter(r -> !r.row().study().equals(study)).toList();
            Predictor.Trained trained = predictor.train(others, Optional.of(weights.weights()));
            calibration.fitted().stream().filter(row -> row.row().study().equals(study))
                    .forEach(row -> rows.add(ScoredRow.of(row, Use.HELD_OUT, trained)));
        }
        return new Outcome(rows, shapes, predictor.train(calibration.fitted(), Optional.empty()).learnedText());
    }

    private static ParetoSmoothing without(String study, Result result, List<Integer> kept) {
        int place = result.studies().indexOf(study);
        double[] logs = new double[kept.size()];
        for (int i = 0; i < logs.length; i++) {
            int point = kept.get(i);
            logs[i] = place >= 0 ? -result.logLikelihoods().get(point)[place] : 0;
        }
        return ParetoSmoothing.of(logs);
    }
}
