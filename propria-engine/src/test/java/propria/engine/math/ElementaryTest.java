package propria.engine.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Values are held to series of 45 digits and to `StrictMath`, special cases to `StrictMath` alone.
class ElementaryTest {

    private static final double[] SPECIAL = {0, Double.MIN_VALUE, 1e-310, 0x1.fffffffffffffp-1023, Double.MIN_NORMAL,
            1e-300, 1e-20, 0.3, 0.5, 1 - 0x1p-53, 1, 1 + 0x1p-52, 1.5, 2, 2.5, 3, 4, 5, 17, 100, 1023, 1024, 1074, 1075,
            1e9 + 1, 0x1p52 + 1, 0x1p53 - 1, 0x1p53, 0x1p53 + 2, 0x1p62, 0x1p63, 0x1p64, 1e25, 1e300, Double.MAX_VALUE,
            Double.POSITIVE_INFINITY, Double.NaN};
    private static final int FEW = 4_000;
    private static final int MANY = 100_000;
    private static final int VERY_MANY = 1_000_000;
    /// Half a unit is what rounding takes; the rest is error.
    private static final double ALLOWED = 0.51;
    /// Of powers whose exponents are halves of whole numbers up to eight; that of -1/2 is found as all others are.
    private static final double ROUNDED_ONCE = 0.5001;
    /// With larger exponents `StrictMath.pow` takes a shorter series, which is off by hundreds of units.
    private static final double PLATFORM_EXACT = 0x1p31;
    /// Results without all digits are rounded twice.
    private static final double ALLOWED_BELOW_NORMAL = 0.76;

    @Test
    void special_cases_of_powers_are_those_of_the_platform() {
        for (double x : SPECIAL) {
            for (double y : SPECIAL) {
                for (int signs = 0; signs < 4; signs++) {
                    double base = (signs & 1) == 0 ? x : -x;
                    double exponent = (signs & 2) == 0 ? y : -y;
                    assertNear(Elementary.pow(base, exponent), StrictMath.pow(base, exponent),
                            base + " ^ " + exponent);
                }
            }
        }
    }

    @Test
    void special_cases_of_exponentials_and_logarithms_are_those_of_the_platform() {
        for (double x : SPECIAL) {
            for (double signed : new double[]{x, -x}) {
                assertNear(Elementary.ln(signed), StrictMath.log(signed), "ln " + signed);
                assertNear(Elementary.exp(signed), StrictMath.exp(signed), "exp " + signed);
            }
        }
    }

    @Test
    void exponentials_end_where_those_of_the_platform_do() {
        for (double edge : new double[]{709.782712893384, 745.1332191019411, 708.3964185322641, 744.4400719213812}) {
            for (double x = edge - 64 * Math.ulp(edge); x < edge + 64 * Math.ulp(edge); x = Math.nextUp(x)) {
                assertNear(Elementary.exp(x), StrictMath.exp(x), "exp " + x);
                assertNear(Elementary.exp(-x), StrictMath.exp(-x), "exp " + -x);
                assertNear(Elementary.pow(StrictMath.E, x), StrictMath.pow(StrictMath.E, x), "e ^ " + x);
            }
        }
    }

    @Test
    void whole_powers_that_are_numbers_are_exact() {
        for (int n = -1074; n < 1024; n++) {
            assertThat(Elementary.pow(2, n)).isEqualTo(Math.scalb(1.0, n));
        }
        for (int n = 0; n <= 22; n++) {
            assertThat(Elementary.pow(10, n)).isEqualTo(Double.parseDouble("1e" + n));
        }
        assertThat(Elementary.pow(-3, 5)).isEqualTo(-243);
        assertThat(Elementary.pow(1.5, 7)).isEqualTo(17.0859375);
        assertThat(Elementary.pow(1.5, -0x1p30)).isZero();
    }

