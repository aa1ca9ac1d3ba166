package propria.study.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import propria.engine.compile.CompiledModel;
import propria.evidence.EvidenceLibrary;
import propria.evidence.ModelEvidence;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.Severity;
import propria.model.unit.Units;
import propria.study.Observable;
import propria.study.Study;
import propria.study.evidence.LibraryNumbers;
import propria.study.evidence.MeasuredEvidence;
import propria.study.output.RunFolder;
import propria.study.retraction.Supports;
import propria.study.run.plan.ModelNames;
import propria.study.run.plan.OutputTimes;
import propria.study.run.work.Checkpoint;
import propria.study.run.work.Chunks;
import propria.study.run.work.Executor;
import propria.study.run.work.Executors;
import propria.study.run.work.OpenChunks;
import propria.study.run.work.Results;
import propria.study.subject.Prior;
import propria.study.subject.SubjectSampler;
import propria.study.summary.Outcomes;
import propria.study.summary.Storage;

/// What all subjects of a run share. Immutable and safe to share between threads.
///
/// @param times when outputs are recorded [d]
/// @param outputs the id in the model of each observable
/// @param evidence what the numbers of the model and of library files stand on
/// @param changed priors that are not the usual ones, by id
/// @param warnings what the policy on evidence says
record StudyPlan(Study study, Model model, CompiledModel compiled, EvidenceLibrary library, ModelEvidence evidence,
        Map<String, Prior> changed, SubjectSampler sampler, long seed, int draws, List<Double> times,
        List<String> outputs, List<ArmSchedule> schedules, List<Problem> warnings) {

    /// A mean of every value in every draw is kept in memory [doubles].
    private static final long MOST_MEANS = 60_000_000;

    /// @throws ProblemException when the model or its evidence forbid the run, or it would be too large
    static StudyPlan of(Study study, RunOptions options) {
        return of(study, options, PreparedModel.read(study.files()));
    }

    /// The same with a model that was read before.
    static StudyPlan of(Study study, RunOptions options, PreparedModel prepared) {
        Model model = prepared.model();
        CompiledModel compiled = prepared.compiled();
        new ModelNames(compiled).check(study);
        EvidenceLibrary library = prepared.sources();
        ModelEvidence evidence = ModelEvidence.of(model, library).with(LibraryNumbers.of(study), library);
        List<Problem> breaches = study.integrity().breaches(evidence, study.uncertainty().fromPriors());
        if (!breaches.isEmpty()) {
            throw new ProblemException(breaches);
        }
        Map<String, Prior> widened = new LinkedHashMap<>();
        study.integrity().decide(evidence).forEach((id, decision) -> {
            if (decision.inflate() != 1) {
                widened.put(id, prior(decision.number().parameter(), decision.inflate()));
            }
        });
        long seed = options.seed().orElse(study.seed());
        int draws = options.draws().orElse(study.uncertainty().draws());
        List<Problem> warnings = new ArrayList<>(study.integrity().warnings(evidence));
        warnings.addAll(evidence.problems());
        MeasuredEvidence.of(study.measurements(), library).forEach(m -> m.problem().ifPresent(warnings::add));
        StudyPlan plan = new StudyPlan(study, model, compiled, library, evidence, widened,
                new SubjectSampler(model, study, widened, seed), seed, draws, OutputTimes.of(study),
                study.observables().stream().map(Observable::quantity).toList(),
                study.arms().stream().map(arm -> new ArmSchedule(study, arm)).toList(),
                warnings.stream().map(StudyPlan::asWarning).toList());
        plan.checkSize();
        return plan;
    }

    /// A number whose source is not known is used, and counts as assumed.
    private static Problem asWarning(Problem p) {
        return new Problem(Severity.WARNING, p.code(), p.place(), p.what(), p.why(), p.fix());
    }

    private static Prior prior(Parameter number, double widen) {
        return Prior.of(number.id(), number.value().orElse(Double.NaN), number.description().interval(), widen);
    }

    /// What each number stands on and falls back to.
    Supports supports() {
        Map<String, Prior> usual = new LinkedHashMap<>();
        evidence.parameters().forEach((id, number) -> usual.put(id,
                Optional.ofNullable(changed.get(id)).orElseGet(() -> prior(number.parameter(), 1))));
        return Supports.of(evidence, usual, new Units(model.units()), this::isDrawn);
    }

    /// Whether a number of that id is drawn: one of the model, or one of a library file that takes its place.
    private boolean isDrawn(String id) {
        String what = id.substring(id.indexOf('/') + 1);
        return what.equals("viability") || compiled.parameterIds().contains(what) || compiled.stateIds().contains(what);
    }

    /// The same with other priors in the place of some.
    StudyPlan with(Map<String, Prior> others) {
        Map<String, Prior> all = new LinkedHashMap<>(changed);
        all.putAll(others);
        return new StudyPlan(study, model, compiled, library, evidence, all,
                new SubjectSampler(model, study, all, seed), seed, draws, times, outputs, schedules, warnings);
    }

    private void checkSize() {
        long means = (long) draws * columns();
        if (means > MOST_MEANS || (long) draws * study.perArm() > Integer.MAX_VALUE) {
            throw new ProblemException(Problem.error("S042", "the run is too large: " + draws + " draws of "
                    + study.perArm() + " subjects with " + columns() + " values each",
                    "draws times values fit up to " + MOST_MEANS + ", draws times subjects up to "
                            + Integer.MAX_VALUE,
                    "lower the draws, the subjects or what is observed"));
        }
    }

    /// How many values a subject has.
    private int columns() {
        return study.arms().size() * outputs.size() * times.size();
    }

    /// How the subjects are divided.
    Chunks chunks() {
        return Chunks.of(draws, study.perArm(), columns());
    }

    /// What makes two runs the same: their inputs, seed, draws and subjects.
    String key() {
        return RunFolder.inputs(study, evidence) + " " + seed + " " + draws + " " + chunks();
    }

    /// By draw, the standard normal numbers behind it.
    List<double[]> normals() {
        return IntStream.range(0, draws).mapToObj(draw -> sampler.draw(draw).normals()).toList();
    }

    /// Simulates what is not finished.
    ///
    /// @param records what is finished; must stay open as long as the outcomes are used
    /// @throws java.util.concurrent.CancellationException when this thread is interrupted; the interrupt is kept
    Results simulate(Checkpoint records, RunOptions options) {
        return simulate(records, options, Results.MOST_IN_MEMORY);
    }

    /// The same with another limit of what is brought into memory.
    Results simulate(Checkpoint records, RunOptions options, long mostInMemory) {
        Executor executor = Executors.find(options.executor());
        return Results.compute((open, receiver) -> executor.execute(new OpenChunks(open, chunks(), options.threads(),
                () -> new ChunkSimulator(this), () -> RunFolder.bundle(study, evidence, seed, draws, key()).bytes()),
                Executors.place(options.executor()), receiver), records, chunks(), new Shape(this),
                done -> options.progress().at(done * study.arms().size(), simulations()), mostInMemory);
    }

    private record Shape(StudyPlan plan) implements Results.Shape {

        @Override
        public Outcomes empty() {
            return plan.outcomes();
        }

        @Override
        public Outcomes over(Storage storage) {
            return new Outcomes(plan.draws, plan.study.perArm(), plan.study.arms().size(), plan.outputs.size(),
                    plan.times, storage);
        }
    }

    /// An empty record for this plan, in memory.
    Outcomes outcomes() {
        return new Outcomes(draws, study.perArm(), study.arms().size(), outputs.size(), times);
    }

    /// How many simulations the run takes, without those that bring a population to its balance.
    long simulations() {
        return (long) draws * study.perArm() * study.arms().size();
    }
}
