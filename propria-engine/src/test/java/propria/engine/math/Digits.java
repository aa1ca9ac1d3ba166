package propria.engine.math;

import java.math.BigDecimal;
import java.math.MathContext;

/// Logarithm and exponential to 45 decimal digits by plain series, to hold [Elementary] to.
final class Digits {

    private static final MathContext MANY = new MathContext(60);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal LN_2 = lnNearOne(TWO);
    private static final int HALVINGS = 8;

    private Digits() {
    }

    static BigDecimal ln(double x) {
        int exponent = Math.getExponent(Math.max(x, Double.MIN_NORMAL));
        double fraction = Math.scalb(Math.scalb(x, -exponent / 2), -(exponent - exponent / 2));
        if (fraction > 1.4) {
            fraction /= 2;
            exponent++;
        }
        while (fraction < 0.7) {
            fraction *= 2;
            exponent--;
        }
        return lnNearOne(new BigDecimal(fraction)).add(LN_2.multiply(BigDecimal.valueOf(exponent)), MANY);
    }

    private static BigDecimal lnNearOne(BigDecimal a) {
        BigDecimal z = a.subtract(BigDecimal.ONE).divide(a.add(BigDecimal.ONE), MANY);
        BigDecimal square = z.multiply(z, MANY);
        BigDecimal sum = z;
        BigDecimal power = z;
        for (int k = 3; k < 120 && power.signum() != 0; k += 2) {
            power = power.multiply(square, MANY);
            sum = sum.add(power.divide(BigDecimal.valueOf(k), MANY), MANY);
        }
        return sum.multiply(TWO);
    }

    static BigDecimal exp(BigDecimal x) {
        int k = (int) Math.rint(x.doubleValue() / 0.6931471805599453);
        BigDecimal small = x.subtract(LN_2.multiply(BigDecimal.valueOf(k))).divide(TWO.pow(HALVINGS), MANY);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; n < 19; n++) {
            term = term.multiply(small, MANY).divide(BigDecimal.valueOf(n), MANY);
            sum = sum.add(term, MANY);
        }
        for (int n = 0; n < HALVINGS; n++) {
            sum = sum.multiply(sum, MANY);
        }
        return k < 0 ? sum.divide(TWO.pow(-k), MANY) : sum.multiply(TWO.pow(k), MANY);
    }

    static BigDecimal pow(double x, double y) {
        return exp(ln(x).multiply(new BigDecimal(y), MANY));
    }

    /// How far `found` is from `exact`, in units in the last place of `found`.
    static double distance(double found, BigDecimal exact) {
        return new BigDecimal(found).subtract(exact).abs().divide(new BigDecimal(Math.ulp(found)), MANY).doubleValue();
    }
}
