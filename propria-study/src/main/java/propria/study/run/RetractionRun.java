package propria.study.run;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import propria.evidence.Source;
import propria.study.Study;
import propria.study.evidence.MeasuredEvidence;
import propria.study.retraction.SourceInfluence;
import propria.study.retraction.Support;
import propria.study.retraction.Supports;
import propria.study.run.work.Checkpoint;
import propria.study.run.work.Results;
import propria.study.subject.Prior;
import propria.study.summary.Effect;
import propria.study.summary.Effect.Middle;
import propria.study.summary.Outcomes;
import propria.study.summary.Prediction;

/// What a study would say without some sources: which numbers lose what they stand on, what they fall back to, and the
/// answer with and without, draw for draw on the same random numbers.
public final class RetractionRun {

    private static final int QUICK_DRAWS = 60;

    private final StudyPlan plan;
    private final Supports supports;
    private final RunOptions options;

    private RetractionRun(StudyPlan plan, RunOptions options) {
        this.plan = plan;
        this.supports = plan.supports();
        this.options = options;
    }

    /// An answer, with and without.
    ///
    /// @param effects the rows of the study on which conclusions rest
    /// @param with the middle of each with all sources
    /// @param without the middle of each without
    public record Comparison(List<Effect> effects, List<Middle> with, List<Middle> without) {
        public Comparison {
            effects = List.copyOf(effects);
            with = List.copyOf(with);
            without = List.copyOf(without);
        }
    }

    /// Reads what a study stands on.
    ///
    /// @throws propria.model.problem.ProblemException as a run of the study does
    public static RetractionRun of(Study study, RunOptions options) {
        return new RetractionRun(StudyPlan.of(study, options), options);
    }

    /// The numbers that lose a claim.
    public List<Support> touched(Collection<Source> fallen) {
        return supports.touchedBy(fallen);
    }

    /// The published values of the study that fall.
    public List<MeasuredEvidence> measurements(Collection<Source> fallen) {
        return MeasuredEvidence.of(plan.study().measurements(), plan.library()).stream()
                .filter(m -> fallen.stream().anyMatch(m::fallsWith)).toList();
    }

    /// Every source that a number or a published value of the study rests on.
    public List<Source> sources() {
        return java.util.stream.Stream.concat(plan.evidence().chain().stream(),
                MeasuredEvidence.of(plan.study().measurements(), plan.library()).stream()
                        .flatMap(m -> m.citation().stream()).flatMap(c -> c.chain()))
                .distinct().toList();
    }

    /// A fast estimate: one subject a draw, at most sixty draws, moved by the responses to the numbers that change.
    public SourceInfluence quick(Collection<Source> fallen) {
        Study small = plan.study().withSubjects(1);
        StudyPlan quick = StudyPlan.of(small, options.withDraws(StrictMath.min(QUICK_DRAWS, plan.draws())));
        List<Support> touched = quick.supports().touchedBy(fallen).stream()
                .filter(s -> s.without(fallen).isPresent()).toList();
        try (Checkpoint scratch = Checkpoint.temporary()) {
            Outcomes outcomes = quick.simulate(scratch, options.withProgress(Progress.SILENT).withExecutor("local"))
                    .outcomes();
            return SourceResponses.of(quick, touched, options.threads(), Effect.of(small, outcomes),
                    Prediction.of(small, outcomes, quick.seed()), quick.normals());
        }
    }

    /// The exact answer: the whole study, with all sources and without some.
    public Comparison exact(Collection<Source> fallen) {
        return exact(fallen, this);
    }

    /// The same, where the study without the sources is another, such as one with a posterior that does not know them.
    public Comparison exact(Collection<Source> fallen, RetractionRun other) {
        List<Effect> with = again(plan, List.of(), options.threads(), options.progress());
        List<Effect> without = again(other.plan, fallen, options.threads(), options.progress());
        return new Comparison(with, with.stream().map(SourceResponses::middle).toList(),
                without.stream().map(SourceResponses::middle).toList());
    }

    /// The effects of a study without some sources.
    static List<Effect> again(StudyPlan plan, Collection<Source> fallen, int threads, Progress progress) {
        Map<String, Prior> changed = plan.supports().without(fallen);
        StudyPlan other = changed.isEmpty() ? plan : plan.with(changed);
        RunOptions local = RunOptions.standard().withThreads(threads).withProgress(progress);
        try (Checkpoint scratch = Checkpoint.temporary()) {
            Results result = other.simulate(scratch, local);
            return SourceResponses.shown(Effect.of(plan.study(), result.outcomes())).toList();
        }
    }
}
