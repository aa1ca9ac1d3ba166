package propria.inference.petab.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import propria.engine.Method;
import propria.engine.ScheduledChange;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.compile.CompiledModel;
import propria.engine.simulate.SimulationFailure;
import propria.engine.simulate.Simulator;
import propria.formats.petab.problem.Condition;
import propria.formats.petab.problem.Experiment;
import propria.formats.petab.problem.PetabProblem;
import propria.model.expression.Evaluate;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Carries out the experiments of a problem. Safe to share.
public final class ExperimentRunner {

    private final PreparedModel prepared;
    private final PetabProblem problem;
    private final Tolerances tolerances;

    /// Compiles the model of a problem.
    ///
    /// @throws ProblemException N1## where the model cannot be carried out
    public ExperimentRunner(PetabProblem problem, Tolerances tolerances) {
        this.prepared = new PreparedModel(problem);
        this.problem = problem;
        this.tolerances = tolerances;
    }

    /// Whether the model has a value of this name.
    public boolean has(String modelId) {
        return prepared.compiled().outputIds().contains(modelId);
    }

    /// Simulates an experiment.
    ///
    /// @param parameters values by the names of the parameter table
    /// @param times when to record, ascending; infinity, last, for a steady state
    /// @param outputs what to record, as the model names it
    /// @throws SimulationFailure if the march cannot go on
    /// @throws ProblemException I101 if there is no steady state
    public Course run(Experiment experiment, Map<String, Double> parameters, double[] times, List<String> outputs) {
        Map<String, Double> given = new LinkedHashMap<>();
        parameters.forEach((id, value) -> given.put(problem.modelEntity(id), value));
        Optional<Experiment.Period> before = experiment.periods().stream()
                .filter(Experiment.Period::isPreEquilibration).findFirst();
        Optional<Experiment.Period> first = experiment.periods().stream().filter(p -> !p.isPreEquilibration())
                .findFirst();
        double start = first.map(Experiment.Period::time).orElse(0.0);
        if (before.isEmpty()) {
            return march(prepared.compiled(), begin(given, first, start), experiment, start, times, outputs);
        }
        if (!prepared.compiled().system().pastValues().isEmpty()) {
            throw new ProblemException(Problem.error("I102", experiment.place(),
                    "a model with delays cannot begin from a steady state", "what it remembers would be lost",
                    "begin with a long period instead of -inf"));
        }
        Map<String, Double> steady = new SteadyState(prepared, tolerances).from(prepared.compiled(),
                begin(given, before, 0), 0);
        CompiledModel model = prepared.from(steady, start);
        Map<String, Double> state = first.map(p -> changed(steady, p, given, start)).orElse(steady);
        return march(model, state, experiment, start, times, outputs);
    }

    /// The values with which a first period begins. In version 1 a condition comes before initial assignments, in version 2
    /// after them.
    private Map<String, Double> begin(Map<String, Double> given, Optional<Experiment.Period> period, double time) {
        List<Condition.Change> changes = period.map(p -> PeriodEvents.changes(problem, p)).orElse(List.of());
        if (changes.isEmpty()) {
            return given;
        }
        if (problem.version() == 2) {
            return changed(prepared.initial(given, time), period.get(), given, time);
        }
        Map<String, Double> values = new LinkedHashMap<>(given);
        for (Condition.Change change : changes) {
            if (!change.isEmpty()) {
                values.put(change.target(), Evaluate.of(change.value(), new Values(given, time)));
            }
        }
        return values;
    }

    /// A state after the changes of a period, all of which see the state before.
    private Map<String, Double> changed(Map<String, Double> state, Experiment.Period period,
            Map<String, Double> given, double time) {
        Map<String, Double> values = new LinkedHashMap<>(state);
        for (Condition.Change change : PeriodEvents.changes(problem, period)) {
            if (!change.isEmpty()) {
                values.put(change.target(), Evaluate.of(change.value(), new Values(state, time)));
            } else if (!prepared.compiled().stateIds().contains(change.target())) {
                values.put(change.target(), prepared.initial(given, time).get(change.target()));
            }
        }
        return values;
    }

    private Course march(CompiledModel model, Map<String, Double> state, Experiment experiment, double start,
            double[] times, List<String> outputs) {
        boolean steady = times.length > 0 && times[times.length - 1] == Double.POSITIVE_INFINITY;
        List<ScheduledChange> changes = new ArrayList<>();
        for (Experiment.Period period : PeriodEvents.later(experiment)) {
            changes.add(new ScheduledChange.Assignment(period.time(), PeriodEvents.PERIOD,
                    prepared.periods().number(experiment, period)));
        }
        List<Double> recorded = new ArrayList<>();
        for (double time : times) {
            if (Double.isFinite(time)) {
                recorded.add(time);
            }
        }
        double end = recorded.isEmpty() ? start : recorded.getLast();
        if (steady && !changes.isEmpty()) {
            end = Math.max(end, changes.getLast().time());
        }
        SequencedSet<String> all = new LinkedHashSet<>(outputs);
        if (steady) {
            all.addAll(prepared.settable());
            if (recorded.isEmpty() || recorded.getLast() < end) {
                recorded.add(end);
            }
        }
        Course course = Course.of(new Simulator(model).simulate(new SimulationRequest(state, changes, start, end,
                recorded, List.copyOf(all), tolerances, Method.AUTOMATIC)));
        return steady ? toSteadyState(course, end, outputs) : course;
    }

    private Course toSteadyState(Course course, double end, List<String> outputs) {
        Map<String, Double> state = new LinkedHashMap<>();
        double[] last = course.rows()[course.rows().length - 1];
        prepared.settable().forEach(id -> state.put(id, last[course.outputs().indexOf(id)]));
        Map<String, Double> rest = new SteadyState(prepared, tolerances).from(prepared.from(state, end), state, end);
        Course at = Course.of(new Simulator(prepared.from(rest, end)).simulate(new SimulationRequest(rest, List.of(),
                end, end, List.of(end), outputs, tolerances, Method.AUTOMATIC)));
        double[] times = java.util.Arrays.copyOf(course.times(), course.times().length + 1);
        times[times.length - 1] = Double.POSITIVE_INFINITY;
        double[][] rows = new double[times.length][];
        for (int i = 0; i < course.rows().length; i++) {
            rows[i] = java.util.Arrays.copyOf(course.rows()[i], outputs.size());
        }
        rows[times.length - 1] = at.rows()[0];
        return new Course(outputs, times, rows);
    }
}
