package propria.trial.design;

import java.util.List;
import propria.trial.score.ClinicalScore;

/// What a patient must have, as read at a visit before baseline: the reading is noisy, so those who enter are on average less
/// ill at baseline than they were at screening (regression to the mean).
///
/// @param criteria all of which must hold
public record Screening(List<Criterion> criteria) {

    public Screening {
        criteria = List.copyOf(criteria);
    }

    /// A score within a range, ends included.
    public record Criterion(ClinicalScore score, double low, double high) {
    }
}
