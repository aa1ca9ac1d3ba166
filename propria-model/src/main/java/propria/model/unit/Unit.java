package propria.model.unit;

import java.util.ArrayList;
import java.util.List;

/// A unit of measurement: so many of the base units of a dimension. A litre is 0.001 of metre^3.
///
/// @param factor how many base units one of this unit is; above zero
/// @param dimension what it measures
public record Unit(double factor, Dimension dimension) {

    /// The unit of a pure number.
    public static final Unit DIMENSIONLESS = new Unit(1, Dimension.NONE);

    /// Factors that differ by less, relative to their size, are the same but for rounding.
    private static final double ROUNDING = 1e-9;

    /// The unit of a product.
    public Unit times(Unit other) {
        return new Unit(factor * other.factor, dimension.times(other.dimension));
    }

    /// The unit of a quotient.
    public Unit over(Unit other) {
        return new Unit(factor / other.factor, dimension.times(other.dimension.toThe(-1)));
    }

    /// The unit of a power.
    public Unit toThe(double exponent) {
        return new Unit(StrictMath.pow(factor, exponent), dimension.toThe(exponent));
    }

    /// The same unit, some times as large.
    public Unit scaled(double times) {
        return new Unit(factor * times, dimension);
    }

    /// Whether both measure the same, so that one can be converted into the other.
    public boolean measuresAs(Unit other) {
        return dimension.equals(other.dimension);
    }

    /// Whether both are the same unit, but for rounding.
    public boolean equivalent(Unit other) {
        return measuresAs(other) && StrictMath.abs(factor - other.factor) <= ROUNDING
                * StrictMath.max(StrictMath.abs(factor), StrictMath.abs(other.factor));
    }

    /// What a number in this unit must be multiplied with to be in the other.
    ///
    /// @throws IllegalArgumentException if they do not measure the same
    public double to(Unit other) {
        if (!measuresAs(other)) {
            throw new IllegalArgumentException(this + " cannot be converted into " + other);
        }
        return factor / other.factor;
    }

    /// The unit in base units, such as `0.001 m^3 s^-1`.
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (factor != 1) {
            parts.add(number(factor));
        }
        dimension.powers()
                .forEach((base, power) -> parts.add(power == 1 ? base.symbol() : base.symbol() + "^" + number(power)));
        if (dimension.isNone()) {
            parts.add("dimensionless");
        }
        return String.join(" ", parts);
    }

    private static String number(double value) {
        return value == StrictMath.rint(value) && StrictMath.abs(value) < 1e7
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
