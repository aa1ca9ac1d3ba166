package propria.evidence.proposal;

import java.util.Map;
import java.util.Optional;
import propria.evidence.unit.ClaimUnit;
import propria.model.Parameter;
import propria.model.unit.Units;

/// The units of a model's numbers in the form in which claims are compared.
final class ModelUnits {

    private ModelUnits() {
    }

    static Optional<ClaimUnit> of(Parameter parameter, Units units) {
        return parameter.unit().flatMap(units::find).map(unit -> new ClaimUnit(unit, Map.of()));
    }
}
