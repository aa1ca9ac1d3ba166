package propria.trial.clinical.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import propria.inference.parallel.Workers;
import propria.inference.sample.ParetoSmoothing;
import propria.inference.score.ScoredRow.Use;
import propria.trial.clinical.calibration.FittedTrials.Effort;
import propria.trial.clinical.design.Observed;
import propria.trial.clinical.design.RowPlan;
import propria.trial.clinical.design.Unpredictable;
import propria.trial.clinical.forecast.Forecaster;
import propria.trial.clinical.response.ResponseDraws;
import propria.trial.clinical.response.ResponseLayout;
import propria.trial.clinical.response.ResponsePosterior;
import propria.trial.clinical.response.ResponsePosterior.Seen;
import propria.trial.clinical.score.ScoredOutcome;
import propria.trial.clinical.table.ClinicalRow;

/// Every trial predicted by a calibration that has never seen it, nor another trial of its patients: the draws of the whole
/// calibration are weighted by one over the likelihood of the trial (Pareto-smoothed importance sampling, Vehtari, Gelman
/// & Gabry 2017, doi:10.1007/s11222-016-9696-4); where the weights cannot be trusted, the calibration is made again without
/// the trial.
///
/// @param rows in the order of the table
/// @param shapes of the tails of weights, by trial
/// @param refitted trials without which the calibration was made again
public record LeaveOneTrialOut(List<ScoredOutcome> rows, Map<String, Double> shapes, List<String> refitted) {

    /// What comes of one trial.
    private record Left(List<ScoredOutcome> rows, String cluster, double shape, boolean refitted) {
    }

    /// The rows that a person read in their source, of trials whose numbers nobody doubts.
    ///
    /// @param whole the calibration on all trials
    /// @param effort of a calibration that is made again; its threads work on trials
    /// @param progress hears how many trials are done
    public static LeaveOneTrialOut of(TrialCalibration calibration, FittedTrials whole, Effort effort,
            IntConsumer progress) {
        Map<String, List<RowPlan>> trials = new LinkedHashMap<>();
        calibration.plans().values().stream().filter(plan -> isSound(plan, calibration))
                .forEach(plan -> trials.computeIfAbsent(plan.trial().cluster(), _ -> new ArrayList<>()).add(plan));
        Map<ClinicalRow, ScoredOutcome> scored = new LinkedHashMap<>();
        Map<String, Double> shapes = new LinkedHashMap<>();
        List<String> refitted = new ArrayList<>();
        for (Left left : Workers.map(List.copyOf(trials.entrySet()), effort.threads(),
                trial -> without(trial.getKey(), trial.getValue(), calibration, whole, effort), progress)) {
            left.rows.forEach(row -> scored.put(row.row(), row));
            shapes.put(left.cluster, left.shape);
            if (left.refitted) {
                refitted.add(left.cluster);
            }
        }
        return new LeaveOneTrialOut(
                calibration.plans().keySet().stream().filter(scored::containsKey).map(scored::get).toList(), shapes,
                refitted);
    }

    private static boolean isSound(RowPlan plan, TrialCalibration calibration) {
        return plan.row().isSeen() && plan.trial().trials() == 1
                && !calibration.evidence().trial(plan.row()).isFlagged();
    }

    private static Left without(String cluster, List<RowPlan> plans, TrialCalibration calibration,
            FittedTrials whole, Effort effort) {
        List<Seen> others = calibration.fitted().stream()
                .filter(seen -> !seen.plan().trial().cluster().equals(cluster)).toList();
        ResponseLayout layout = new ResponseLayout(calibration.baselines(), calibration.prior(), List.of());
        ResponsePosterior all = new ResponsePosterior(layout, calibration.fitted());
        ParetoSmoothing weights = ParetoSmoothing.leavingOut(
                whole.draws().points().stream().mapToDouble(point -> all.marginal(cluster, point)).toArray());
        boolean again = weights.kHat() > ParetoSmoothing.threshold(whole.draws().size());
        List<double[]> points = again
                ? FittedTrials.of(calibration.baselines(), calibration.prior(), others, effort.alone()).draws().points()
                : resampled(whole.draws().points(), weights.logWeights(), effort.kept());
        Forecaster forecaster = calibration.forecaster(
                new FittedTrials(new ResponseDraws(layout, DrawsFile.repeated(points), effort.seed()), 0, 0, 0),
                others);
        List<ScoredOutcome> rows = new ArrayList<>();
        for (RowPlan plan : plans) {
            try {
                rows.add(ScoredOutcome.of(plan, Use.HELD_OUT, Observed.of(plan), forecaster));
            } catch (Unpredictable refusal) {
                rows.add(ScoredOutcome.refused(plan.row(), Use.HELD_OUT, refusal.reason()));
            }
        }
        return new Left(rows, cluster, weights.kHat(), again);
    }

    /// Systematic resampling: each point as often as its weight says, to the nearest whole number.
    static List<double[]> resampled(List<double[]> points, double[] logWeights, int number) {
        List<double[]> drawn = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < logWeights.length; i++) {
            sum += StrictMath.exp(logWeights[i]);
            while (drawn.size() < number && (drawn.size() + 0.5) / number <= sum) {
                drawn.add(points.get(i));
            }
        }
        return drawn;
    }
}
