package propria.formats.sbml.write;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sbml.jsbml.Model;
import org.sbml.jsbml.Unit;
import propria.model.Model.UnitRole;
import propria.model.unit.UnitDefinition;
import propria.model.unit.UnitDefinition.Factor;

/// Writes units; one that is made of other definitions is written in base units.
final class WriteUnits {

    private static final int DEEPEST = 20;

    private final Map<String, UnitDefinition> known;

    WriteUnits(List<UnitDefinition> units) {
        this.known = units.stream().collect(Collectors.toMap(UnitDefinition::id, unit -> unit, (first, _) -> first));
    }

    void to(Model target, propria.model.Model model) {
        for (UnitDefinition unit : model.units()) {
            org.sbml.jsbml.UnitDefinition definition = target.createUnitDefinition(unit.id());
            unit.factors().forEach(factor -> add(definition, factor, 1, 0));
        }
        model.defaults().forEach((role, unit) -> setDefault(target, role, unit));
    }

    private static void setDefault(Model target, UnitRole role, String unit) {
        switch (role) {
            case TIME -> target.setTimeUnits(unit);
            case SUBSTANCE -> target.setSubstanceUnits(unit);
            case VOLUME -> target.setVolumeUnits(unit);
            case AREA -> target.setAreaUnits(unit);
            case LENGTH -> target.setLengthUnits(unit);
            case EXTENT -> target.setExtentUnits(unit);
        }
    }

    private void add(org.sbml.jsbml.UnitDefinition definition, Factor factor, double exponent, int depth) {
        UnitDefinition inner = known.get(factor.kind());
        double power = factor.exponent() * exponent;
        if (inner == null || isBase(factor.kind()) || depth > DEEPEST) {
            Unit unit = definition.createUnit(Unit.Kind.valueOf(factor.kind().toUpperCase(Locale.ROOT)));
            unit.setExponent(power);
            unit.setScale(factor.scale());
            unit.setMultiplier(factor.multiplier());
            return;
        }
        inner.factors().forEach(part -> add(definition, part, power, depth + 1));
        if (factor.scale() != 0 || factor.multiplier() != 1) {
            Unit unit = definition.createUnit(Unit.Kind.DIMENSIONLESS);
            unit.setExponent(power);
            unit.setScale(factor.scale());
            unit.setMultiplier(factor.multiplier());
        }
    }

    private static boolean isBase(String kind) {
        return Unit.Kind.isValidUnitKindString(kind, 3, 2);
    }
}
