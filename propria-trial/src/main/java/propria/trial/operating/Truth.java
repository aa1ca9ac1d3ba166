package propria.trial.operating;

import java.util.List;
import java.util.function.ToDoubleFunction;
import propria.trial.conduct.SubjectRecord;
import propria.trial.conduct.TrialSimulator;
import propria.trial.design.AnalysisMethod;
import propria.trial.design.TrialDesign;
import propria.trial.design.TrialEndpoint;

/// What an estimand is in a draw: the same subjects under both arms, nobody lost. Odds ratios are marginal. A hazard ratio or a
/// time ratio has no such truth, as hazards are not proportional by construction, and is not a number.
public final class Truth {

    private Truth() {
    }

    /// @param people how many subjects of each draw
    /// @return for each draw, each hypothesis
    static double[][] of(TrialSimulator simulator, List<Hypothesis> hypotheses, int draws, int people, int threads) {
        TrialDesign design = simulator.design();
        List<Integer> numbers = java.util.stream.IntStream.range(0, draws).boxed().toList();
        List<Integer> wanted = java.util.Arrays.stream(simulator.plausibleDraws()).boxed().toList();
        return propria.study.run.work.Parallel.map(numbers, threads, () -> simulator, (s, draw) -> {
            if (!wanted.contains(draw)) {
                return hypotheses.stream().mapToDouble(_ -> Double.NaN).toArray();
            }
            List<List<SubjectRecord>> arms = s.bothWays(draw, people);
            return hypotheses.stream().mapToDouble(h -> effect(design, h, arms)).toArray();
        }).toArray(double[][]::new);
    }

    private static double effect(TrialDesign design, Hypothesis hypothesis, List<List<SubjectRecord>> arms) {
        Outcome outcome = new Outcome(design, hypothesis.estimand(), true);
        ToDoubleFunction<SubjectRecord> reading = switch (design.endpoint(hypothesis.estimand())) {
            case TrialEndpoint.Binary binary -> s -> outcome.binary(s, binary);
            case TrialEndpoint.Change change -> s -> outcome.change(s, change, design.visitAt(change.day()));
            case TrialEndpoint.Time _ -> _ -> Double.NaN;
        };
        double treated = mean(arms.get(hypothesis.arm()), reading);
        double control = mean(arms.getFirst(), reading);
        if (hypothesis.estimand().analysis() == AnalysisMethod.LOGISTIC) {
            return StrictMath.log(treated / (1 - treated) / (control / (1 - control)));
        }
        return treated - control;
    }

    private static double mean(List<SubjectRecord> subjects, ToDoubleFunction<SubjectRecord> reading) {
        return subjects.stream().mapToDouble(reading).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
    }
}
