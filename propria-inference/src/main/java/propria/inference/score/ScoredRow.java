package propria.inference.score;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import propria.inference.design.RowDesign;
import propria.inference.prediction.Predictor;
import propria.inference.prediction.Rival;
import propria.inference.prediction.RowPrediction;
import propria.inference.prediction.RowPrediction.Direction;
import propria.inference.prediction.RowPrediction.Value;
import propria.inference.table.EvidenceRow;

/// A row with its prediction, or the reason why there is none.
///
/// @param use whether and how the calibration knows the row
/// @param reason why it is not predicted; empty when it is
/// @param group what its arm is; empty when it is not predicted
/// @param prediction of the model; absent when there is none
/// @param assumed what the table does not say of its design, and what was taken instead
/// @param logScores the natural logarithm of the predicted probability or density of what was observed, by rival
public record ScoredRow(EvidenceRow row, Use use, String reason, String group,
        java.util.Optional<RowPrediction> prediction, Map<String, String> assumed, Map<Rival, Double> logScores) {

    /// The levels at which the distribution of a number is written.
    public static final List<Double> LEVELS = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    /// What the calibration has to do with a row.
    public enum Use {
        /// It was fitted.
        CALIBRATION,
        /// The calibration knows it, and leaves it out by its rules.
        EXCLUDED,
        /// It is new.
        HELD_OUT
    }

    public ScoredRow {
        logScores = Map.copyOf(logScores);
    }

    /// A row that is not predicted.
    public static ScoredRow refused(EvidenceRow row, Use use, String reason) {
        return new ScoredRow(row, use, reason, "", java.util.Optional.empty(), Map.of(), Map.of());
    }

    /// A row with the predictions of all rivals.
    public static ScoredRow of(RowDesign design, Use use, Predictor.Trained trained) {
        Map<Rival, Double> scores = new EnumMap<>(Rival.class);
        double observed = design.row().mean().orElseThrow();
        for (Rival rival : Rival.values()) {
            scores.put(rival, trained.predict(design, rival).logScore(observed));
        }
        return new ScoredRow(design.row(), use, "", design.group().name().toLowerCase(java.util.Locale.ROOT),
                java.util.Optional.of(trained.predict(design, Rival.MODEL)), design.assumed(), scores);
    }

    /// Whether it is predicted.
    public boolean isSupported() {
        return prediction.isPresent();
    }

    /// Whether a central interval holds what was observed.
    boolean holds(double low, double high) {
        if (prediction.orElse(null) instanceof Value(var distribution)) {
            double observed = row.mean().orElseThrow();
            return distribution.quantile(low) <= observed && observed <= distribution.quantile(high);
        }
        return false;
    }

    /// Whether the most probable direction was found.
    boolean isRight() {
        if (prediction.orElse(null) instanceof Direction(var lower, var equal, var higher)) {
            double observed = row.mean().orElseThrow();
            double most = StrictMath.max(lower, StrictMath.max(equal, higher));
            return most == (observed < 0 ? lower : observed > 0 ? higher : equal);
        }
        return false;
    }

    /// Whether the predicted value is a number.
    boolean isNumber() {
        return prediction.orElse(null) instanceof Value;
    }

    /// By how much the model is ahead of a rival.
    double gain(Rival rival) {
        return logScore(Rival.MODEL) - logScore(rival);
    }

    /// The log score of a rival; not a number where the row is not predicted.
    public double logScore(Rival rival) {
        return logScores.getOrDefault(rival, Double.NaN);
    }
}
