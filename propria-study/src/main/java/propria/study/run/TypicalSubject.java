package propria.study.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import propria.engine.Method;
import propria.engine.ScheduledChange;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
import propria.engine.simulate.Simulator;
import propria.model.Model;
import propria.study.Arm;
import propria.study.Study;
import propria.study.subject.ParameterDraw;
import propria.study.uncertainty.UncertaintyPlan;

/// The subject of an arm that has every quantity at its value: no draw, no difference between subjects. What a study is
/// when it is handed on as a model.
///
/// @param model the model of the study
/// @param arm what is done to the subject
/// @param values what differs from the model's values
/// @param equilibrate how long the subject lives before the study begins [d]; empty for not at all
/// @param changes what is done to it in the study
/// @param start when the study begins [d]
/// @param end when the study ends [d]
public record TypicalSubject(Model model, Arm arm, Map<String, Double> values, OptionalDouble equilibrate,
        List<ScheduledChange> changes, double start, double end, Method method) {

    public TypicalSubject {
        values = Map.copyOf(values);
        changes = List.copyOf(changes);
    }

    /// The typical subjects of a study, one an arm.
    ///
    /// @param tolerances of the life before the study, which says to what values insults go back
    /// @throws propria.model.problem.ProblemException as a run of the study does
    /// @throws propria.engine.simulate.SimulationFailure when a life before the study cannot be simulated
    public static List<TypicalSubject> of(Study study, Tolerances tolerances) {
        return of(study, tolerances, PreparedModel.read(study.files()));
    }

    /// The same with a model that was read before.
    public static List<TypicalSubject> of(Study study, Tolerances tolerances, PreparedModel prepared) {
        return of(study, tolerances, prepared, Map.of());
    }

    /// The same with some values of the model set otherwise in every arm.
    ///
    /// @param others values by id
    public static List<TypicalSubject> of(Study study, Tolerances tolerances, PreparedModel prepared,
            Map<String, Double> others) {
        Study fixed = new Study(study.id(), study.title(), study.question(), study.mirrors(), study.population(),
                study.perArm(), study.phases(), study.arms(), study.observables(), study.endpoints(),
                study.measurements(), UncertaintyPlan.none(), study.integrity(), study.seed(),
                study.simulation(), study.notes(),
                study.files());
        StudyPlan plan = StudyPlan.of(fixed, RunOptions.standard(), prepared);
        ParameterDraw middle = plan.sampler().draw(0);
        List<TypicalSubject> subjects = new ArrayList<>();
        for (int index = 0; index < study.arms().size(); index++) {
            Map<String, Double> values = new HashMap<>(middle.arms().get(index));
            values.putAll(others);
            subjects.add(of(plan, middle, values, index, tolerances));
        }
        return subjects;
    }

    private static TypicalSubject of(StudyPlan plan, ParameterDraw middle, Map<String, Double> values, int index,
            Tolerances tolerances) {
        Study study = plan.study();
        Arm arm = study.arms().get(index);
        TypicalSubject untreated = new TypicalSubject(plan.model(), arm, values, arm.population().equilibrate(),
                List.of(),
                study.start(), study.end(), study.simulation().method());
        Map<String, Double> rest = untreated.atStart(plan.compiled(), tolerances);
        List<ScheduledChange> changes = plan.schedules().get(index).changes(
                id -> rest.getOrDefault(id, plan.compiled().defaultValue(id)), middle.viability(),
                arm.population().bodyMass().value());
        return new TypicalSubject(plan.model(), arm, untreated.values, untreated.equilibrate, changes, study.start(),
                study.end(), untreated.method);
    }

    /// The course of the subject, the same way as a run of the study simulates it.
    ///
    /// @param times ascending, within the study [d]
    /// @param outputs ids of the model
    /// @throws propria.engine.simulate.SimulationFailure when it cannot be simulated
    public Trajectory simulate(CompiledModel compiled, List<Double> times, List<String> outputs,
            Tolerances tolerances) {
        return new Simulator(compiled).simulate(new SimulationRequest(atStart(compiled, tolerances), changes, start,
                end, times, outputs, tolerances, method));
    }

    /// The values when the study begins.
    private Map<String, Double> atStart(CompiledModel compiled, Tolerances tolerances) {
        if (equilibrate.isEmpty()) {
            return values;
        }
        List<String> states = compiled.stateIds();
        Trajectory life = new Simulator(compiled).simulate(new SimulationRequest(values, List.of(),
                start - equilibrate.getAsDouble(), start, List.of(start), states, tolerances, method));
        Map<String, Double> after = new HashMap<>(values);
        for (int i = 0; i < states.size(); i++) {
            after.put(states.get(i), life.value(0, i));
        }
        return after;
    }
}
