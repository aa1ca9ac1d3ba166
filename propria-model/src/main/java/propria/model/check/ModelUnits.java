package propria.model.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import propria.model.Compartment;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Species;
import propria.model.unit.Unit;
import propria.model.unit.Units;

/// The unit of every quantity that a model defines, as far as it is stated.
final class ModelUnits {

    private final Model model;
    private final Units units;
    private final Map<String, Unit> byId = new HashMap<>();
    private final Map<String, Unit> amountById = new HashMap<>();
    private final Map<String, Double> constants = new HashMap<>();

    ModelUnits(Model model) {
        this.model = model;
        this.units = new Units(model.units());
        Map<String, Unit> sizes = new HashMap<>();
        for (Compartment compartment : model.compartments()) {
            size(compartment).ifPresent(unit -> sizes.put(compartment.id(), unit));
        }
        byId.putAll(sizes);
        for (Species species : model.species()) {
            amount(species).ifPresent(unit -> amountById.put(species.id(), unit));
            value(species, sizes).ifPresent(unit -> byId.put(species.id(), unit));
        }
        for (Parameter parameter : model.parameters()) {
            parameter.unit().flatMap(units::find).ifPresent(unit -> byId.put(parameter.id(), unit));
            if (parameter.constant() && parameter.value().isPresent()) {
                constants.put(parameter.id(), parameter.value().getAsDouble());
            }
        }
        model.initialAssignments().forEach(start -> constants.remove(start.variable()));
        for (Reaction reaction : model.reactions()) {
            speed().ifPresent(unit -> byId.put(reaction.id(), unit));
            Stream.concat(reaction.reactants().stream(), reaction.products().stream())
                    .forEach(reference -> reference.id().ifPresent(id -> byId.put(id, Unit.DIMENSIONLESS)));
        }
    }

    /// The units that the model can name.
    Units units() {
        return units;
    }

    /// The unit of a quantity in formulas.
    Optional<Unit> of(String id, List<Parameter> locals) {
        for (Parameter local : locals) {
            if (local.id().equals(id)) {
                return local.unit().flatMap(units::find);
            }
        }
        return Optional.ofNullable(byId.get(id));
    }

    /// The value of a parameter that never changes.
    OptionalDouble constant(String id, List<Parameter> locals) {
        for (Parameter local : locals) {
            if (local.id().equals(id)) {
                return local.value();
            }
        }
        Double value = constants.get(id);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /// The unit of time.
    Optional<Unit> time() {
        return standard(Model.UnitRole.TIME);
    }

    /// The unit of the extent of reactions; where none is stated, that of substance.
    Optional<Unit> extent() {
        return standard(Model.UnitRole.EXTENT).or(() -> standard(Model.UnitRole.SUBSTANCE));
    }

    /// The unit of rate laws.
    Optional<Unit> speed() {
        return extent().flatMap(extent -> time().map(extent::over));
    }

    /// The unit of the amount of a species.
    Optional<Unit> amount(String species) {
        return Optional.ofNullable(amountById.get(species));
    }

    private Optional<Unit> standard(Model.UnitRole role) {
        return Optional.ofNullable(model.defaults().get(role)).flatMap(units::find);
    }

    private Optional<Unit> size(Compartment compartment) {
        if (compartment.unit().isPresent()) {
            return units.find(compartment.unit().get());
        }
        if (compartment.dimensions() == 3) {
            return standard(Model.UnitRole.VOLUME);
        }
        if (compartment.dimensions() == 2) {
            return standard(Model.UnitRole.AREA);
        }
        if (compartment.dimensions() == 1) {
            return standard(Model.UnitRole.LENGTH);
        }
        return compartment.dimensions() == 0 ? Optional.of(Unit.DIMENSIONLESS) : Optional.empty();
    }

    private Optional<Unit> amount(Species species) {
        return species.unit().isPresent() ? units.find(species.unit().get()) : standard(Model.UnitRole.SUBSTANCE);
    }

    private Optional<Unit> value(Species species, Map<String, Unit> sizes) {
        Optional<Unit> amount = amount(species);
        return species.substanceOnly()
                ? amount
                : amount.flatMap(unit -> Optional.ofNullable(sizes.get(species.compartment())).map(unit::over));
    }
}
