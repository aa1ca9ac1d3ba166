package propria.trial.reading;

import java.util.List;
import java.util.function.ToDoubleFunction;
import propria.trial.analysis.Clustering;
import propria.trial.conduct.SubjectRecord;
import propria.trial.design.TrialDesign;
import propria.trial.design.TrialEndpoint;

/// How much of the variance of an outcome centres and lots share.
record SharedVariance(TrialDesign design) {

    /// Over centres, each arm's outcomes as differences from their mean.
    double centres(Hypothesis hypothesis, List<SubjectRecord> subjects) {
        return design.components().centres() < 2
                ? Double.NaN
                : correlation(hypothesis, subjects.stream().filter(s -> s.arm() == 0 || s.arm() == hypothesis.arm())
                        .toList(), SubjectRecord::centre);
    }

    /// Over lots, in those who receive them.
    double lots(Hypothesis hypothesis, List<SubjectRecord> subjects) {
        return design.components().donors() * design.components().lots() < 2
                ? Double.NaN
                : correlation(hypothesis, subjects.stream().filter(s -> s.arm() == hypothesis.arm()).toList(),
                        SubjectRecord::lot);
    }

    private double correlation(Hypothesis hypothesis, List<SubjectRecord> subjects,
            java.util.function.ToIntFunction<SubjectRecord> cluster) {
        Outcome outcome = new Outcome(design, hypothesis.estimand(), false);
        ToDoubleFunction<SubjectRecord> reading = switch (design.endpoint(hypothesis.estimand())) {
            case TrialEndpoint.Binary binary -> s -> outcome.binary(s, binary);
            case TrialEndpoint.Change change -> s -> outcome.change(s, change, design.visitAt(change.day()));
            case TrialEndpoint.Time _ -> _ -> Double.NaN;
        };
        double[] values = subjects.stream().mapToDouble(reading).toArray();
        double[] sums = new double[2];
        double[] counts = new double[2];
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                int side = subjects.get(i).arm() == 0 ? 0 : 1;
                sums[side] += values[i];
                counts[side]++;
            }
        }
        for (int i = 0; i < values.length; i++) {
            int side = subjects.get(i).arm() == 0 ? 0 : 1;
            values[i] -= sums[side] / counts[side];
        }
        return Clustering.intraclass(values, subjects.stream().mapToInt(cluster).toArray());
    }
}
