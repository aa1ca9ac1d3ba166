package propria.trial.clinical.score;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.inference.score.ScoredRow.Use;
import propria.trial.clinical.design.RowPlan;
import propria.trial.clinical.design.RowPlan.Role;
import propria.trial.clinical.forecast.AssumedEffect;
import propria.trial.clinical.forecast.Forecast;
import propria.trial.clinical.forecast.Forecaster;
import propria.trial.clinical.table.ClinicalRow;
import propria.trial.clinical.vocabulary.EndpointTerm.Kind;

/// A row of a clinical table with its prediction, or the reason why there is none.
///
/// @param use whether and how the calibration knows the row
/// @param reason why it is not predicted; empty when it is
/// @param plan what it asks for; absent when that cannot be read
/// @param forecast what the model predicts; absent when it does not
/// @param seen what was seen, in the unit of the forecast; not a number when the table does not say
/// @param logScores by what the effect is taken to be
public record ScoredOutcome(ClinicalRow row, Use use, String reason, Optional<RowPlan> plan,
        Optional<Forecast> forecast, double seen, Map<AssumedEffect, Double> logScores) {

    /// The levels at which a distribution is written.
    public static final List<Double> LEVELS = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    public ScoredOutcome {
        logScores = Map.copyOf(logScores);
    }

    /// A row that is not predicted.
    public static ScoredOutcome refused(ClinicalRow row, Use use, String reason) {
        return new ScoredOutcome(row, use, reason, Optional.empty(), Optional.empty(), Double.NaN, Map.of());
    }

    /// A row with the scores of all assumptions.
    public static ScoredOutcome of(RowPlan plan, Use use, double seen, Forecaster forecaster) {
        Map<AssumedEffect, Double> scores = new EnumMap<>(AssumedEffect.class);
        Forecast model = forecaster.of(plan, AssumedEffect.ESTIMATED);
        if (Double.isNaN(seen)) {
            return new ScoredOutcome(plan.row(), use, "", Optional.of(plan), Optional.of(model), seen, scores);
        }
        boolean same = plan.arm().role() == Role.CONTROL || plan.arm().role() == Role.SURGERY;
        for (AssumedEffect assumed : AssumedEffect.values()) {
            boolean estimated = same || assumed == AssumedEffect.ESTIMATED;
            scores.put(assumed, (estimated ? model : forecaster.of(plan, assumed)).logScore(seen));
        }
        return new ScoredOutcome(plan.row(), use, "", Optional.of(plan), Optional.of(model), seen, scores);
    }

    /// Whether it is predicted.
    public boolean isSupported() {
        return forecast.isPresent();
    }

    /// Whether it is predicted and the table says what was seen.
    public boolean isScored() {
        return isSupported() && !Double.isNaN(seen);
    }

    /// What its arm is: `control`, `treated`, `effect`, or `start` for a number before treatment; empty when unknown.
    public String group() {
        return plan.map(ScoredOutcome::group).orElse("");
    }

    private static String group(RowPlan plan) {
        if (plan.outcome().kind() == Kind.LEVEL && plan.outcome().week() <= 0) {
            return "start";
        }
        return switch (plan.arm().role()) {
            case ACTIVE -> "treated";
            case CONTROL, SURGERY -> "control";
            case CONTRAST -> "effect";
        };
    }

    /// The natural logarithm of the predicted probability or density of what was seen; not a number when refused.
    public double logScore(AssumedEffect assumed) {
        return logScores.getOrDefault(assumed, Double.NaN);
    }

    /// By how much the model is ahead.
    double gain(AssumedEffect rival) {
        return logScore(AssumedEffect.ESTIMATED) - logScore(rival);
    }

    /// Whether a central interval holds what was seen.
    boolean holds(double low, double high) {
        return forecast.filter(f -> f.quantile(low) <= seen + 1e-6 && seen - 1e-6 <= f.quantile(high)).isPresent();
    }

    /// Trials of the same patients have the same.
    String cluster() {
        return plan.map(p -> p.trial().cluster()).orElse(row.trial());
    }
}
