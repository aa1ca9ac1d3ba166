package propria.engine.math;

import java.math.BigInteger;

/// The tables behind [Elementary], found in whole numbers of 160 binary places when the class is first used.
final class Tables {

    /// Entries a table, and the binary digits of that.
    static final int SIZE = 128;
    static final int SIZE_BITS = 7;
    /// An interval of the table of logarithms spans this many bits of a number's pattern.
    static final int INTERVAL_BITS = 52 - SIZE_BITS;
    /// The interval that has 1 in its middle; its entry is `1, 0, 0`, so that logarithms near 0 keep their relative
    /// accuracy.
    private static final int AROUND_ONE = 76;
    /// The pattern of the lower end of the first interval, about 0.7.
    static final long FIRST = Double.doubleToRawLongBits(1.0) - ((long) AROUND_ONE << INTERVAL_BITS)
            - (1L << INTERVAL_BITS - 1);
    /// Binary places of the heads of logarithms: `k ln 2 + ln c` is exact in the heads for every exponent `k`.
    private static final int LOG_PLACES = 42;
    /// Binary places of the head of `ln 2 / 128`: times any multiple in use it is exact.
    private static final int STEP_PLACES = 43;
    private static final BigInteger LN_2_FIXED = FixedPoint.lnOfRatio(FixedPoint.of(2), FixedPoint.ONE);

    static final double LN_2 = FixedPoint.head(LN_2_FIXED, LOG_PLACES);
    static final double LN_2_REST = FixedPoint.rest(LN_2_FIXED, LN_2);
    static final double STEP = FixedPoint.head(LN_2_FIXED.shiftRight(SIZE_BITS), STEP_PLACES);
    static final double STEP_REST = FixedPoint.rest(LN_2_FIXED.shiftRight(SIZE_BITS), STEP);
    static final double STEPS = SIZE / FixedPoint.nearest(LN_2_FIXED);
    /// For each interval, at `4 i`: a number `1/c` for a `c` in its middle, head and rest of `ln c`, and nothing.
    static final double[] LOG = logarithms();
    /// At `2 i`: head and rest of `2^(i/128)`.
    static final double[] POWER = powers();

    private Tables() {
    }

    /// From the interval around 1 outwards, each logarithm by its difference from the one before.
    private static double[] logarithms() {
        double[] table = new double[4 * SIZE];
        table[4 * AROUND_ONE] = 1;
        for (int direction = -1; direction <= 1; direction += 2) {
            BigInteger known = BigInteger.ZERO;
            BigInteger before = FixedPoint.ONE;
            for (int i = AROUND_ONE + direction; i >= 0 && i < SIZE; i += direction) {
                double inverse = 1 / middle(i);
                BigInteger next = FixedPoint.of(inverse);
                known = known.add(FixedPoint.lnOfRatio(before, next));
                before = next;
                table[4 * i] = inverse;
                table[4 * i + 1] = FixedPoint.head(known, LOG_PLACES);
                table[4 * i + 2] = FixedPoint.rest(known, table[4 * i + 1]);
            }
        }
        return table;
    }

    private static double middle(int interval) {
        long low = FIRST + ((long) interval << INTERVAL_BITS);
        return 0.5 * (Double.longBitsToDouble(low) + Double.longBitsToDouble(low + (1L << INTERVAL_BITS)));
    }

    private static double[] powers() {
        BigInteger step = FixedPoint.of(2);
        for (int k = 0; k < SIZE_BITS; k++) {
            step = FixedPoint.root(step);
        }
        double[] table = new double[2 * SIZE];
        BigInteger power = FixedPoint.ONE;
        for (int i = 0; i < SIZE; i++) {
            table[2 * i] = FixedPoint.nearest(power);
            table[2 * i + 1] = FixedPoint.rest(power, table[2 * i]);
            power = FixedPoint.product(power, step);
        }
        return table;
    }
}
