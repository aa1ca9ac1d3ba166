package propria.trial.score.clinic;

import java.util.function.ToDoubleFunction;

/// A patient at one moment, before anybody reads anything.
///
/// @param state values of the model by id
/// @param trait what the patient has beside the model by name; 0 for what is not known
/// @param days since treatment began; negative before it
public record Latent(ToDoubleFunction<String> state, ToDoubleFunction<String> trait, double days) {

    /// A value of the model.
    public double of(String id) {
        return state.applyAsDouble(id);
    }

    /// A trait.
    public double has(String name) {
        return trait.applyAsDouble(name);
    }
}
