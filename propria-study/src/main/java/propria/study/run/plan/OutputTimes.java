package propria.study.run.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import propria.study.Phase;
import propria.study.Study;

/// When a study is looked at: a regular grid, the ends of phases, endpoints and measurements.
public final class OutputTimes {

    private static final double FINE = 0.5;
    private static final double FINE_SPAN = 30;
    private static final double MOST_STEPS = 120;
    private static final double SAME = 1e-9;

    private OutputTimes() {
    }

    public static List<Double> of(Study study) {
        TreeSet<Double> times = new TreeSet<>();
        double span = study.end() - study.start();
        double step = span <= FINE_SPAN ? FINE : StrictMath.ceil(span / MOST_STEPS);
        for (int i = 0; study.start() + i * step <= study.end(); i++) {
            times.add(study.start() + i * step);
        }
        for (Phase phase : study.phases()) {
            times.add(phase.from());
            times.add(phase.to());
        }
        study.endpoints().forEach(endpoint -> times.add(endpoint.at()));
        study.measurements().forEach(measurement -> times.add(measurement.time()));
        List<Double> distinct = new ArrayList<>();
        for (double time : times) {
            if (distinct.isEmpty() || time - distinct.getLast() > SAME) {
                distinct.add(time);
            }
        }
        return distinct;
    }
}
