package propria.engine.compile.graph;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import propria.engine.math.Elementary;

/// The functions of numbers that generated code calls, each a static method of the same meaning here and there.
/// [Elementary] and `StrictMath` give the same bits on every machine; of `Math` only what its specification fixes to the
/// bit.
public enum Intrinsic {
    ABS(Math.class, "abs", Math::abs),
    FLOOR(Math.class, "floor", Math::floor),
    CEILING(Math.class, "ceil", Math::ceil),
    SQRT(Math.class, "sqrt", Math::sqrt),
    CBRT(StrictMath.class, "cbrt", StrictMath::cbrt),
    FACTORIAL(Special.class, "factorial", Special::factorial),
    EXP(Elementary.class, "exp", Elementary::exp),
    LN(Elementary.class, "ln", Elementary::ln),
    LOG10(StrictMath.class, "log10", StrictMath::log10),
    SIN(StrictMath.class, "sin", StrictMath::sin),
    COS(StrictMath.class, "cos", StrictMath::cos),
    TAN(StrictMath.class, "tan", StrictMath::tan),
    SINH(StrictMath.class, "sinh", StrictMath::sinh),
    COSH(StrictMath.class, "cosh", StrictMath::cosh),
    TANH(StrictMath.class, "tanh", StrictMath::tanh),
    ARCSIN(StrictMath.class, "asin", StrictMath::asin),
    ARCCOS(StrictMath.class, "acos", StrictMath::acos),
    ARCTAN(StrictMath.class, "atan", StrictMath::atan),
    ARCSINH(Special.class, "arcsinh", Special::arcsinh),
    ARCCOSH(Special.class, "arccosh", Special::arccosh),
    ARCTANH(Special.class, "arctanh", Special::arctanh),
    POWER(Elementary.class, "pow", Elementary::pow),
    ROOT(Special.class, "root", Special::root),
    MINIMUM(Math.class, "min", (DoubleBinaryOperator) Math::min),
    MAXIMUM(Math.class, "max", (DoubleBinaryOperator) Math::max),
    QUOTIENT(Special.class, "quotient", Special::quotient),
    REMAINDER(Special.class, "remainder", Special::remainder);

    private final Class<?> owner;
    private final String method;
    private final int arity;
    private final DoubleBinaryOperator meaning;

    Intrinsic(Class<?> owner, String method, DoubleUnaryOperator meaning) {
        this.owner = owner;
        this.method = method;
        this.arity = 1;
        this.meaning = (a, _) -> meaning.applyAsDouble(a);
    }

    Intrinsic(Class<?> owner, String method, DoubleBinaryOperator meaning) {
        this.owner = owner;
        this.method = method;
        this.arity = 2;
        this.meaning = meaning;
    }

    /// The class of the static method.
    public Class<?> owner() {
        return owner;
    }

    /// The name of the static method.
    public String method() {
        return method;
    }

    /// How many numbers it takes, 1 or 2.
    public int arity() {
        return arity;
    }

    /// The value; `b` means nothing where [#arity] is 1.
    public double of(double a, double b) {
        return meaning.applyAsDouble(a, b);
    }
}
