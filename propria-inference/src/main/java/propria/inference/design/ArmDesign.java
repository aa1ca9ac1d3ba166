package propria.inference.design;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is done to the subjects of one arm. Two arms of equal design have the same course.
///
/// @param population the id in the library
/// @param exposures what makes them ill, in order of time
/// @param dosing what they are given
public record ArmDesign(String population, List<Exposure> exposures, Optional<Dosing> dosing) {

    public ArmDesign {
        exposures = List.copyOf(exposures);
    }

    /// An insult from one day to another.
    ///
    /// @param from its start [d]
    /// @param to its end [d]
    public record Exposure(String insult, double level, double from, double to) {
    }

    /// A product given on some days.
    ///
    /// @param product the id in the library; empty for one that does not act
    /// @param amount of each dose, in `unit`
    /// @param days when [d]
    /// @param lost the values of the model that the product or the host has lost
    public record Dosing(String product, double amount, String unit, String route, List<Double> days,
            Map<String, Double> lost) {

        public Dosing {
            days = List.copyOf(days);
            lost = Map.copyOf(lost);
        }

        /// Of a control that is given like a product and does not act.
        static Dosing inert(String route, List<Double> days) {
            return new Dosing("", 0, "", route, days, Map.of());
        }

        /// Whether it does not act.
        boolean isInert() {
            return product.isEmpty();
        }
    }

    /// The same without treatment.
    public ArmDesign untreated() {
        return new ArmDesign(population, exposures, Optional.empty());
    }

    /// The same, without a treatment that does not act.
    ArmDesign acting() {
        return dosing.filter(Dosing::isInert).isPresent() ? untreated() : this;
    }

    /// The same without what makes ill and without treatment.
    public ArmDesign healthy() {
        return new ArmDesign(population.equals("il10-knockout") ? "wild-type" : population, List.of(),
                Optional.empty());
    }

    /// The same with another treatment.
    public ArmDesign with(Dosing other) {
        return new ArmDesign(population, exposures, Optional.of(other));
    }
}
