package propria.inference.prediction;

import java.util.Map;

/// One set of parameters from prior or posterior.
///
/// @param values the parameters of the model that differ from its own, by id
/// @param effects how the model's changes become those of studies
public record Draw(Map<String, Double> values, EffectModel effects) {

    public Draw {
        values = Map.copyOf(values);
    }
}
