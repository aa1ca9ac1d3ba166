package propria.formats.sbml.comp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.formats.sbml.xml.XmlElement;

/// The conversion factor of each species: its own, else that of the model which it is defined in.
final class FactorsOfSpecies {

    private final Map<XmlElement, String> factors = new HashMap<>();

    FactorsOfSpecies(List<Instance> instances) {
        for (Instance instance : instances) {
            Optional<String> common = instance.model().attribute("conversionFactor");
            species(instance).forEach(species -> species.attribute("conversionFactor").or(() -> common)
                    .ifPresent(id -> factors.put(species, id)));
        }
    }

    private static List<XmlElement> species(Instance instance) {
        return instance.model().elements().stream().filter(list -> list.name().equals("listOfSpecies"))
                .flatMap(list -> list.elements().stream()).toList();
    }

    /// The parameter, by its name in the instance of the species.
    Optional<String> of(XmlElement species) {
        return Optional.ofNullable(factors.get(species));
    }

    /// Writes the factor of each species of an instance at the species itself.
    void stateAt(Instance instance) {
        species(instance).forEach(species -> of(species).ifPresent(id -> species.set("conversionFactor", id)));
    }
}
