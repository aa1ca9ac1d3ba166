package propria.app.report.svg;

import java.util.ArrayList;
import java.util.List;

/// Maps values to positions.
///
/// @param low the value at `from`
/// @param high the value at `to`
/// @param logarithmic whether equal ratios are equally long; `low` is then above zero
public record Scale(double low, double high, double from, double to, boolean logarithmic) {

    /// A scale that holds all values from `low` to `high`, with some room when they are equal.
    public static Scale linear(double low, double high, double from, double to) {
        double room = high > low ? 0 : Math.max(1e-9, Math.abs(low) * 0.1);
        return new Scale(low - room, high + room, from, to, false);
    }

    /// The same scale over another stretch of the picture.
    public Scale over(double newFrom, double newTo) {
        return new Scale(low, high, newFrom, newTo, logarithmic);
    }

    /// The position of `value`.
    public double at(double value) {
        double share = logarithmic
                ? StrictMath.log(Math.max(value, low) / low) / StrictMath.log(high / low)
                : (value - low) / (high - low);
        return from + share * (to - from);
    }

    /// The position of `value`, kept between the ends.
    public double within(double value) {
        return Math.clamp(at(value), Math.min(from, to), Math.max(from, to));
    }

    /// The positions of `values`, kept between the ends.
    public double[] within(double[] values) {
        double[] positions = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            positions[i] = within(values[i]);
        }
        return positions;
    }

    /// Round values inside the scale, about `count` of them.
    public List<Double> ticks(int count) {
        return logarithmic ? powersOfTen() : multiples(niceStep((high - low) / count));
    }

    /// Whole numbers of days, weeks or more inside the scale, about `count` of them.
    public List<Double> dayTicks(int count) {
        double rough = (high - low) / count;
        if (rough <= 0.5) {
            return ticks(count);
        }
        for (double step : new double[]{1, 2, 7, 14, 28, 56, 84, 168, 364}) {
            if (step >= rough * 0.8) {
                return multiples(step);
            }
        }
        return ticks(count);
    }

    private List<Double> multiples(double step) {
        List<Double> ticks = new ArrayList<>();
        long first = (long) Math.ceil(low / step - 1e-9);
        for (long k = first; k * step <= high + 1e-9 * step && ticks.size() < 100; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    private List<Double> powersOfTen() {
        List<Double> ticks = new ArrayList<>();
        int first = (int) Math.ceil(StrictMath.log10(low) - 1e-9);
        int last = (int) Math.floor(StrictMath.log10(high) + 1e-9);
        int step = Math.max(1, (last - first) / 6);
        for (int exponent = first; exponent <= last; exponent += step) {
            ticks.add(StrictMath.pow(10, exponent));
        }
        return ticks;
    }

    private static double niceStep(double rough) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
        double lead = rough / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }
}
