package propria.trial.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import propria.trial.analysis.AnalysisException;
import propria.trial.analysis.Distributions;
import propria.trial.analysis.EffectEstimate;
import propria.trial.analysis.multiplicity.AdjustedP;
import propria.trial.analysis.multiplicity.TestGraph;
import propria.trial.analysis.sequential.GroupSequential;
import propria.trial.conduct.SimulatedTrial;
import propria.trial.conduct.SubjectRecord;
import propria.trial.design.LookPlan;
import propria.trial.design.TrialDesign;
import propria.trial.design.TrialEndpoint;
import propria.trial.score.ClinicalScore;

/// Reads a trial: analyses every hypothesis, looks before the end, shares alpha.
public final class TrialReading {

    private final TrialDesign design;
    private final List<Hypothesis> hypotheses;
    private final Optional<GroupSequential> boundaries;

    /// @param design may have other endpoints than those for which the trials were simulated
    public TrialReading(TrialDesign design) {
        this.design = design;
        this.hypotheses = Hypothesis.of(design);
        this.boundaries = design.looks().map(plan -> GroupSequential.spending(plan.spending(), design.alpha() / 2,
                plan.information(), futility(plan)));
    }

    private static List<Double> futility(LookPlan plan) {
        if (plan.futility().isEmpty()) {
            return List.of();
        }
        List<Double> all = new ArrayList<>(plan.futility());
        all.add(Double.NEGATIVE_INFINITY);
        return all;
    }

    /// The design.
    public TrialDesign design() {
        return design;
    }

    /// The scores that are read.
    public Set<ClinicalScore> needed() {
        Set<ClinicalScore> needed = new TreeSet<>();
        for (TrialEndpoint endpoint : design.endpoints()) {
            if (endpoint instanceof TrialEndpoint.Change change) {
                needed.add(change.score());
            }
        }
        return needed;
    }

    /// The hypotheses, in order.
    public List<Hypothesis> hypotheses() {
        return hypotheses;
    }

    /// The boundaries of looks.
    public Optional<GroupSequential> boundaries() {
        return boundaries;
    }

    /// What the first patients of a trial say.
    ///
    /// @param patients how many of them
    public List<TrialRow> rows(SimulatedTrial trial, int patients) {
        List<SubjectRecord> subjects = trial.subjects().subList(0, patients);
        EffectEstimate[] estimates = new EffectEstimate[hypotheses.size()];
        double[] p = new double[estimates.length];
        int[] looks = new int[estimates.length];
        for (int h = 0; h < estimates.length; h++) {
            estimates[h] = estimate(hypotheses.get(h), subjects, trial.number());
            p[h] = Double.isNaN(estimates[h].p()) ? 1 : estimates[h].p();
            if (boundaries.isPresent() && hypotheses.get(h).estimand().equals(design.estimands().getFirst())) {
                looks[h] = look(hypotheses.get(h), subjects, trial.number(), boundaries.get());
                p[h] = looks[h] > 0 ? 0 : 1;
                looks[h] = looks[h] == 0 ? design.looks().orElseThrow().information().size() : looks[h];
            }
        }
        double[] adjusted = adjusted(p);
        SharedVariance shared = new SharedVariance(design);
        List<TrialRow> rows = new ArrayList<>();
        for (int h = 0; h < estimates.length; h++) {
            EffectEstimate e = estimates[h];
            boolean better = e.value() * hypotheses.get(h).better(design) > 0;
            rows.add(new TrialRow(trial.number(), trial.draw(), patients, h, e.value(), e.error(), e.lower(), e.upper(),
                    Double.isNaN(e.p()) ? 1 : e.p(), adjusted[h], adjusted[h] <= design.alpha(), better, looks[h],
                    shared.centres(hypotheses.get(h), subjects), shared.lots(hypotheses.get(h), subjects)));
        }
        return rows;
    }

    private EffectEstimate estimate(Hypothesis hypothesis, List<SubjectRecord> subjects, int trial) {
        try {
            return new EstimandAnalysis(design, hypothesis, 1 - design.alpha(), trial).of(subjects);
        } catch (AnalysisException e) {
            return new EffectEstimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 1 - design.alpha(), Double.NaN);
        }
    }

    /// The look at which the trial stops for efficacy (either way, as the test is two-sided), from 1; 0 when it never does; the
    /// negative of the look at which it stops for futility.
    private int look(Hypothesis hypothesis, List<SubjectRecord> subjects, int trial, GroupSequential plan) {
        for (int k = 0; k < plan.information().size(); k++) {
            int count = (int) StrictMath.rint(plan.information().get(k) * subjects.size());
            EffectEstimate e = estimate(hypothesis, subjects.subList(0, count), trial);
            double size = Double.isNaN(e.p()) || e.p() >= 1 ? 0 : -Distributions.quantile(e.p() / 2);
            double z = e.value() * hypothesis.better(design) > 0 ? size : -size;
            if (StrictMath.abs(z) >= plan.efficacy().get(k)) {
                return k + 1;
            }
            if (z < plan.futility().get(k)) {
                return -(k + 1);
            }
        }
        return 0;
    }

    private double[] adjusted(double[] p) {
        return switch (design.multiplicity().procedure()) {
            case NONE -> p.clone();
            case BONFERRONI -> AdjustedP.bonferroni(p);
            case HOLM -> AdjustedP.holm(p);
            case HOCHBERG -> AdjustedP.hochberg(p);
            case FIXED_SEQUENCE -> AdjustedP.fixedSequence(p);
            case GRAPH -> new TestGraph(
                    design.multiplicity().weights().stream().mapToDouble(Double::doubleValue).toArray(),
                    design.multiplicity().transitions().stream()
                            .map(r -> r.stream().mapToDouble(Double::doubleValue).toArray()).toArray(double[][]::new))
                    .adjusted(p);
        };
    }

    /// Sizes at which trials are read, ascending, the whole last.
    public List<Integer> sizes() {
        return Arrays.stream(java.util.stream.IntStream.concat(
                design.sizes().stream().mapToInt(Integer::intValue), java.util.stream.IntStream.of(design.patients()))
                .distinct().sorted().toArray()).boxed().toList();
    }
}
