package propria.study.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import propria.engine.random.Streams;
import propria.study.Measurement;
import propria.study.Observable;
import propria.study.Study;

/// What an experiment of the same size would have measured, against what one has.
///
/// For a value the prediction is the mean of as many animals as the experiment had, with assay noise; for a direction it
/// is the difference of two such means.
///
/// @param q05 the 5 % quantile over draws; not a number when nothing can be predicted
/// @param inside `yes`, `no` or `na`. A value is inside when it lies between the 5 % and the 95 % quantile. A direction of
///        1 or -1 is inside when at least three quarters of the draws have that sign; of 0 when the central 90 % of the
///        draws hold no difference.
public record Prediction(Measurement measurement, double q05, double q50, double q95, String inside) {

    private static final double MOST = 0.75;

    /// A prediction for each measurement, in their order.
    public static List<Prediction> of(Study study, Outcomes outcomes, long seed) {
        Streams streams = new Streams(seed);
        List<Prediction> predictions = new ArrayList<>();
        for (int row = 0; row < study.measurements().size(); row++) {
            predictions.add(of(study, outcomes, streams, row));
        }
        return predictions;
    }

    private static Prediction of(Study study, Outcomes outcomes, Streams streams, int row) {
        Measurement measurement = study.measurements().get(row);
        double[] means = means(study, outcomes, streams, row, measurement.arm(), "assay");
        if (measurement.isDirection()) {
            double[] other = means(study, outcomes, streams, row, measurement.comparator().orElseThrow(),
                    "assay of comparator");
            for (int draw = 0; draw < means.length; draw++) {
                means[draw] -= other[draw];
            }
        }
        double[] sorted = Arrays.stream(means).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double q05 = Distribution.quantile(sorted, 0.05);
        double q95 = Distribution.quantile(sorted, 0.95);
        boolean inside = measurement.isDirection()
                ? agrees(measurement.value(), sorted, q05, q95)
                : measurement.value() >= q05 && measurement.value() <= q95;
        return new Prediction(measurement, q05, Distribution.quantile(sorted, 0.5), q95,
                sorted.length < 2 ? "na" : inside ? "yes" : "no");
    }

    private static boolean agrees(double direction, double[] sorted, double q05, double q95) {
        if (direction == 0) {
            return q05 <= 0 && q95 >= 0;
        }
        long same = Arrays.stream(sorted).filter(v -> v * direction > 0).count();
        return same >= MOST * sorted.length;
    }

    private static double[] means(Study study, Outcomes outcomes, Streams streams, int row, String armId,
            String purpose) {
        Measurement measurement = study.measurements().get(row);
        int arm = study.armIndex(armId);
        int observable = study.observables().stream().map(Observable::id).toList()
                .indexOf(measurement.observable().id());
        int time = outcomes.timeIndex(measurement.time());
        double[] means = new double[outcomes.draws()];
        for (int draw = 0; draw < means.length; draw++) {
            double sum = 0;
            int found = 0;
            int animals = animals(measurement.n(), outcomes.subjects());
            for (int animal = 0; animal < animals; animal++) {
                double value = outcomes.value(draw, animal % outcomes.subjects(), arm, observable, time);
                if (!Double.isNaN(value)) {
                    sum += Assay.measured(measurement.observable(), value, streams, draw, animal, purpose, row);
                    found++;
                }
            }
            means[draw] = found == 0 ? Double.NaN : sum / found;
        }
        return means;
    }

    /// As many as the experiment had; as many as were simulated where it does not say.
    private static int animals(OptionalInt n, int simulated) {
        return n.orElse(simulated);
    }
}
