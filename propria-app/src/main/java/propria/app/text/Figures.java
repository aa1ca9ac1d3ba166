package propria.app.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// Numbers as a reader wants them: few digits, a true minus sign, and powers of ten only where they help.
public final class Figures {

    private Figures() {
    }

    /// `value` with `digits` significant digits, at least as many as stand before the point.
    public static String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size >= 1e5 || size < 1e-3) {
            return scientific(value, digits);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        String text = rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
        return minus(stripZeros(text));
    }

    /// `value` with three significant digits.
    public static String of(double value) {
        return significant(value, 3);
    }

    /// `value` to the place at which `halfWidth`, its uncertainty, has its second digit.
    public static String within(double value, double halfWidth) {
        if (!(halfWidth > 0) || !Double.isFinite(value) || Math.abs(value) >= 1e5 || halfWidth < 1e-4) {
            return of(value);
        }
        int decimals = (int) Math.max(0, Math.min(6, 1 - Math.floor(StrictMath.log10(halfWidth))));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        boolean zero = text.matches("-?0(\\.0+)?");
        return zero ? text.replace("-", "") : minus(text);
    }

    /// An effect as its lower and upper limit, e.g. `0.4 to 2.0`.
    public static String range(double low, double high) {
        double half = Math.abs(high - low) / 2;
        return within(low, half) + " to " + within(high, half);
    }

    /// A share as whole per cent, never 0 or 100 unless it is.
    public static String percent(double share) {
        long whole = Math.round(share * 100);
        if (whole == 0 && share > 0) {
            return "under 1\u00a0%";
        }
        if (whole == 100 && share < 1) {
            return "over 99\u00a0%";
        }
        return whole + "\u00a0%";
    }

    /// A count and its noun: `1 draw`, `3 draws`.
    public static String count(long count, String noun) {
        String plural = noun.endsWith("y") && !noun.endsWith("ay")
                ? noun.substring(0, noun.length() - 1) + "ies"
                : noun + "s";
        return grouped(count) + " " + (count == 1 ? noun : plural);
    }

    /// A whole number with thin spaces between groups of three.
    public static String grouped(long count) {
        return count < 10_000
                ? Long.toString(count)
                : String.format(Locale.ROOT, "%,d", count).replace(',', '\u202f');
    }

    /// A duration in the largest unit that keeps it readable.
    public static String duration(double seconds) {
        if (seconds < 1) {
            return "under 1 s";
        }
        if (seconds < 100) {
            return Math.round(seconds) + " s";
        }
        if (seconds < 5400) {
            return Math.round(seconds / 60) + " min";
        }
        return of(seconds / 3600) + " h";
    }

    private static String scientific(double value, int digits) {
        String[] parts = String.format(Locale.ROOT, "%." + (digits - 1) + "e", value).split("e");
        int exponent = Integer.parseInt(parts[1]);
        return minus(stripZeros(parts[0])) + "e" + exponent;
    }

    private static String stripZeros(String text) {
        return text.contains(".") ? text.replaceFirst("0+$", "").replaceFirst("\\.$", "") : text;
    }

    private static String minus(String text) {
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }
}
