package propria.study.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import propria.engine.simulate.SimulationFailure;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.Severity;
import propria.study.Study;
import propria.study.evidence.MeasuredEvidence;
import propria.study.output.RunFolder;
import propria.study.output.RunRecord;
import propria.study.retraction.SourceInfluence;
import propria.study.run.work.Checkpoint;
import propria.study.subject.ParameterDraw;
import propria.study.summary.Effect;
import propria.study.summary.Influence;
import propria.study.summary.Outcomes;
import propria.study.summary.Prediction;

/// Runs studies.
public final class StudyRunner {

    private static final int MOST_PILOTS = 200;
    private static final double PILOT_SECONDS = 1;
    private static final double NANOS = 1e-9;

    private StudyRunner() {
    }

    /// Checks that a study could be run: that its model can be read and compiled, that everything that it names is in the
    /// model, and that its policy on evidence allows it.
    ///
    /// @return what a reader must know
    /// @throws ProblemException with what forbids it
    public static List<Problem> check(Study study) {
        return StudyPlan.of(study, RunOptions.standard()).warnings();
    }

    /// Runs a study and writes its folder.
    ///
    /// @throws ProblemException when input is bad, the policy on evidence forbids it, or nothing can be written
    /// @throws java.util.concurrent.CancellationException when the thread is interrupted; finished work is kept in the
    ///         checkpoint
    public static RunResult run(Study study, RunOptions options) {
        long begin = System.nanoTime();
        Path folder = options.out().orElseGet(() -> folderFor(study));
        RunFolder.check(folder);
        StudyPlan plan = StudyPlan.of(study, options);
        Checkpoint checkpoint = Checkpoint.open(folder, key(plan), options.resume());
        LocalExecutor.Result result;
        try (checkpoint) {
            result = new LocalExecutor(plan, Optional.of(checkpoint)).run(options.threads(), options.progress());
        }
        List<Problem> warnings = new ArrayList<>(plan.warnings());
        warnings.addAll(troubles(plan, result));
        Outcomes outcomes = result.outcomes();
        List<Effect> effects = Effect.of(study, outcomes);
        List<MeasuredEvidence> measured = MeasuredEvidence.of(study.measurements(), plan.library());
        List<Prediction> predictions = MeasuredEvidence.counted(
                Prediction.of(study, outcomes, plan.seed()), measured, study.integrity());
        warnings.addAll(MeasuredEvidence.excluded(measured, study.integrity()));
        List<Influence> influences = Influence.of(effects, plan.sampler().drawn(), result.normals());
        SourceInfluence sources = SourceResponses.of(plan, plan.supports().all(), options.threads(), effects,
                predictions, result.normals());
        double seconds = (System.nanoTime() - begin) * NANOS;
        RunRecord.Work work = new RunRecord.Work(plan.compiled().stateIds().size(),
                plan.compiled().parameterIds().size(), plan.seed(), plan.draws(), result.redrawn(), result.failed(),
                result.counters(), StudyPlan.METHOD, StudyPlan.METHOD, StudyPlan.TOLERANCES, options.threads(),
                seconds);
        String hash = RunFolder.write(new RunRecord(study, plan.model(), plan.evidence(), work, warnings, outcomes,
                effects, predictions, influences, sources,
                measured,
                study.mirrors().flatMap(plan.library()::find)), folder, options.csv());
        checkpoint.delete();
        return new RunResult(study, folder, effects, predictions, result.counters().simulations(), result.failed(),
                (System.nanoTime() - begin) * NANOS, hash, warnings);
    }

    /// What makes two runs the same: their inputs, seed and draws.
    private static String key(StudyPlan plan) {
        return RunFolder.inputs(plan.study(), plan.evidence()) + " " + plan.seed() + " " + plan.draws();
    }

    /// Where a run keeps its finished work until it is done.
    public static Path checkpointOf(Path folder) {
        return Checkpoint.fileOf(folder);
    }

    /// The folder that a run will write when none is named.
    public static Path folderFor(Study study) {
        return unused(Path.of("runs"), study.id());
    }

    private static List<Problem> troubles(StudyPlan plan, LocalExecutor.Result result) {
        List<Problem> troubles = new ArrayList<>();
        int all = plan.draws() * plan.study().perArm();
        if (result.first().isPresent()) {
            Problem first = result.first().get().problem();
            if (result.failed() == all) {
                throw new ProblemException(List.of(Problem.error("S044", "no subject could be simulated",
                        all + " were tried", "look at the failure below"), first));
            }
            troubles.add(warning("S043", result.failed() + " of " + all
                    + " subjects could not be simulated and are left out of every arm",
                    "the first: " + first.what() + "; " + first.why()));
        }
        if (result.redrawn() > 0) {
            troubles.add(warning("S045", result.redrawn() + (result.redrawn() == 1 ? " draw was" : " draws were")
                    + " refused by constraints of the model", "drawn again"));
        }
        return troubles;
    }

    private static Problem warning(String code, String what, String why) {
        return new Problem(Severity.WARNING, code, Optional.empty(), what, why, "");
    }

    /// What a run would take, from about a second of simulations on this machine; those of its first half, in which the
    /// program is still being compiled, do not count.
    ///
    /// @throws ProblemException as [#run] does
    public static Estimate estimate(Study study, RunOptions options) {
        StudyPlan plan = StudyPlan.of(study, options);
        Outcomes scratch = plan.outcomes();
        SubjectRunner runner = new SubjectRunner(plan);
        int most = StrictMath.min(MOST_PILOTS, plan.draws() * study.perArm());
        long begin = System.nanoTime();
        long counted = 0;
        int warm = 0;
        int pilots = 0;
        while (pilots < most && (System.nanoTime() - begin) * NANOS < PILOT_SECONDS) {
            if ((System.nanoTime() - begin) * NANOS < PILOT_SECONDS / 2 && pilots < most - 1) {
                counted = System.nanoTime();
                warm = pilots;
            }
            ParameterDraw draw = plan.sampler().draw(pilots % plan.draws());
            Optional<SimulationFailure> _ = runner.run(draw, plan.sampler().subject(draw, pilots / plan.draws()),
                    scratch);
            pilots++;
        }
        double each = (System.nanoTime() - counted) * NANOS / (pilots - warm);
        double subjects = (double) plan.draws() * study.perArm();
        return new Estimate(plan.simulations(), each * subjects / options.threads());
    }

    private static Path unused(Path parent, String name) {
        Path folder = parent.resolve(name);
        for (int i = 2; Files.exists(folder); i++) {
            folder = parent.resolve(name + "-" + i);
        }
        return folder;
    }
}
