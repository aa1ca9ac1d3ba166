package propria.study.subject;

import java.util.Optional;
import propria.engine.random.Normal;
import propria.model.Description.Interval;

/// What a quantity may be: a function of one standard normal number. Its median is the value; its 5 % and 95 % quantiles
/// are the ends of the interval, by a normal distribution of two halves on a scale.
///
/// - log for what is above zero: two-piece log-normal
/// - logit for parts of a whole, ids that begin with `f_` or `w_`, between 0 and 1
/// - linear where neither fits, held at zero or above when the interval is
///
/// @param value the median
/// @param below the standard deviation of the half below the median, on the scale
/// @param above that of the half above
public record Prior(Scale scale, double value, double below, double above) {

    private static final double EDGE = 1e-9;

    /// The scale on which the two halves are normal.
    public enum Scale {
        FIXED,
        LOG,
        LOGIT,
        LINEAR,
        LINEAR_NOT_NEGATIVE
    }

    /// A quantity that is known.
    public static Prior fixed(double value) {
        return new Prior(Scale.FIXED, value, 0, 0);
    }

    /// The prior of a quantity.
    ///
    /// @param id its id in the model, `instance__name` in a module
    /// @param interval the central 90 %; fixed without one
    /// @param widen by what the width of the interval is multiplied, on the scale
    public static Prior of(String id, double value, Optional<Interval> interval, double widen) {
        if (interval.isEmpty() || interval.get().low() == interval.get().high()) {
            return fixed(value);
        }
        double low = interval.get().low();
        double high = interval.get().high();
        Scale scale = scale(id, value, low, high);
        double unit = widen / Normal.Z95;
        return new Prior(scale, value, (on(scale, value) - on(scale, low)) * unit,
                (on(scale, high) - on(scale, value)) * unit);
    }

    private static Scale scale(String id, double value, double low, double high) {
        if (isPart(id) && value > 0 && value < 1 && low >= 0 && high <= 1) {
            return Scale.LOGIT;
        }
        if (low > 0 && value > 0) {
            return Scale.LOG;
        }
        return low >= 0 ? Scale.LINEAR_NOT_NEGATIVE : Scale.LINEAR;
    }

    /// Whether an id says that the quantity is a part of a whole.
    public static boolean isPart(String id) {
        String own = id.substring(id.lastIndexOf('/') + 1);
        String name = own.substring(own.lastIndexOf("__") < 0 ? 0 : own.lastIndexOf("__") + 2);
        return name.startsWith("f_") || name.startsWith("w_") || name.equals("viability");
    }

    /// How far another prior's median lies from that of this one, on the scale of the other.
    public double offsetTo(Prior other) {
        return on(other.scale, other.value) - on(other.scale, value);
    }

    /// The value at a standard normal number; 0 gives the median.
    public double at(double normal) {
        if (scale == Scale.FIXED || normal == 0) {
            return value;
        }
        double shift = normal * (normal < 0 ? below : above);
        return switch (scale) {
            case FIXED -> value;
            case LOG -> value * StrictMath.exp(shift);
            case LOGIT -> 1 / (1 + StrictMath.exp(-(on(scale, value) + shift)));
            case LINEAR -> value + shift;
            case LINEAR_NOT_NEGATIVE -> StrictMath.max(0, value + shift);
        };
    }

    /// Whether it is known.
    public boolean isFixed() {
        return scale == Scale.FIXED;
    }

    private static double on(Scale scale, double x) {
        return switch (scale) {
            case LOG -> StrictMath.log(x);
            case LOGIT -> {
                double inside = StrictMath.min(1 - EDGE, StrictMath.max(EDGE, x));
                yield StrictMath.log(inside / (1 - inside));
            }
            case FIXED, LINEAR, LINEAR_NOT_NEGATIVE -> x;
        };
    }

    /// A value varied between subjects: log-normal with the value as median and a coefficient of variation, or, for a part
    /// of a whole, logit-normal with about the same spread.
    ///
    /// @param variation the coefficient of variation [-]
    /// @param normal a standard normal number
    public static double varied(String id, double value, double variation, double normal) {
        double spread = StrictMath.sqrt(StrictMath.log(1 + variation * variation));
        if (isPart(id) && value > 0 && value < 1) {
            double logit = on(Scale.LOGIT, value) + normal * spread / (1 - value);
            return 1 / (1 + StrictMath.exp(-logit));
        }
        return value * StrictMath.exp(spread * normal);
    }
}
