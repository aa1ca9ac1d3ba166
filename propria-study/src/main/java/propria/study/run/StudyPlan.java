package propria.study.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import propria.engine.Method;
import propria.engine.Tolerances;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.evidence.EvidenceLibrary;
import propria.evidence.ModelEvidence;
import propria.formats.antimony.AntimonyReader;
import propria.model.Model;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.Observable;
import propria.study.Study;
import propria.study.subject.SubjectSampler;
import propria.study.summary.Outcomes;

/// What all subjects of a run share. Immutable and safe to share between threads.
///
/// @param times when outputs are recorded [d]
/// @param outputs the id in the model of each observable
/// @param warnings what the policy on evidence says
record StudyPlan(Study study, Model model, CompiledModel compiled, ModelEvidence evidence, SubjectSampler sampler,
        long seed, int draws, List<Double> times, List<String> outputs, List<ArmSchedule> schedules,
        List<Problem> warnings) {

    /// Of the stiff methods BDF takes the least time on the gut: two thirds of that of Rodas5P at this tolerance.
    static final Method METHOD = Method.BDF;
    static final Tolerances TOLERANCES = Tolerances.DEFAULT;

    private static final long MOST_NUMBERS = 60_000_000;

    /// @throws ProblemException when the model or its evidence forbid the run, or it would be too large
    static StudyPlan of(Study study, RunOptions options) {
        Model model = AntimonyReader.read(study.files().model());
        CompiledModel compiled = ModelCompiler.compile(model);
        new ModelNames(compiled).check(study);
        ModelEvidence evidence = ModelEvidence.of(model, EvidenceLibrary.read(study.files().evidence()));
        List<Problem> breaches = study.integrity().breaches(evidence, study.uncertainty().fromPriors());
        if (!breaches.isEmpty()) {
            throw new ProblemException(breaches);
        }
        Map<String, Double> widen = new HashMap<>();
        study.integrity().decide(evidence).forEach((id, decision) -> widen.put(id, decision.inflate()));
        long seed = options.seed().orElse(study.seed());
        int draws = options.draws().orElse(study.uncertainty().draws());
        List<Problem> warnings = new ArrayList<>(study.integrity().warnings(evidence));
        warnings.addAll(evidence.problems());
        StudyPlan plan = new StudyPlan(study, model, compiled, evidence,
                new SubjectSampler(model, study, widen, seed), seed, draws, OutputTimes.of(study),
                study.observables().stream().map(Observable::quantity).toList(),
                study.arms().stream().map(arm -> new ArmSchedule(study, arm)).toList(), warnings);
        plan.checkSize();
        return plan;
    }

    private void checkSize() {
        long size = Outcomes.size(draws, study.perArm(), study.arms().size(), outputs.size(), times.size());
        if (size > MOST_NUMBERS) {
            throw new ProblemException(Problem.error("S042", "the run would record " + size + " numbers",
                    "at most " + MOST_NUMBERS + " fit", "lower the draws, the subjects or what is observed"));
        }
    }

    /// An empty record for this plan.
    Outcomes outcomes() {
        return new Outcomes(draws, study.perArm(), study.arms().size(), outputs.size(), times);
    }

    /// How many simulations the run takes, without those that bring a population to its balance.
    long simulations() {
        return (long) draws * study.perArm() * study.arms().size();
    }
}
