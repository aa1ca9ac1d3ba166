package propria.trial.design;

import java.util.List;
import propria.trial.score.ClinicalRule;
import propria.trial.score.ClinicalScore;
import propria.trial.score.Endoscopy;

/// What is read of a patient.
public sealed interface TrialEndpoint {

    /// Its name in the design.
    String id();

    /// A rule that is met or not.
    ///
    /// @param days at each of which it must be met
    record Binary(String id, ClinicalRule rule, List<Double> days, Endoscopy.Reader reader) implements TrialEndpoint {
        public Binary {
            days = List.copyOf(days);
        }
    }

    /// The change of a score since baseline.
    record Change(String id, ClinicalScore score, double day) implements TrialEndpoint {
    }

    /// When a rule is first met, or, of those who meet it, when it no longer is: known to lie between two visits.
    ///
    /// @param loss whether the loss is the event
    record Time(String id, ClinicalRule rule, boolean loss, Endoscopy.Reader reader) implements TrialEndpoint {
    }
}
