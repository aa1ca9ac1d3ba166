package propria.app.exchange;

import java.util.Locale;

/// The largest relative difference between courses: of a value to the same value on the other road, relative to the
/// value, or to a thousandth of the largest that the quantity comes to where that is more.
///
/// @param size [-]
/// @param where it is; empty where nothing differs
public record Difference(double size, String where) {

    /// What counts as the same. Steps are kept to 1e-10 of the states, and a rate that is a difference of large terms is
    /// held to a thousandth of its own largest value: there the error of steps shows up to a thousand times as large.
    public static final double SAME = 1e-6;

    /// None.
    public static final Difference NONE = new Difference(0, "");

    private static final double FLOOR = 1e-3;

    /// The difference between two courses of one quantity.
    ///
    /// @param name the quantity, for messages
    public static Difference of(String name, double[] times, double[] one, double[] other) {
        return of(name, times, one, other, StrictMath.max(largest(one), largest(other)));
    }

    /// The difference between two of several courses of one quantity.
    ///
    /// @param name the quantity, for messages
    /// @param largest the largest value of all its courses; where one of them is zero but for rounding, this says so
    public static Difference of(String name, double[] times, double[] one, double[] other, double largest) {
        if (one.length != other.length) {
            return new Difference(Double.POSITIVE_INFINITY,
                    name + ": " + one.length + " and " + other.length + " values");
        }
        Difference worst = NONE;
        for (int i = 0; i < one.length; i++) {
            double size = relative(one[i], other[i], largest);
            if (size > worst.size || Double.isNaN(size)) {
                worst = new Difference(Double.isNaN(size) ? Double.POSITIVE_INFINITY : size,
                        name + (i < times.length ? " at " + times[i] : ""));
            }
        }
        return worst;
    }

    /// The largest size of a value that is finite; zero for none.
    public static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Double.isFinite(value) ? StrictMath.max(largest, StrictMath.abs(value)) : largest;
        }
        return largest;
    }

    private static double relative(double one, double other, double largest) {
        if (Double.compare(one, other) == 0 || one == other) {
            return 0;
        }
        double scale = StrictMath.max(StrictMath.max(StrictMath.abs(one), StrictMath.abs(other)), FLOOR * largest);
        return StrictMath.abs(one - other) / scale;
    }

    /// The larger of two.
    public Difference or(Difference other) {
        return other.size > size ? other : this;
    }

    /// Whether it is small enough to say that both are the same.
    public boolean isSame() {
        return size <= SAME;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1e", size) + (where.isEmpty() ? "" : " (" + where + ")");
    }
}
