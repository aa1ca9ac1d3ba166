package propria.trial.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import propria.trial.analysis.AnalysisException;
import propria.trial.analysis.EffectEstimate;
import propria.trial.analysis.binary.LogisticRegression;
import propria.trial.analysis.binary.MantelHaenszel;
import propria.trial.analysis.binary.TwoByTwo;
import propria.trial.analysis.continuous.LinearModel;
import propria.trial.analysis.continuous.MixedModel;
import propria.trial.analysis.continuous.RepeatedMeasures;
import propria.trial.analysis.missing.PrincipalScore;
import propria.trial.analysis.time.CensoredInterval;
import propria.trial.analysis.time.CoxModel;
import propria.trial.analysis.time.LogRank;
import propria.trial.analysis.time.TimeToEvent;
import propria.trial.analysis.time.WeibullModel;
import propria.trial.conduct.SubjectRecord;
import propria.trial.design.AnalysisMethod;
import propria.trial.design.TrialDesign;
import propria.trial.design.TrialEndpoint;

/// Analyses subjects as a hypothesis wants it.
///
/// @param level of intervals
/// @param trial its number, which names the chance of imputations
public record EstimandAnalysis(TrialDesign design, Hypothesis hypothesis, double level, int trial) {

    /// The effect of the arm against the comparator.
    ///
    /// @throws AnalysisException when the data do not allow it
    public EffectEstimate of(List<SubjectRecord> subjects) {
        Outcome outcome = new Outcome(design, hypothesis.estimand(), false);
        List<SubjectRecord> both = subjects.stream().filter(s -> s.arm() == 0 || s.arm() == hypothesis.arm()).toList();
        if (hypothesis.estimand().missing().isPresent()) {
            return new ImputedAnalysis(this, outcome, hypothesis.estimand().missing().get()).of(both);
        }
        return switch (design.endpoint(hypothesis.estimand())) {
            case TrialEndpoint.Binary binary when outcome.hasStratum() -> stratum(both, outcome, binary);
            case TrialEndpoint.Binary binary -> binary(both,
                    both.stream().mapToDouble(s -> outcome.binary(s, binary)).toArray());
            case TrialEndpoint.Change change -> hypothesis.estimand().analysis() == AnalysisMethod.MMRM
                    ? repeated(both, outcome, change)
                    : covariance(both, change, both.stream()
                            .mapToDouble(s -> outcome.change(s, change, design.visitAt(change.day()))).toArray());
            case TrialEndpoint.Time time -> time(both, outcome, time);
        };
    }

    /// By how many points imputed readings of the treated arm would have to be worse for its effect to be no longer significant: the
    /// tipping point (ICH E9(R1), section A.5.2). 0 when it is not significant as it is; infinite when no shift of up to 1024
    /// points takes the effect away; not a number when the analysis fails or nothing is imputed.
    public double tippingPoint(List<SubjectRecord> subjects) {
        List<SubjectRecord> both = subjects.stream().filter(s -> s.arm() == 0 || s.arm() == hypothesis.arm()).toList();
        try {
            return hypothesis.estimand().missing().isPresent()
                    && design.endpoint(hypothesis.estimand()) instanceof TrialEndpoint.Change change
                            ? new ImputedAnalysis(this, new Outcome(design, hypothesis.estimand(), false),
                                    hypothesis.estimand().missing().get()).tippingPoint(both, change)
                            : Double.NaN;
        } catch (AnalysisException e) {
            return Double.NaN;
        }
    }

    private double treated(SubjectRecord subject) {
        return subject.arm() == hypothesis.arm() ? 1 : 0;
    }

    private EffectEstimate stratum(List<SubjectRecord> subjects, Outcome outcome, TrialEndpoint.Binary endpoint) {
        int due = design.visitAt(endpoint.days().getLast());
        int count = subjects.size();
        int[] arms = new int[count];
        int[] strata = new int[count];
        boolean[] event = new boolean[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            SubjectRecord s = subjects.get(i);
            arms[i] = (int) treated(s);
            strata[i] = s.stratum();
            event[i] = outcome.outsideStratum(s, due);
            values[i] = event[i] ? Double.NaN : outcome.binary(s, endpoint);
        }
        return PrincipalScore.of(arms, strata, event, values).effect(level);
    }

    /// @param met a subject each: 1, 0, or not a number
    EffectEstimate binary(List<SubjectRecord> subjects, double[] met) {
        Map<Integer, double[]> cells = new TreeMap<>();
        double[] all = new double[4];
        for (int i = 0; i < met.length; i++) {
            SubjectRecord s = subjects.get(i);
            if (!Double.isNaN(met[i])) {
                int side = treated(s) > 0 ? 0 : 2;
                double[] own = cells.computeIfAbsent(s.stratum(), _ -> new double[4]);
                own[side] += met[i];
                own[side + 1]++;
                all[side] += met[i];
                all[side + 1]++;
            }
        }
        if (all[1] == 0 || all[3] == 0) {
            throw new AnalysisException("an arm has no subject with an outcome");
        }
        TwoByTwo table = new TwoByTwo(all[0], all[1], all[2], all[3]);
        return switch (hypothesis.estimand().analysis()) {
            case RISK_DIFFERENCE_NEWCOMBE -> table.newcombeDifference(level);
            case RISK_DIFFERENCE_MIETTINEN_NURMINEN -> table.miettinenNurminenDifference(level);
            case CMH -> new MantelHaenszel(cells.values().stream().filter(c -> c[1] > 0 && c[3] > 0)
                    .map(c -> new TwoByTwo(c[0], c[1], c[2], c[3])).toList()).riskDifference(level);
            case LOGISTIC -> logistic(cells);
            default -> table.waldDifference(level);
        };
    }

