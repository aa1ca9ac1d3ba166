package propria.study.run;

import java.nio.file.Path;
import java.util.List;
import propria.model.problem.Problem;
import propria.study.Study;
import propria.study.summary.Effect;
import propria.study.summary.Prediction;

/// What a run came to.
///
/// @param folder the run folder
/// @param effects of each endpoint, in the order of the study
/// @param predictions of each measurement, in the order of the study
/// @param simulations how many were made
/// @param failed subjects that could not be simulated
/// @param seconds of wall-clock time
/// @param summaryHash the SHA-256 of `summary.csv`
/// @param warnings what a reader must know
public record RunResult(Study study, Path folder, List<Effect> effects, List<Prediction> predictions,
        long simulations, int failed, double seconds, String summaryHash, List<Problem> warnings) {

    public RunResult {
        effects = List.copyOf(effects);
        predictions = List.copyOf(predictions);
        warnings = List.copyOf(warnings);
    }
}
