package propria.evidence.unit;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import propria.model.unit.Unit;

/// A unit as a paper writes it: a physical unit, and words for what is counted, which no factor turns into one another:
/// cells, scores, per cent.
///
/// @param unit the physical part
/// @param counted the words with their powers
public record ClaimUnit(Unit unit, Map<String, Integer> counted) {

    private static final double LN2 = 0.69314718055994530942;

    public ClaimUnit {
        Map<String, Integer> sorted = new TreeMap<>(counted);
        sorted.values().removeIf(power -> power == 0);
        counted = Map.copyOf(sorted);
    }

    /// Reads a unit: words and numbers joined by blanks, `/`, `*` and `per`, with powers (`cm3`, `h^-1`, `d-1`) and
    /// parentheses. Empty when there are words in it that are neither a unit nor one counted thing.
    public static Optional<ClaimUnit> of(String text) {
        return UnitText.read(text);
    }

    /// Whether a number in this unit can be said in the other.
    public boolean converts(ClaimUnit other) {
        return unit.measuresAs(other.unit) && counted.equals(other.counted);
    }

    /// What a value in this unit is in the other. A half-life, which `statement` calls so, becomes a rate: ln 2 / t.
    public OptionalDouble convert(double value, ClaimUnit other, String statement) {
        if (converts(other)) {
            return OptionalDouble.of(value * unit.to(other.unit));
        }
        ClaimUnit inverse = new ClaimUnit(Unit.DIMENSIONLESS.over(unit), Map.of());
        boolean halfLife = statement.toLowerCase(java.util.Locale.ROOT).matches("(?s).*half[- ]?(life|time|lives).*");
        return halfLife && counted.isEmpty() && !unit.dimension().isNone() && inverse.converts(other) && value > 0
                ? OptionalDouble.of(LN2 / value * inverse.unit.to(other.unit))
                : OptionalDouble.empty();
    }
}
