package propria.study.quantity;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A unit as typed at the bench: a scale, what is counted, and per what: `mg/kg`, `1e6 cells`, `1/d`.
///
/// @param symbol the text
/// @param scale how many base units one of it is
/// @param over what the numerator counts, such as `mass`
/// @param under what the denominator counts, empty when there is none
public record BenchUnit(String symbol, double scale, String over, Optional<String> under) {

    private record Known(String dimension, double scale) {
    }

    private static final Map<String, Known> TABLE = table();

    private static Map<String, Known> table() {
        Map<String, Known> table = new LinkedHashMap<>();
        add(table, "time", "d", 1, "day", 1, "days", 1, "h", 1 / 24.0, "min", 1 / 1440.0, "s", 1 / 86400.0, "wk", 7,
                "week", 7, "weeks", 7);
        add(table, "mass", "ng", 1e-9, "ug", 1e-6, "µg", 1e-6, "μg", 1e-6, "mg", 1e-3, "g", 1, "kg", 1e3);
        add(table, "volume", "uL", 1e-6, "µL", 1e-6, "μL", 1e-6, "mL", 1e-3, "L", 1, "dL", 0.1);
        add(table, "length", "um", 1e-6, "mm", 1e-3, "cm", 1e-2, "m", 1);
        add(table, "substance", "pmol", 1e-12, "nmol", 1e-9, "umol", 1e-6, "mmol", 1e-3, "mol", 1);
        add(table, "cells", "cell", 1, "cells", 1);
        add(table, "particles", "particle", 1, "particles", 1);
        add(table, "activity", "U", 1, "IU", 1);
        add(table, "percent", "%", 1);
        add(table, "fold", "fold", 1);
        add(table, "score", "score", 1);
        add(table, "number", "1", 1, "fraction", 1);
        return table;
    }

    private static void add(Map<String, Known> table, String dimension, Object... symbolsAndScales) {
        for (int i = 0; i < symbolsAndScales.length; i += 2) {
            double scale = ((Number) symbolsAndScales[i + 1]).doubleValue();
            table.put((String) symbolsAndScales[i], new Known(dimension, scale));
        }
    }

    /// The symbols that can be combined.
    public static Collection<String> symbols() {
        return TABLE.keySet();
    }

    /// The unit that a text names; empty when it names none that is known.
    public static Optional<BenchUnit> of(String text) {
        String rest = text.strip();
        double scale = 1;
        int space = rest.indexOf(' ');
        if (space > 0) {
            OptionalDouble leading = number(rest.substring(0, space));
            if (leading.isPresent()) {
                scale = leading.getAsDouble();
                rest = rest.substring(space + 1).strip();
            }
        }
        int slash = rest.indexOf('/');
        Known over = TABLE.get(slash < 0 ? rest : rest.substring(0, slash).strip());
        if (over == null || !(scale > 0) || !Double.isFinite(scale)) {
            return Optional.empty();
        }
        if (slash < 0) {
            return Optional.of(new BenchUnit(text.strip(), scale * over.scale, over.dimension, Optional.empty()));
        }
        Known under = TABLE.get(rest.substring(slash + 1).strip());
        return under == null
                ? Optional.empty()
                : Optional.of(new BenchUnit(text.strip(), scale * over.scale / under.scale, over.dimension,
                        Optional.of(under.dimension)));
    }

    private static OptionalDouble number(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /// Whether amounts in this unit can be said in the other.
    public boolean converts(BenchUnit other) {
        return over.equals(other.over) && under.equals(other.under);
    }

    /// Whether it is an amount a kilogram of body mass.
    public boolean isPerBodyMass() {
        return under.equals(Optional.of("mass")) && symbol.endsWith("/kg");
    }

    /// The amount alone of a unit that is per body mass: `mg` of `mg/kg`.
    public BenchUnit withoutBodyMass() {
        String amount = symbol.substring(0, symbol.lastIndexOf('/'));
        return of(amount).orElseThrow();
    }
}
