package propria.study.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.engine.Counters;
import propria.engine.ScheduledChange;
import propria.engine.Trajectory;
import propria.engine.simulate.SimulationFailure;
import propria.study.Arm;
import propria.study.subject.ParameterDraw;
import propria.study.subject.SubjectLife;
import propria.study.subject.VirtualSubject;
import propria.study.summary.Outcomes;

/// Simulates subjects one after another; one a thread.
final class SubjectRunner {

    private final StudyPlan plan;
    private final SubjectLife life;

    SubjectRunner(StudyPlan plan) {
        this.plan = plan;
        this.life = new SubjectLife(plan.compiled(), plan.study().simulation().method(),
                plan.study().simulation().tolerances());
    }

    /// The work since this was last asked.
    Counters takeCounters() {
        return life.takeCounters();
    }

    /// Simulates a subject in every arm and records what is observed.
    ///
    /// @return why it could not be simulated; it is then left out of every arm
    Optional<SimulationFailure> run(ParameterDraw draw, VirtualSubject subject, Outcomes outcomes) {
        double[] row = new double[outcomes.sizeOfSubject()];
        Optional<SimulationFailure> failure = run(draw, subject, row);
        outcomes.restore(draw.number(), subject.number(), row);
        return failure;
    }

    /// The same into an array: arm by arm, observable by observable, ascending in time.
    Optional<SimulationFailure> run(ParameterDraw draw, VirtualSubject subject, double[] row) {
        Map<Map<String, Double>, Map<String, Double>> balanced = new HashMap<>();
        try {
            int at = 0;
            for (int arm = 0; arm < plan.study().arms().size(); arm++) {
                at = record(simulate(draw, subject, arm, balanced), row, at);
            }
            return Optional.empty();
        } catch (SimulationFailure failure) {
            life.count(failure.counters());
            Arrays.fill(row, Double.NaN);
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
            values = balanced.computeIfAbsent(own, v -> life.rest(v, plan.study().start(), days));
        }
        Map<String, Double> start = values;
        List<ScheduledChange> changes = plan.schedules().get(index).changes(
                id -> start.getOrDefault(id, plan.compiled().defaultValue(id)), draw.viability(),
                subject.bodyMass()[index]);
        return life.course(start, changes, plan.study().start(), plan.study().end(), plan.times(), plan.outputs());
    }

    /// @return the place after what was recorded
    private int record(Trajectory course, double[] row, int from) {
        int at = from;
        for (int observable = 0; observable < plan.outputs().size(); observable++) {
            for (int time = 0; time < plan.times().size(); time++) {
                row[at++] = course.value(time, observable);
            }
        }
        return at;
    }
}
