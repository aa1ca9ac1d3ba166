package propria.study.output;

import java.util.List;
import java.util.Optional;
import propria.engine.Counters;
import propria.engine.Method;
import propria.engine.Tolerances;
import propria.evidence.Citation;
import propria.evidence.ModelEvidence;
import propria.model.Model;
import propria.model.problem.Problem;
import propria.study.Study;
import propria.study.evidence.MeasuredEvidence;
import propria.study.retraction.SourceInfluence;
import propria.study.summary.Effect;
import propria.study.summary.Influence;
import propria.study.summary.Outcomes;
import propria.study.summary.Prediction;

/// All that is written of a run.
///
/// @param work how it was computed
/// @param warnings what a reader must know
/// @param sources what the endpoints would be without any of its sources
/// @param measured what its published values rest on
/// @param mirrored the source of the experiment that the study repeats
public record RunRecord(Study study, Model model, ModelEvidence evidence, Work work, List<Problem> warnings,
        Outcomes outcomes, List<Effect> effects, List<Prediction> predictions, List<Influence> influences,
        SourceInfluence sources, List<MeasuredEvidence> measured, Optional<Citation> mirrored) {

    /// How a run was computed.
    ///
    /// @param states of the compiled model
    /// @param parameters of the compiled model
    /// @param draws how many were asked for
    /// @param redrawn sets of parameters and subjects that constraints refused
    /// @param failed subjects that could not be simulated in some arm
    /// @param seconds of wall-clock time
    public record Work(int states, int parameters, long seed, int draws, long redrawn, int failed, Counters counters,
            Method requested, Method used, Tolerances tolerances, int threads, double seconds) {
    }
}
