package propria.app.studio.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.study.Observable;
import propria.study.Study;
import propria.study.run.TypicalSubject;
import propria.study.run.TypicalSubject.Maker;
import propria.study.run.work.Parallel;

/// The course of the typical subject of each arm: no draw, no difference between subjects, so no band. What a slider
/// moves before anybody runs the study.
///
/// @param times [d]
public record PreviewAnswer(List<Double> times, List<ArmCourse> arms, List<Shown> observables) {

    private static final int POINTS = 121;
    private static final int DIGITS = 6;
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

    /// Simulates the typical subjects of a study, the arms at the same time.
    ///
    /// @param held the model of the study
    /// @param further ids of the model to record besides
    /// @throws propria.engine.simulate.SimulationFailure when one cannot be simulated
    public static PreviewAnswer of(Study study, ModelCache.Held held, List<String> further, int threads) {
        double start = study.start();
        double step = (study.end() - start) / (POINTS - 1);
        List<Double> times = IntStream.range(0, POINTS).mapToObj(i -> i == POINTS - 1 ? study.end() : start + i * step)
                .toList();
        List<String> outputs = new ArrayList<>(study.observables().stream().map(Observable::quantity).toList());
        outputs.addAll(further);
        List<ArmCourse> arms = Parallel.map(
                Maker.typical(study, held.model(), held.lives()).subjects(0, QUICK, values -> values), threads,
                () -> held.model().compiled(), (compiled, subject) -> course(subject,
                        subject.simulate(compiled, times, outputs, QUICK, held.lives()), outputs.size()));
        return new PreviewAnswer(times, arms, study.observables().stream()
                .map(o -> new Shown(o.id(), o.name(), o.unit(), o.better().name().toLowerCase(Locale.ROOT)))
                .toList());
    }

    private static ArmCourse course(TypicalSubject subject, Trajectory course, int outputs) {
        List<List<Double>> columns = IntStream.range(0, outputs)
                .mapToObj(i -> IntStream.range(0, POINTS).mapToObj(row -> told(course.value(row, i))).toList())
                .toList();
        return new ArmCourse(subject.arm().id(), subject.arm().name(), subject.arm().role().word(), columns);
    }

    /// A value to six digits: more than a picture shows, and half of what is sent.
    private static double told(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue()
                : value;
    }
}
