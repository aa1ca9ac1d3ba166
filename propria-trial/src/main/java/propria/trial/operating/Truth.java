package propria.trial.operating;

import java.util.List;
import java.util.function.ToDoubleFunction;
import propria.trial.conduct.SimulatedTrial;
import propria.trial.conduct.SubjectRecord;
import propria.trial.design.AnalysisMethod;
import propria.trial.design.TrialDesign;
import propria.trial.design.TrialEndpoint;
import propria.trial.reading.Hypothesis;
import propria.trial.reading.Outcome;

/// What an estimand is in a draw: the same subjects under both arms, nobody lost. Odds ratios are marginal. A hazard ratio or a
/// time ratio has no such truth, as hazards are not proportional by construction, and is not a number.
public final class Truth {

    private static final int PEOPLE = 2000;

    private Truth() {
    }

    /// How many subjects of each draw are followed in every arm.
    public static int people(int draws) {
        return StrictMath.max(200, PEOPLE * 10 / (10 + draws));
    }

    /// @param draw the same subjects in every arm
    /// @return by hypothesis; nothing when the draw has no subjects
    static double[] of(TrialDesign design, List<Hypothesis> hypotheses, SimulatedTrial draw) {
        return draw.subjects().isEmpty()
                ? new double[0]
                : hypotheses.stream().mapToDouble(h -> effect(design, h, draw)).toArray();
    }

    /// The log odds ratio of a rule between an arm and the comparator, in the people of a draw; half a person is added to each cell.
    /// Not a number for other endpoints or a draw that is left out.
    public static double logOdds(TrialDesign design, Hypothesis hypothesis, SimulatedTrial draw) {
        if (draw.subjects().isEmpty()
                || !(design.endpoint(hypothesis.estimand()) instanceof TrialEndpoint.Binary binary)) {
            return Double.NaN;
        }
        Outcome outcome = new Outcome(design, hypothesis.estimand(), true);
        return odds(draw.arm(hypothesis.arm()), s -> outcome.binary(s, binary))
                - odds(draw.arm(0), s -> outcome.binary(s, binary));
    }

    private static double odds(List<SubjectRecord> subjects, ToDoubleFunction<SubjectRecord> reading) {
        double met = 0.5;
        double not = 0.5;
        for (SubjectRecord subject : subjects) {
            double value = reading.applyAsDouble(subject);
            met += value > 0 ? 1 : 0;
            not += value == 0 ? 1 : 0;
        }
        return StrictMath.log(met / not);
    }

    private static double effect(TrialDesign design, Hypothesis hypothesis, SimulatedTrial draw) {
        Outcome outcome = new Outcome(design, hypothesis.estimand(), true);
        ToDoubleFunction<SubjectRecord> reading = switch (design.endpoint(hypothesis.estimand())) {
            case TrialEndpoint.Binary binary -> s -> outcome.binary(s, binary);
            case TrialEndpoint.Change change -> s -> outcome.change(s, change, design.visitAt(change.day()));
            case TrialEndpoint.Time _ -> _ -> Double.NaN;
        };
        List<SubjectRecord> active = draw.arm(hypothesis.arm());
        List<SubjectRecord> comparator = draw.arm(0);
        if (outcome.hasStratum() && design.endpoint(hypothesis.estimand()) instanceof TrialEndpoint.Binary binary) {
            int due = design.visitAt(binary.days().getLast());
            int[] without = java.util.stream.IntStream.range(0, active.size())
                    .filter(i -> !outcome.outsideStratum(active.get(i), due)
                            && !outcome.outsideStratum(comparator.get(i), due))
                    .toArray();
            return java.util.Arrays.stream(without).mapToDouble(
                    i -> reading.applyAsDouble(active.get(i)) - reading.applyAsDouble(comparator.get(i))).average()
                    .orElse(Double.NaN);
        }
        double treated = mean(active, reading);
        double control = mean(comparator, reading);
        if (hypothesis.estimand().analysis() == AnalysisMethod.LOGISTIC) {
            return StrictMath.log(treated / (1 - treated) / (control / (1 - control)));
        }
        return treated - control;
    }

    private static double mean(List<SubjectRecord> subjects, ToDoubleFunction<SubjectRecord> reading) {
        return subjects.stream().mapToDouble(reading).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
    }
}
