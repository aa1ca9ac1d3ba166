package propria.model.unit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// A product of powers of base dimensions, such as length^3 time^-1. Powers may be broken, as under a square root.
///
/// @param powers the power of each base dimension that takes part; none is zero
public record Dimension(Map<BaseDimension, Double> powers) {

    /// Of a pure number.
    public static final Dimension NONE = new Dimension(Map.of());

    /// Powers nearer to a sixth of a whole number than this are taken for it, so that roots cancel exactly.
    private static final double GRAIN = 1e-9;

    public Dimension {
        Map<BaseDimension, Double> kept = new EnumMap<>(BaseDimension.class);
        powers.forEach((base, power) -> {
            double sixths = StrictMath.rint(power * 6);
            double exact = StrictMath.abs(power * 6 - sixths) < GRAIN ? sixths / 6 : power;
            if (exact != 0) {
                kept.put(base, exact);
            }
        });
        powers = Collections.unmodifiableMap(kept);
    }

    /// The first power of a base dimension.
    public static Dimension of(BaseDimension base) {
        return new Dimension(Map.of(base, 1.0));
    }

    /// The dimension of a product.
    public Dimension times(Dimension other) {
        Map<BaseDimension, Double> sum = new EnumMap<>(BaseDimension.class);
        sum.putAll(powers);
        other.powers.forEach((base, power) -> sum.merge(base, power, Double::sum));
        return new Dimension(sum);
    }

    /// The dimension of a power.
    public Dimension toThe(double exponent) {
        Map<BaseDimension, Double> raised = new EnumMap<>(BaseDimension.class);
        powers.forEach((base, power) -> raised.put(base, power * exponent));
        return new Dimension(raised);
    }

    /// Whether it is that of a pure number.
    public boolean isNone() {
        return powers.isEmpty();
    }
}
