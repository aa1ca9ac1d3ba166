package propria.engine.math;

/// `exp`, `ln` and `pow` within 0.51 units in the last place (0.76 for results below the normal numbers), with the
/// special cases of [StrictMath] and without memory. Powers whose exponents are small halves of whole numbers, as Hill
/// exponents often are, come from products and a root.
///
/// Arguments are reduced by tables after P. T. P. Tang, Table-driven implementation of the exponential function in IEEE
/// floating-point arithmetic, ACM Trans. Math. Softw. 15 (1989) 144 (doi:10.1145/63522.214389), and of the logarithm
/// function, 16 (1990) 378 (doi:10.1145/98267.98294). The rest of a product is found by one fused product and sum, and
/// numbers of twice the digits are added after J.-M. Muller, Elementary Functions, 3rd ed., Birkhäuser 2016, chapters 2,
/// 4 and 6 (doi:10.1007/978-1-4899-7983-4).
public final class Elementary {

    /// Adding and taking away 1.5 2^52 rounds to a whole number, which then stands in the low bits of the sum.
    private static final double TO_WHOLE = 0x1.8p52;
    private static final long SMALLEST_NORMAL = 1L << 52;
    private static final long INFINITY = 0x7ffL << 52;
    private static final long FRACTION = SMALLEST_NORMAL - 1;
    /// Numbers between 2^-60 and 2^60: their eighth power and its rest are normal numbers.
    private static final long PLAIN_FROM = (1023L - 60) << 52;
    private static final long PLAIN_TO = (1023L + 60) << 52;
    /// Exponents are halves of whole numbers up to this where powers are products.
    private static final int MOST_HALVES = 16;
    /// Beyond this, `exp` is infinite or zero.
    private static final double BEYOND = 750;

    private Elementary() {
    }

    /// `e^x`
    public static double exp(double x) {
        return Math.abs(x) <= BEYOND ? exp(x, 0) : beyond(x);
    }

