package propria.formats.sbml.read;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sbml.jsbml.Model;
import org.sbml.jsbml.QuantityWithUnit;
import propria.formats.sbml.xml.XmlElement;
import propria.model.Compartment;
import propria.model.Parameter;
import propria.model.Species;
import propria.model.Species.InitialKind;

/// Compartments, species and parameters.
final class Quantities {

    private final Model model;
    private final Source source;

    Quantities(Model model, Source source) {
        this.model = model;
        this.source = source;
    }

    List<Compartment> compartments() {
        return model.getListOfCompartments().stream().map(this::compartment).toList();
    }

    private Compartment compartment(org.sbml.jsbml.Compartment c) {
        XmlElement text = source.named("compartment", c.getId());
        boolean stated = c.getLevel() < 3 || c.isSetSpatialDimensions();
        return new Compartment(c.getId(), stated ? c.getSpatialDimensions() : 3,
                c.isSetSize() ? OptionalDouble.of(c.getSize()) : OptionalDouble.empty(), c.getConstant(),
                unit(c.isSetUnits(), c.getUnits()), Descriptions.of(c, text), text.place());
    }

    List<Species> species() {
        return model.getListOfSpecies().stream().map(this::species).toList();
    }

    private Species species(org.sbml.jsbml.Species s) {
        XmlElement text = source.named("species", s.getId());
        OptionalDouble initial = OptionalDouble.empty();
        InitialKind kind = s.getHasOnlySubstanceUnits() ? InitialKind.AMOUNT : InitialKind.CONCENTRATION;
        if (s.isSetInitialAmount()) {
            initial = OptionalDouble.of(s.getInitialAmount());
            kind = InitialKind.AMOUNT;
        } else if (s.isSetInitialConcentration()) {
            initial = OptionalDouble.of(s.getInitialConcentration());
            kind = InitialKind.CONCENTRATION;
        }
        return new Species(s.getId(), s.getCompartment(), initial, kind, s.getHasOnlySubstanceUnits(),
                s.getBoundaryCondition(), s.getConstant(), unit(s.isSetSubstanceUnits(), s.getSubstanceUnits()),
                s.isSetConversionFactor() ? Optional.of(s.getConversionFactor()) : Optional.empty(),
                Descriptions.of(s, text), text.place());
    }

    List<Parameter> parameters() {
        return model.getListOfParameters().stream().map(p -> parameter(p, p.getConstant(),
                source.named("parameter", p.getId()))).toList();
    }

    static Parameter parameter(QuantityWithUnit p, boolean constant, XmlElement text) {
        return new Parameter(p.getId(), p.isSetValue() ? OptionalDouble.of(p.getValue()) : OptionalDouble.empty(),
                constant, unit(p.isSetUnits(), p.getUnits()), Descriptions.of(p, text), text.place());
    }

    private static Optional<String> unit(boolean set, String name) {
        return set && !name.isEmpty() ? Optional.of(UnitNames.of(name)) : Optional.empty();
    }
}
