package propria.study.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
        return Maker.typical(study, prepared, new Lives()).subjects(0, tolerances, values -> values);
    }

    /// The lives before a study that were simulated already, the latest few. For one model; safe to share between threads.
    public static final class Lives {

        private static final int MOST = 64;

        private final Map<Key, Map<String, Double>> known = new LinkedHashMap<>();

        private record Key(Map<String, Double> values, double length, double start, Tolerances tolerances,
                Method method) {
        }

        private Map<String, Double> of(Key key, Supplier<Map<String, Double>> simulated) {
            synchronized (known) {
                Map<String, Double> before = known.get(key);
                if (before != null) {
                    return before;
                }
            }
            Map<String, Double> made = simulated.get();
            synchronized (known) {
                if (known.size() >= MOST) {
                    known.remove(known.keySet().iterator().next());
                }
                known.put(key, made);
            }
            return made;
        }
    }

    /// Makes subjects of a study again and again, with some values changed. Safe to share between threads.
    public static final class Maker {

        private final StudyPlan plan;
        private final Lives lives;

        private Maker(StudyPlan plan, Lives lives) {
            this.plan = plan;
            this.lives = lives;
        }

        /// Subjects that have every quantity at its value.
        ///
        /// @throws propria.model.problem.ProblemException as a run of the study does
        public static Maker typical(Study study, PreparedModel prepared, Lives lives) {
            return drawn(new Study(study.id(), study.title(), study.question(), study.mirrors(), study.population(),
                    study.perArm(), study.phases(), study.arms(), study.observables(), study.endpoints(),
                    study.measurements(), UncertaintyPlan.none(), study.integrity(), study.seed(), study.simulation(),
                    study.notes(), study.files()), prepared, lives);
        }

        /// Subjects that have the parameters of a draw of the study, and no difference between subjects of a draw.
        ///
        /// @throws propria.model.problem.ProblemException as a run of the study does
        public static Maker drawn(Study study, PreparedModel prepared, Lives lives) {
            return new Maker(StudyPlan.of(study, RunOptions.standard(), prepared), lives);
        }

        /// One an arm.
        ///
        /// @param draw which, from 0
        /// @param tolerances of the life before the study
        /// @param change what is done to the values of an arm; it is given the values that differ from the model's
        /// @throws propria.engine.simulate.SimulationFailure when a life before the study cannot be simulated
        public List<TypicalSubject> subjects(int draw, Tolerances tolerances,
                UnaryOperator<Map<String, Double>> change) {
            ParameterDraw drawn = plan.sampler().draw(draw);
            List<TypicalSubject> subjects = new ArrayList<>();
            for (int index = 0; index < plan.study().arms().size(); index++) {
                Map<String, Double> values = change.apply(new HashMap<>(drawn.arms().get(index)));
                subjects.add(of(plan, drawn, values, index, tolerances, lives));
            }
            return subjects;
        }
    }

    private static TypicalSubject of(StudyPlan plan, ParameterDraw drawn, Map<String, Double> values, int index,
            Tolerances tolerances, Lives lives) {
        Study study = plan.study();
        Arm arm = study.arms().get(index);
        TypicalSubject untreated = new TypicalSubject(plan.model(), arm, values, arm.population().equilibrate(),
                List.of(), study.start(), study.end(), study.simulation().method());
        Map<String, Double> rest = untreated.atStart(plan.compiled(), tolerances, lives);
        List<ScheduledChange> changes = plan.schedules().get(index).changes(
                id -> rest.getOrDefault(id, plan.compiled().defaultValue(id)), drawn.viability(),
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
        return simulate(compiled, times, outputs, tolerances, new Lives());
    }

    /// The same with lives before the study that were simulated already.
    public Trajectory simulate(CompiledModel compiled, List<Double> times, List<String> outputs,
            Tolerances tolerances, Lives lives) {
        return new Simulator(compiled).simulate(new SimulationRequest(atStart(compiled, tolerances, lives), changes,
                start, end, times, outputs, tolerances, method));
    }

    /// The values when the study begins.
    private Map<String, Double> atStart(CompiledModel compiled, Tolerances tolerances, Lives lives) {
        return equilibrate.isEmpty()
                ? values
                : lives.of(new Lives.Key(values, equilibrate.getAsDouble(), start, tolerances, method),
                        () -> lived(compiled, tolerances));
    }

    private Map<String, Double> lived(CompiledModel compiled, Tolerances tolerances) {
        List<String> states = compiled.stateIds();
        Trajectory life = new Simulator(compiled).simulate(new SimulationRequest(values, List.of(),
                start - equilibrate.orElse(0), start, List.of(start), states, tolerances, method));
        Map<String, Double> after = new HashMap<>(values);
        for (int i = 0; i < states.size(); i++) {
            after.put(states.get(i), life.value(0, i));
        }
        return Map.copyOf(after);
    }
}
