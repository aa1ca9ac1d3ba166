package propria.app.studio.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.study.Observable;
import propria.study.Study;
import propria.study.run.PreparedModel;
import propria.study.run.TypicalSubject;

/// The course of the typical subject of each arm: no draw, no difference between subjects, so no band. What a slider
/// moves before anybody runs the study.
///
/// @param times [d]
public record PreviewAnswer(List<Double> times, List<ArmCourse> arms, List<Shown> observables) {

    private static final int POINTS = 121;
    private static final Tolerances QUICK = new Tolerances(1e-5, 1e-8);

    public PreviewAnswer {
        times = List.copyOf(times);
        arms = List.copyOf(arms);
        observables = List.copyOf(observables);
    }

    /// An observable.
    public record Shown(String id, String name, String unit, String better) {
    }

    /// An arm.
    ///
    /// @param courses a course for each observable, then for each of the further quantities that were asked for
    public record ArmCourse(String id, String name, String role, List<List<Double>> courses) {
        public ArmCourse {
            courses = List.copyOf(courses);
        }
    }

    /// Simulates the typical subjects of a study.
    ///
    /// @param prepared the model of the study
    /// @param further ids of the model to record besides
    /// @throws propria.engine.simulate.SimulationFailure when one cannot be simulated
    public static PreviewAnswer of(Study study, PreparedModel prepared, List<String> further) {
        double start = study.start();
        double step = (study.end() - start) / (POINTS - 1);
        List<Double> times = IntStream.range(0, POINTS).mapToObj(i -> i == POINTS - 1 ? study.end() : start + i * step)
                .toList();
        List<String> outputs = new ArrayList<>(study.observables().stream().map(Observable::quantity).toList());
        outputs.addAll(further);
        List<ArmCourse> arms = new ArrayList<>();
        for (TypicalSubject subject : TypicalSubject.of(study, QUICK, prepared)) {
            Trajectory course = subject.simulate(prepared.compiled(), times, outputs, QUICK);
            List<List<Double>> columns = IntStream.range(0, outputs.size())
                    .mapToObj(i -> IntStream.range(0, POINTS).mapToObj(row -> course.value(row, i)).toList()).toList();
            arms.add(new ArmCourse(subject.arm().id(), subject.arm().name(),
                    subject.arm().role().word(), columns));
        }
        return new PreviewAnswer(times, arms, study.observables().stream()
                .map(o -> new Shown(o.id(), o.name(), o.unit(), o.better().name().toLowerCase(Locale.ROOT)))
                .toList());
    }
}