    /// The natural logarithm of `x`; not a number where `x` is negative.
    public static double ln(double x) {
        long bits = Double.doubleToRawLongBits(x);
        if (bits >= SMALLEST_NORMAL && bits < INFINITY) {
            return ln(bits, 0);
        }
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            return x == 0 ? Double.NEGATIVE_INFINITY : x < 0 ? Double.NaN : x;
        }
        return ln(Double.doubleToRawLongBits(x * 0x1p54), 54);
    }

    /// `x^y`; not a number where `x` is negative and `y` is not whole.
    public static double pow(double x, double y) {
        long bits = Double.doubleToRawLongBits(x);
        if (bits >= PLAIN_FROM && bits < PLAIN_TO) {
            double twice = y + y;
            int halves = (int) twice;
            return halves == twice && halves <= MOST_HALVES && halves >= -MOST_HALVES && halves != -1
                    ? product(x, halves)
                    : pow(bits, 0, y);
        }
        return bits >= SMALLEST_NORMAL && bits < INFINITY ? pow(bits, 0, y) : specialPower(x, y);
    }

    /// `x^(halves / 2)` by products and a root, each with its rest, so that only the last sum rounds. The rest of the root
    /// `s` of `x` is `(x - s s) / 2 s`, and `1 / s` is `s / x`.
    private static double product(double x, int halves) {
        int n = Math.abs(halves);
        if (n < 2) {
            return n == 0 ? 1 : Math.sqrt(x);
        }
        double before = 1;
        double head = x;
        double rest = 0;
        for (int k = n >> 1; k > 1; k--) {
            before = head;
            head = before * x;
            rest = Math.fma(before, x, -head) + rest * x;
        }
        if ((n & 1) != 0) {
            double root = Math.sqrt(x);
            double whole = head;
            head = whole * root;
            rest = Math.fma(whole, root, -head) + rest * root
                    + 0.5 * Math.fma(-root, root, x) * root * before;
        }
        if (halves > 0) {
            return head + rest;
        }
        double inverse = 1 / head;
        return inverse + inverse * (Math.fma(-inverse, head, 1) - inverse * rest);
    }

    private static double specialPower(double x, double y) {
        if (y == 0) {
            return 1;
        }
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.NaN;
        }
        double size = Math.abs(x);
        boolean negative = Double.doubleToRawLongBits(x) < 0;
        boolean whole = y == Math.rint(y);
        boolean odd = Math.abs(y) < 0x1p53 && whole && ((long) y & 1) != 0;
        double power;
        if (size == 0 || size == Double.POSITIVE_INFINITY) {
            power = (size == 0) == (y > 0) ? 0 : Double.POSITIVE_INFINITY;
        } else if (negative && !whole) {
            return Double.NaN;
        } else if (size < Double.MIN_NORMAL) {
            power = pow(Double.doubleToRawLongBits(size * 0x1p54), 54, y);
        } else {
            power = pow(Double.doubleToRawLongBits(size), 0, y);
        }
        return negative && odd ? -power : power;
    }

    /// `ln(m 2^-shift)` of the normal number `m` with pattern `bits`: with `m = 2^k z` and `r = z/c - 1`, it is
    /// `(k - shift) ln 2 + ln c + ln(1 + r)`, |r| < 2^-7.9.
    private static double ln(long bits, int shift) {
        long above = bits - Tables.FIRST;
        int entry = (int) (above >>> Tables.INTERVAL_BITS) & Tables.SIZE - 1;
        double k = (int) (above >> 52) - shift;
        double z = Double.longBitsToDouble(bits - (above & ~FRACTION));
        double inverse = Tables.LOG[4 * entry];
        double product = z * inverse;
        double r = product - 1;
        double productRest = Math.fma(z, inverse, -product);
        double rest = productRest - productRest * r + (k * Tables.LN_2_REST + Tables.LOG[4 * entry + 2]);
        double table = k * Tables.LN_2 + Tables.LOG[4 * entry + 1];
        double sum = table + r;
        double lost = table - sum + r;
        double square = r * r;
        double series = -0.5 + r * (1 / 3.0) + square * (-0.25 + r * 0.2 + square * (-1 / 6.0 + r * (1 / 7.0)));
        return sum + (lost + rest + square * series);
    }

    /// `(m 2^-shift)^y` of the normal number `m` with pattern `bits`. The logarithm is found as in [#ln(long, int)] to
    /// 68 binary digits, as `log + rest`, since the power magnifies its relative error up to 750-fold.
    private static double pow(long bits, int shift, double y) {
        long above = bits - Tables.FIRST;
        int entry = (int) (above >>> Tables.INTERVAL_BITS) & Tables.SIZE - 1;
        double k = (int) (above >> 52) - shift;
        double z = Double.longBitsToDouble(bits - (above & ~FRACTION));
        double inverse = Tables.LOG[4 * entry];
        double product = z * inverse;
        double productRest = Math.fma(z, inverse, -product);
        double r = product - 1 + productRest;
        double rRest = product - 1 - r + productRest;
        double table = k * Tables.LN_2 + Tables.LOG[4 * entry + 1];
        double tableRest = k * Tables.LN_2_REST + Tables.LOG[4 * entry + 2];
        double square = r * r;
        double half = 0.5 * square;
        double halfRest = 0.5 * Math.fma(r, r, -square) + r * rRest;
        double series = 1 / 3.0 - 0.25 * r + square * (0.2 - r * (1 / 6.0) + square * (1 / 7.0 - r * 0.125
                + square * (1 / 9.0)));
        double first = table + r;
        double second = first - half;
        double small = table - first + r + (first - second - half) + (rRest + tableRest - halfRest)
                + square * r * series;
        double log = second + small;
        double rest = second - log + small;
        double exponent = y * log;
        if (!(Math.abs(exponent) <= BEYOND)) {
            return beyond(exponent);
        }
        return exp(exponent, Math.fma(y, log, -exponent) + y * rest);
    }

    /// `e^(x + rest)` for |x| up to [#BEYOND]: with `x = k ln 2 / 128 + r` it is `2^(k/128) e^r`, |r| < 2^-8.5.
    private static double exp(double x, double rest) {
        double shifted = x * Tables.STEPS + TO_WHOLE;
        int k = (int) Double.doubleToRawLongBits(shifted);
        double steps = shifted - TO_WHOLE;
        double r = Math.fma(-steps, Tables.STEP_REST, Math.fma(-steps, Tables.STEP, x)) + rest;
        double square = r * r;
        double series = r + square * (0.5 + r * (1 / 6.0)) + square * square * (1 / 24.0 + r * (1 / 120.0));
        int entry = 2 * (k & Tables.SIZE - 1);
        double head = Tables.POWER[entry];
        double value = head + (Tables.POWER[entry + 1] + head * series);
        return scaled(value, k >> Tables.SIZE_BITS);
    }

    /// `value 2^n` for a value between 0.99 and 2, rounded once.
    private static double scaled(double value, int n) {
        if (n > -1022 && n < 1023) {
            return Double.longBitsToDouble(Double.doubleToRawLongBits(value) + ((long) n << 52));
        }
        int left = n < 0 ? -200 : 200;
        long bits = Double.doubleToRawLongBits(value) + ((long) (n - left) << 52);
        return Double.longBitsToDouble(bits) * (n < 0 ? 0x1p-200 : 0x1p200);
    }

    private static double beyond(double x) {
        return x > 0 ? Double.POSITIVE_INFINITY : x < 0 ? 0 : Double.NaN;
    }
}
