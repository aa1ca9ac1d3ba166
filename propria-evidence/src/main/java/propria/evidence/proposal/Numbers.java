package propria.evidence.proposal;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers in a sentence.
final class Numbers {

    private Numbers() {
    }

    /// A number with at most three digits that matter.
    static String short3(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros();
        return Math.abs(value) >= 1e-3 && Math.abs(value) < 1e6 || value == 0
                ? rounded.toPlainString()
                : rounded.toString().replace("E+", "e").replace("E", "e");
    }
}
