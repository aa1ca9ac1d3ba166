package propria.formats.antimony.write;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import propria.model.Model;
import propria.model.Model.UnitRole;
import propria.model.unit.UnitDefinition;
import propria.model.unit.UnitDefinition.Factor;

/// Unit definitions and model-wide units.
final class UnitText {

    private UnitText() {
    }

    static void write(Model model, Lines lines) {
        for (UnitDefinition unit : model.units()) {
            lines.add("unit " + unit.id() + " = " + formula(unit, isRole(unit.id())));
        }
        for (UnitRole role : UnitRole.values()) {
            String unit = model.defaults().get(role);
            if (unit != null && !(unit.equals(word(role)) && isDefined(model, unit))) {
                lines.add("unit " + word(role) + " = " + unit);
            }
        }
    }

    private static boolean isDefined(Model model, String unit) {
        return model.units().stream().anyMatch(definition -> definition.id().equals(unit));
    }

    private static boolean isRole(String id) {
        return Arrays.stream(UnitRole.values()).anyMatch(role -> word(role).equals(id));
    }

    static String word(UnitRole role) {
        return role == UnitRole.TIME ? "time_unit" : role.name().toLowerCase(Locale.ROOT);
    }

    /// @param full whether a lone unit needs its factor 1, so that it is not taken for another name of that unit
    private static String formula(UnitDefinition unit, boolean full) {
        if (unit.factors().isEmpty()) {
            return "1 dimensionless";
        }
        String text = unit.factors().stream().map(UnitText::factor).collect(Collectors.joining(" * "));
        return full && unit.factors().size() == 1 && text.equals(unit.factors().getFirst().kind()) ? "1 " + text : text;
    }

    private static String factor(Factor factor) {
        StringBuilder text = new StringBuilder();
        if (factor.multiplier() != 1) {
            text.append(Quoted.number(factor.multiplier())).append(' ');
        }
        if (factor.scale() != 0) {
            text.append(text.isEmpty() ? "" : "* ").append("10^").append(factor.scale()).append(' ');
        }
        boolean bare = text.isEmpty();
        text.append(factor.kind());
        if (factor.exponent() == 1) {
            return text.toString();
        }
        return (bare ? text : "(" + text + ")") + "^" + Quoted.number(factor.exponent());
    }
}
