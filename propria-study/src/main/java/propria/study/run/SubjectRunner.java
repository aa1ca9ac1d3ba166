package propria.study.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.engine.Counters;
import propria.engine.ScheduledChange;
import propria.engine.SimulationRequest;
import propria.engine.Trajectory;
import propria.engine.simulate.SimulationFailure;
import propria.engine.simulate.Simulator;
import propria.study.Arm;
import propria.study.subject.ParameterDraw;
import propria.study.subject.VirtualSubject;
import propria.study.summary.Outcomes;

/// Simulates subjects one after another; one a thread.
final class SubjectRunner {

    private final StudyPlan plan;
    private final Simulator simulator;
    private Counters counters = Counters.NONE;

    SubjectRunner(StudyPlan plan) {
        this.plan = plan;
        this.simulator = new Simulator(plan.compiled());
    }

    /// The work since this was last asked.
    Counters takeCounters() {
        Counters work = counters;
        counters = Counters.NONE;
        return work;
    }

    /// Simulates a subject in every arm and records what is observed.
    ///
    /// @return why it could not be simulated; it is then left out of every arm
    Optional<SimulationFailure> run(ParameterDraw draw, VirtualSubject subject, Outcomes outcomes) {
        Map<Map<String, Double>, Map<String, Double>> balanced = new HashMap<>();
        try {
            for (int arm = 0; arm < plan.study().arms().size(); arm++) {
                record(simulate(draw, subject, arm, balanced), draw, subject, arm, outcomes);
            }
            return Optional.empty();
        } catch (SimulationFailure failure) {
            counters = counters.plus(failure.counters());
            outcomes.drop(draw.number(), subject.number());
            return Optional.of(failure);
        }
    }

    private Trajectory simulate(ParameterDraw draw, VirtualSubject subject, int index,
            Map<Map<String, Double>, Map<String, Double>> balanced) {
        Arm arm = plan.study().arms().get(index);
        Map<String, Double> values = subject.arms().get(index);
        if (arm.population().equilibrate().isPresent()) {
            double days = arm.population().equilibrate().getAsDouble();
            Map<String, Double> own = values;
            values = balanced.computeIfAbsent(own, v -> balance(v, days));
        }
        Map<String, Double> start = values;
        List<ScheduledChange> changes = plan.schedules().get(index).changes(
                id -> start.getOrDefault(id, plan.compiled().defaultValue(id)), draw.viability(),
                subject.bodyMass()[index]);
        return simulate(start, changes, plan.study().start(), plan.study().end(), plan.times(), plan.outputs());
    }

    /// The values after a subject has lived for some days without insult or treatment.
    private Map<String, Double> balance(Map<String, Double> values, double days) {
        double end = plan.study().start();
        List<String> states = plan.compiled().stateIds();
        Trajectory life = simulate(values, List.of(), end - days, end, List.of(end), states);
        Map<String, Double> after = new HashMap<>(values);
        for (int i = 0; i < states.size(); i++) {
            after.put(states.get(i), life.value(0, i));
        }
        return after;
    }

    private Trajectory simulate(Map<String, Double> values, List<ScheduledChange> changes, double start, double end,
            List<Double> times, List<String> outputs) {
        Trajectory course = simulator.simulate(new SimulationRequest(values, changes, start, end, times,
                new ArrayList<>(outputs), StudyPlan.TOLERANCES, StudyPlan.METHOD));
        counters = counters.plus(course.counters());
        return course;
    }

    private void record(Trajectory course, ParameterDraw draw, VirtualSubject subject, int arm, Outcomes outcomes) {
        for (int observable = 0; observable < plan.outputs().size(); observable++) {
            for (int time = 0; time < plan.times().size(); time++) {
                outcomes.set(draw.number(), subject.number(), arm, observable, time, course.value(time, observable));
            }
        }
    }
}
