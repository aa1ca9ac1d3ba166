package propria.trial.patient;

import java.util.Optional;
import propria.model.problem.SourceLocation;

/// What a trait of a patient does to a parameter of the model: the parameter is multiplied by `factor` to the power of the
/// trait, so by the factor where a share is 1 and not at all where it is 0.
///
/// @param trait such as a therapy in the background
/// @param parameter its id in the model
/// @param source the claim that it rests on; assumed without one
public record TraitEffect(String trait, String parameter, double factor, Optional<String> source,
        SourceLocation place) {

    /// What the parameter is multiplied by.
    public double times(double value) {
        return StrictMath.pow(factor, value);
    }
}