    @Test
    void powers_that_are_products_are_rounded_once() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < FEW; i++) {
            double y = 0.5 * random.nextInt(-18, 19);
            double x = random.nextInt(4) == 0
                    ? Math.scalb(random.nextDouble(1, 2), random.nextInt(-62, 62))
                    : random.nextDouble(0.01, 20);
            double distance = Digits.distance(Elementary.pow(x, y), Digits.pow(x, y));
            assertThat(distance).as("%s ^ %s", x, y)
                    .isLessThan(Math.abs(y) <= 8 && y != -0.5 && x >= 0x1p-60 && x < 0x1p60
                            ? ROUNDED_ONCE
                            : ALLOWED);
        }
    }

    @Test
    void values_at_the_borders_of_tables_are_within_the_error() {
        for (int i = 0; i <= Tables.SIZE; i++) {
            double border = Double.longBitsToDouble(Tables.FIRST + ((long) i << Tables.INTERVAL_BITS));
            for (double x : new double[]{Math.nextDown(border), border, Math.nextUp(border)}) {
                assertThat(Digits.distance(Elementary.ln(x), Digits.ln(x))).as("ln %s", x).isLessThan(ALLOWED);
                double y = Math.copySign(700, x - 1) / StrictMath.log(x);
                assertThat(Digits.distance(Elementary.pow(x, y), Digits.pow(x, y))).as("%s ^ %s", x, y)
                        .isLessThan(ALLOWED);
            }
        }
    }

    @Test
    void values_are_within_the_error_of_long_series() {
        holdToSeries(FEW, 1);
    }

    @Test
    @Tag("slow")
    void many_values_are_within_the_error_of_long_series() {
        holdToSeries(MANY, 2);
    }

    @Test
    @Tag("slow")
    void very_many_values_are_those_of_the_platform_or_neighbours() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < VERY_MANY; i++) {
            double x = positive(random);
            double exponent = random.nextDouble(-746, 711);
            double y = x == 1 ? exponent : exponent / StrictMath.log(x);
            assertNear(Elementary.ln(x), StrictMath.log(x), "ln " + x);
            assertNear(Elementary.exp(exponent), StrictMath.exp(exponent), "exp " + exponent);
            if (Math.abs(y) < PLATFORM_EXACT) {
                assertNear(Elementary.pow(x, y), StrictMath.pow(x, y), x + " ^ " + y);
            }
        }
    }

    @Test
    void powers_with_huge_exponents_are_more_exact_than_those_of_the_platform() {
        double x = 0.9999998855585391;
        double y = 5.326977081134297e9;
        assertThat(Digits.distance(Elementary.pow(x, y), Digits.pow(x, y))).isLessThan(ALLOWED);
        assertThat(Digits.distance(StrictMath.pow(x, y), Digits.pow(x, y))).isGreaterThan(100);
    }

    private static void holdToSeries(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            double x = positive(random);
            double exponent = random.nextDouble(-744, 709);
            double y = x == 1 ? exponent : exponent / StrictMath.log(x);
            assertThat(Digits.distance(Elementary.ln(x), Digits.ln(x))).as("ln %s", x).isLessThan(ALLOWED);
            hold(Elementary::pow, x, y);
            hold((_, a) -> Elementary.exp(a), StrictMath.E, exponent);
        }
    }

    private static void hold(DoubleBinaryOperator function, double x, double y) {
        double found = function.applyAsDouble(x, y);
        double distance = Digits.distance(found, x == StrictMath.E
                ? Digits.exp(new BigDecimal(y))
                : Digits.pow(x, y));
        assertThat(distance).as("%s ^ %s", x, y)
                .isLessThan(found < Double.MIN_NORMAL ? ALLOWED_BELOW_NORMAL : ALLOWED);
    }

    /// Of all sizes, with many near 1, where logarithms lose most.
    private static double positive(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> Double.longBitsToDouble(random.nextLong(1, 0x7ffL << 52));
            case 1 -> 1 + random.nextDouble(-1, 1) * Math.scalb(1.0, -random.nextInt(1, 45));
            default -> random.nextDouble(0.01, 20);
        };
    }

    private static void assertNear(double actual, double expected, String what) {
        boolean same = Double.doubleToLongBits(actual) == Double.doubleToLongBits(expected);
        boolean neighbour = actual != 0 && Math.abs(actual - expected) <= Math.ulp(expected);
        assertThat(same || neighbour).as("%s is %s, not %s", what, actual, expected).isTrue();
    }
}
