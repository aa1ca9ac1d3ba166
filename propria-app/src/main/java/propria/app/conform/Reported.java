package propria.app.conform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import propria.engine.Trajectory;
import propria.model.Compartment;
import propria.model.Model;
import propria.model.Species;

/// How a reported quantity follows from what the engine records.
///
/// @param factor a compartment to multiply by
/// @param divisor a compartment to divide by
public record Reported(String id, Optional<String> factor, Optional<String> divisor) {

    public static Reported of(String id, CaseSettings settings, Model model) {
        Optional<Species> species = model.species().stream().filter(s -> s.id().equals(id)).findFirst();
        Optional<Compartment> home = species.flatMap(s -> model.compartments().stream()
                .filter(c -> c.id().equals(s.compartment())).findFirst()).filter(c -> c.dimensions() != 0);
        boolean isAmount = species.isPresent() && (species.get().substanceOnly() || home.isEmpty());
        boolean multiply = settings.amount().contains(id) && !isAmount;
        boolean divide = settings.concentration().contains(id) && isAmount;
        Optional<String> compartment = home.map(Compartment::id);
        return new Reported(id, multiply ? compartment : Optional.empty(), divide ? compartment : Optional.empty());
    }

    public List<String> outputs() {
        return Stream.of(Optional.of(id), factor, divisor).flatMap(Optional::stream).toList();
    }

    public double value(Trajectory course, int row) {
        double value = course.value(row, course.outputs().indexOf(id));
        if (factor.isPresent()) {
            return value * course.value(row, course.outputs().indexOf(factor.get()));
        }
        return divisor.isPresent() ? value / course.value(row, course.outputs().indexOf(divisor.get())) : value;
    }
}
