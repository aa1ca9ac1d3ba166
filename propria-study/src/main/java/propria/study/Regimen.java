package propria.study;

import java.util.List;
import propria.model.problem.SourceLocation;
import propria.study.quantity.Quantity;

/// A product given one or several times.
///
/// @param amount of each dose, as typed
/// @param at when a dose begins [d]
/// @param over how long a dose takes [d]; zero for a bolus
public record Regimen(Product product, Quantity amount, Route route, List<Double> at, double over,
        SourceLocation place) {

    public Regimen {
        at = List.copyOf(at);
    }
}
