package propria.engine.math;

import java.math.BigInteger;

/// Whole numbers that stand for multiples of 2^-160: enough to find table entries to twice the digits of a number.
final class FixedPoint {

    static final int BITS = 160;
    static final BigInteger ONE = BigInteger.ONE.shiftLeft(BITS);

    private FixedPoint() {
    }

    /// Exactly `value`, which must be a normal number or zero and a multiple of 2^-160.
    static BigInteger of(double value) {
        if (value == 0) {
            return BigInteger.ZERO;
        }
        int exponent = Math.getExponent(value);
        long digits = (long) Math.scalb(value, 52 - exponent);
        return BigInteger.valueOf(digits).shiftLeft(BITS - 52 + exponent);
    }

    static BigInteger product(BigInteger a, BigInteger b) {
        return a.multiply(b).shiftRight(BITS);
    }

    static BigInteger root(BigInteger a) {
        return a.shiftLeft(BITS).sqrt();
    }

    /// `ln(a / b) = 2 artanh((a - b) / (a + b))` by its power series, which is short where `a` is near `b`.
    static BigInteger lnOfRatio(BigInteger a, BigInteger b) {
        BigInteger z = a.subtract(b).shiftLeft(BITS).divide(a.add(b));
        BigInteger square = product(z, z);
        BigInteger sum = BigInteger.ZERO;
        BigInteger power = z;
        for (int k = 1; power.abs().bitLength() > 1; k += 2) {
            sum = sum.add(power.divide(BigInteger.valueOf(k)));
            power = product(power, square);
        }
        return sum.shiftLeft(1);
    }

    /// The nearest number.
    static double nearest(BigInteger a) {
        return Math.scalb(a.doubleValue(), -BITS);
    }

    /// The multiple of `2^-digits` next below; a number where it has no more than 53 binary digits.
    static double head(BigInteger a, int digits) {
        return Math.scalb(a.shiftRight(BITS - digits).doubleValue(), -digits);
    }

    /// What `head` leaves of `a`.
    static double rest(BigInteger a, double head) {
        return nearest(a.subtract(of(head)));
    }
}
