package propria.evidence.policy;

import java.util.Optional;
import propria.evidence.ParameterEvidence;
import propria.model.problem.Problem;

/// What a study does with one number whose sources call for something.
///
/// @param number the number with its sources
/// @param treatment what holds for it after sources that do not count are left out
/// @param message a warning that a report shows, or the error that stops the study
public record Decision(ParameterEvidence number, Treatment treatment, Optional<Problem> message) {

    /// By how much the width of its prior is multiplied; 1 when it is left as it is.
    public double inflate() {
        return treatment instanceof Treatment.Widen widen ? widen.factor() : 1;
    }

    /// Whether the study must show how much its answer depends on the number.
    public boolean needsSensitivity() {
        return treatment instanceof Treatment.Widen widen && widen.sensitivity();
    }
}
