package propria.inference.petab.simulate;

import java.util.Map;
import propria.model.expression.Environment;

/// Numbers by name at a time.
///
/// @param numbers those known; others are not numbers
public record Values(Map<String, Double> numbers, double time) implements Environment {

    @Override
    public double value(String id) {
        return numbers.getOrDefault(id, Double.NaN);
    }
}
