package propria.formats.sbml.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sbml.jsbml.Model;
import org.sbml.jsbml.Unit;
import propria.model.Model.UnitRole;
import propria.model.problem.SourceLocation;
import propria.model.unit.UnitDefinition;
import propria.model.unit.UnitDefinition.Factor;

/// The units that a model defines, and those that hold where an element states none.
final class UnitDefinitions {

    /// What Level 2 predefines (section 4.4.3 of Level 2 Version 4).
    private static final Map<UnitRole, Factor> PREDEFINED = Map.of(UnitRole.SUBSTANCE, new Factor("mole", 1, 0, 1),
            UnitRole.VOLUME, new Factor("litre", 1, 0, 1), UnitRole.AREA, new Factor("metre", 2, 0, 1),
            UnitRole.LENGTH, new Factor("metre", 1, 0, 1), UnitRole.TIME, new Factor("second", 1, 0, 1));

    private final Model model;
    private final Source source;

    UnitDefinitions(Model model, Source source) {
        this.model = model;
        this.source = source;
    }

    List<UnitDefinition> all() {
        List<UnitDefinition> all = new ArrayList<>();
        for (org.sbml.jsbml.UnitDefinition definition : model.getListOfUnitDefinitions()) {
            List<Factor> factors = definition.getListOfUnits().stream().map(UnitDefinitions::factor).toList();
            all.add(new UnitDefinition(definition.getId(), factors,
                    source.place("unitDefinition", definition.getId())));
        }
        if (model.getLevel() == 2) {
            SourceLocation place = source.model().place();
            for (UnitRole role : UnitRole.values()) {
                Factor factor = PREDEFINED.get(role);
                if (factor != null && all.stream().noneMatch(unit -> unit.id().equals(id(role)))) {
                    all.add(new UnitDefinition(id(role), List.of(factor), place));
                }
            }
        }
        return all;
    }

    private static String id(UnitRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static Factor factor(Unit unit) {
        return new Factor(UnitNames.of(unit.getKind().getName().toLowerCase(Locale.ROOT)), unit.getExponent(),
                unit.getScale(), unit.getMultiplier());
    }

    Map<UnitRole, String> defaults() {
        Map<UnitRole, String> defaults = new EnumMap<>(UnitRole.class);
        if (model.getLevel() == 2) {
            PREDEFINED.keySet().forEach(role -> defaults.put(role, id(role)));
            defaults.put(UnitRole.EXTENT, id(UnitRole.SUBSTANCE));
            return defaults;
        }
        put(defaults, UnitRole.TIME, model.isSetTimeUnits(), model.getTimeUnits());
        put(defaults, UnitRole.SUBSTANCE, model.isSetSubstanceUnits(), model.getSubstanceUnits());
        put(defaults, UnitRole.VOLUME, model.isSetVolumeUnits(), model.getVolumeUnits());
        put(defaults, UnitRole.AREA, model.isSetAreaUnits(), model.getAreaUnits());
        put(defaults, UnitRole.LENGTH, model.isSetLengthUnits(), model.getLengthUnits());
        put(defaults, UnitRole.EXTENT, model.isSetExtentUnits(), model.getExtentUnits());
        return defaults;
    }

    private static void put(Map<UnitRole, String> defaults, UnitRole role, boolean set, String unit) {
        if (set) {
            defaults.put(role, UnitNames.of(unit));
        }
    }
}
