package propria.bench.ccode;

/// A number in C.
///
/// @param text the expression, in brackets where it is compound
/// @param varying whether it changes within a run without a change from outside: depends on states or time
/// @param compound whether computing it takes an operation
record CValue(String text, boolean varying, boolean compound) {

    static CValue constant(double value) {
        if (Double.isNaN(value)) {
            return new CValue("NAN", false, false);
        }
        if (Double.isInfinite(value)) {
            return new CValue(value > 0 ? "INFINITY" : "(-INFINITY)", false, false);
        }
        return new CValue(value < 0 ? "(" + value + ")" : Double.toString(value), false, false);
    }

    static CValue place(String text, boolean varying) {
        return new CValue(text, varying, false);
    }
}
