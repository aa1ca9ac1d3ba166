package propria.study.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
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
import propria.study.run.work.ChunkRecord;
import propria.study.run.work.ChunkWorker;
import propria.study.run.work.DiskSpace;
import propria.study.run.work.Results;
import propria.study.run.work.StudyBundle;
import propria.study.run.work.WorkerMaker;
import propria.study.subject.ParameterDraw;
import propria.study.summary.Effect;
import propria.study.summary.Influence;
import propria.study.summary.Outcomes;
import propria.study.summary.Prediction;

/// Runs studies.
public final class StudyRunner {

    private static final int MOST_PILOTS = 20_000;
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
        DiskSpace.check(folder, plan.chunks().bytes(), options.resume());
        try (Checkpoint checkpoint = Checkpoint.open(folder, plan.key(), options.resume())) {
            RunResult result = write(plan, options, folder, plan.simulate(checkpoint, options), begin);
            checkpoint.delete();
            return result;
        }
    }

    private static RunResult write(StudyPlan plan, RunOptions options, Path folder, Results result, long begin) {
        Study study = plan.study();
        List<double[]> normals = plan.normals();
        List<Problem> warnings = new ArrayList<>(plan.warnings());
        warnings.addAll(troubles(plan, result.total()));
        Outcomes outcomes = result.outcomes();
        List<Effect> effects = Effect.of(study, outcomes);
        List<MeasuredEvidence> measured = MeasuredEvidence.of(study.measurements(), plan.library());
        List<Prediction> predictions = MeasuredEvidence.counted(
                Prediction.of(study, outcomes, plan.seed()), measured, study.integrity());
        warnings.addAll(MeasuredEvidence.excluded(measured, study.integrity()));
        List<Influence> influences = Influence.of(effects, plan.sampler().drawn(), normals);
        SourceInfluence sources = SourceResponses.of(plan, plan.supports().all(), options.threads(), effects,
                predictions, normals);
        double seconds = (System.nanoTime() - begin) * NANOS;
        RunRecord.Work work = new RunRecord.Work(plan.compiled().stateIds().size(),
                plan.compiled().parameterIds().size(), plan.seed(), plan.draws(), result.total().redrawn(),
                result.total().failed(), result.total().counters(), study.simulation().method(),
                study.simulation().method(), study.simulation().tolerances(), options.threads(), seconds);
        String hash = RunFolder.write(new RunRecord(study, plan.model(), plan.evidence(), work, warnings, outcomes,
                effects, predictions, influences, sources,
                measured,
                study.mirrors().flatMap(plan.library()::find)), folder, options.csv());
        return new RunResult(study, folder, effects, predictions, result.total().counters().simulations(),
                result.total().failed(),
                (System.nanoTime() - begin) * NANOS, hash, warnings);
    }

    /// Makes workers for a run that another program described.
    ///
    /// @param description the bytes of a [StudyBundle]
    /// @return gives a worker for a thread
    /// @throws ProblemException when the study cannot be read
    /// @throws IllegalStateException when it does not come to the same run
    public static Supplier<ChunkWorker> workers(byte[] description) {
        StudyBundle bundle = StudyBundle.of(description);
        for (WorkerMaker maker : ServiceLoader.load(WorkerMaker.class)) {
            if (maker.knows(bundle.key())) {
                return maker.workers(bundle);
            }
        }
        StudyPlan plan = ChunkSimulator.plan(bundle);
        return () -> new ChunkSimulator(plan);
    }

    /// Where a run keeps its finished work until it is done.
    public static Path checkpointOf(Path folder) {
        return Checkpoint.fileOf(folder);
    }

    /// The folder that a run will write when none is named.
    public static Path folderFor(Study study) {
        return unused(Path.of("runs"), study.id());
    }

    private static List<Problem> troubles(StudyPlan plan, ChunkRecord total) {
        List<Problem> troubles = new ArrayList<>();
        long all = (long) plan.draws() * plan.study().perArm();
        if (total.failure().isPresent()) {
            Problem first = total.failure().get();
            if (total.failed() == all) {
                throw new ProblemException(List.of(Problem.error("S044", "no subject could be simulated",
                        all + " were tried", "look at the failure below"), first));
            }
            troubles.add(warning("S043", total.failed() + " of " + all
                    + " subjects could not be simulated and are left out of every arm",
                    "the first: " + first.what() + "; " + first.why()));
        }
        if (total.redrawn() > 0) {
            troubles.add(warning("S045", total.redrawn() + (total.redrawn() == 1 ? " draw was" : " draws were")
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
        double[] scratch = new double[plan.chunks().columns()];
        SubjectRunner runner = new SubjectRunner(plan);
        int most = (int) StrictMath.min(MOST_PILOTS, (long) plan.draws() * study.perArm());
        long begin = System.nanoTime();
        long counted = 0;
        int warm = 0;
        int pilots = 0;
        while (pilots < most && (System.nanoTime() - begin) * NANOS < PILOT_SECONDS) {
            if ((System.nanoTime() - begin) * NANOS < PILOT_SECONDS / 2 && pilots <= most / 2) {
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
        return Estimate.of(plan, each * subjects / options.threads(), options.threads(),
                plan.sampler().drawn().size(), study.endpoints().size() + study.measurements().size());
    }

    private static Path unused(Path parent, String name) {
        Path folder = parent.resolve(name);
        for (int i = 2; Files.exists(folder); i++) {
            folder = parent.resolve(name + "-" + i);
        }
        return folder;
    }
}
