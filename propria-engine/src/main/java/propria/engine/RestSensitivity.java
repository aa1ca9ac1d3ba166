package propria.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A state of rest with its derivatives.
///
/// @param states the value of each state, as its id means it in formulas
/// @param derivatives of each state, one a direction
public record RestSensitivity(Map<String, Double> states, Map<String, List<Double>> derivatives) {
    public RestSensitivity {
        states = Map.copyOf(states);
        derivatives = Map.copyOf(derivatives);
    }

    /// The directions of a simulation that begins at rest: as those by which the rest was derived, with the states moving.
    ///
    /// @param directions in the order of the derivatives
    public List<Direction> from(List<Direction> directions) {
        List<Direction> moving = new ArrayList<>();
        for (Direction direction : directions) {
            int place = moving.size();
            Map<String, Double> seeds = new HashMap<>(direction.seeds());
            derivatives.forEach((state, gradient) -> seeds.put(state, gradient.get(place)));
            moving.add(new Direction(direction.name(), direction.scale(), seeds));
        }
        return List.copyOf(moving);
    }
}
