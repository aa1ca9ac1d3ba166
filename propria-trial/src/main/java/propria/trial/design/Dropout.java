package propria.trial.design;

import java.util.Optional;
import propria.trial.score.ClinicalScore;

/// Who leaves a trial: a constant hazard, larger in those who have not improved.
///
/// @param perWeek hazard [1/week]
/// @param informative what raises it
public record Dropout(double perWeek, Optional<Informative> informative) {

    /// @param score that should have fallen since baseline
    /// @param by how much
    /// @param factor of the hazard in those in whom it has not
    public record Informative(ClinicalScore score, double by, double factor) {
    }
}