    private EffectEstimate logistic(Map<Integer, double[]> cells) {
        List<double[]> rows = new ArrayList<>();
        List<Double> met = new ArrayList<>();
        List<Double> seen = new ArrayList<>();
        int stratum = 0;
        for (double[] c : cells.values()) {
            for (int side = 0; side < 4; side += 2) {
                if (c[side + 1] > 0) {
                    double[] row = new double[cells.size() + 1];
                    row[0] = 1;
                    row[1] = side == 0 ? 1 : 0;
                    if (stratum > 0) {
                        row[stratum + 1] = 1;
                    }
                    rows.add(row);
                    met.add(c[side]);
                    seen.add(c[side + 1]);
                }
            }
            stratum++;
        }
        double[][] terms = rows.toArray(double[][]::new);
        LogisticRegression fit = LogisticRegression.fit(terms, array(met), array(seen));
        return fit.penalised() ? fit.profile(terms, array(met), array(seen), 1, level) : fit.term(1, level);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// @param changes a subject each; not a number when it is missing
    EffectEstimate covariance(List<SubjectRecord> subjects, TrialEndpoint.Change endpoint, double[] changes) {
        int[] strata = subjects.stream().mapToInt(SubjectRecord::stratum).distinct().sorted().toArray();
        List<double[]> rows = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < changes.length; i++) {
            SubjectRecord s = subjects.get(i);
            if (!Double.isNaN(changes[i])) {
                double[] row = new double[strata.length + 2];
                row[0] = 1;
                row[1] = treated(s);
                row[2] = s.score(endpoint.score(), -1);
                int place = java.util.Arrays.binarySearch(strata, s.stratum());
                if (place > 0) {
                    row[place + 2] = 1;
                }
                rows.add(row);
                values.add(changes[i]);
            }
        }
        return LinearModel.fit(rows.toArray(double[][]::new), array(values)).term(1, level);
    }

    private EffectEstimate repeated(List<SubjectRecord> subjects, Outcome outcome, TrialEndpoint.Change endpoint) {
        int due = design.visitAt(endpoint.day());
        int visits = due + 1;
        List<RepeatedMeasures.Subject> data = new ArrayList<>();
        for (SubjectRecord s : subjects) {
            List<Integer> at = new ArrayList<>();
            List<double[]> rows = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            for (int v = 0; v < visits; v++) {
                double change = outcome.change(s, endpoint, v);
                if (!Double.isNaN(change)) {
                    double[] row = new double[2 * visits + 1];
                    row[v] = 1;
                    row[visits + v] = treated(s);
                    row[2 * visits] = s.score(endpoint.score(), -1);
                    at.add(v);
                    rows.add(row);
                    values.add(change);
                }
            }
            if (!at.isEmpty()) {
                data.add(new RepeatedMeasures.Subject(at.stream().mapToInt(i -> i).toArray(),
                        rows.toArray(double[][]::new), array(values)));
            }
        }
        double[] weights = new double[2 * visits + 1];
        weights[visits + due] = 1;
        return MixedModel.fit(new RepeatedMeasures(visits, data)).contrast(weights, level);
    }

    private EffectEstimate time(List<SubjectRecord> subjects, Outcome outcome, TrialEndpoint.Time endpoint) {
        List<CensoredInterval> intervals = new ArrayList<>();
        List<double[]> arms = new ArrayList<>();
        for (SubjectRecord s : subjects) {
            outcome.time(s, endpoint).ifPresent(interval -> {
                intervals.add(interval);
                arms.add(new double[]{treated(s)});
            });
        }
        if (hypothesis.estimand().analysis() == AnalysisMethod.WEIBULL) {
            double[][] rows = arms.stream().map(a -> new double[]{1, a[0]}).toArray(double[][]::new);
            return weibull(intervals, rows);
        }
        List<TimeToEvent> times = intervals.stream().map(i -> Double.isFinite(i.right())
                ? new TimeToEvent(i.right(), true)
                : new TimeToEvent(i.left(), false)).toList();
        if (hypothesis.estimand().analysis() == AnalysisMethod.COX) {
            return CoxModel.fit(times, arms.toArray(double[][]::new)).term(0, level);
        }
        return logRank(times, arms);
    }

    /// By the likelihood ratio, which holds its level where few have an event. Without an event in an arm the test holds and the ratio
    /// of times is not known.
    private EffectEstimate weibull(List<CensoredInterval> intervals, double[][] rows) {
        EffectEstimate fit = WeibullModel.fit(intervals, rows).profile(intervals, rows, 1, level);
        return Double.isInfinite(fit.lower()) || Double.isInfinite(fit.upper())
                ? new EffectEstimate(Double.NaN, Double.NaN, fit.lower(), fit.upper(), level, fit.p())
                : fit;
    }

    /// The test holds where no hazard ratio can be estimated; such a trial counts as a failed analysis and never as a success.
    private EffectEstimate logRank(List<TimeToEvent> times, List<double[]> arms) {
        List<TimeToEvent> treated = new ArrayList<>();
        List<TimeToEvent> controls = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            (arms.get(i)[0] > 0 ? treated : controls).add(times.get(i));
        }
        LogRank test = LogRank.of(List.of(new LogRank.Stratum(treated, controls)));
        try {
            EffectEstimate cox = CoxModel.fit(times, arms.toArray(double[][]::new)).term(0, level);
            return new EffectEstimate(cox.value(), cox.error(), cox.lower(), cox.upper(), level, test.p());
        } catch (AnalysisException e) {
            return new EffectEstimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN, level, test.p());
        }
    }
}
