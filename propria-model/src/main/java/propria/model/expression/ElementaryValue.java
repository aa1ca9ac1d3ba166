package propria.model.expression;

import static propria.model.expression.ElementaryFunction.*;

import java.util.Map;
import java.util.Objects;

/// The values of the elementary functions, from `StrictMath` alone, so that they have the same bits on every machine.
/// Outside its domain a function is not a number.
public final class ElementaryValue {

    private static final Map<ElementaryFunction, ElementaryFunction> BY_RECIPROCAL = Map.ofEntries(
            Map.entry(SEC, COS), Map.entry(CSC, SIN), Map.entry(COT, TAN), Map.entry(SECH, COSH),
            Map.entry(CSCH, SINH), Map.entry(COTH, TANH), Map.entry(ARCSEC, ARCCOS), Map.entry(ARCCSC, ARCSIN),
            Map.entry(ARCCOT, ARCTAN), Map.entry(ARCSECH, ARCCOSH), Map.entry(ARCCSCH, ARCSINH),
            Map.entry(ARCCOTH, ARCTANH));

    private ElementaryValue() {
    }

    /// The value of a function.
    ///
    /// @param function the function
    /// @param x its arguments, as many as it takes; angles in radians
    /// @throws IllegalArgumentException if the function does not take that many
    public static double of(ElementaryFunction function, double... x) {
        function.checkArity(x.length);
        return switch (function) {
            case ABS -> StrictMath.abs(x[0]);
            case EXP -> StrictMath.exp(x[0]);
            case LN -> StrictMath.log(x[0]);
            case LOG10 -> StrictMath.log10(x[0]);
            case LOG -> x[0] == 10 ? StrictMath.log10(x[1]) : StrictMath.log(x[1]) / StrictMath.log(x[0]);
            case SQRT -> StrictMath.sqrt(x[0]);
            case ROOT -> root(x[0], x[1]);
            case FLOOR -> StrictMath.floor(x[0]);
            case CEILING -> StrictMath.ceil(x[0]);
            case FACTORIAL -> factorial(x[0]);
            case QUOTIENT -> towardsZero(x[0] / x[1]);
            case REMAINDER -> x[0] % x[1];
            case MINIMUM -> least(x);
            case MAXIMUM -> greatest(x);
            case SIN -> StrictMath.sin(x[0]);
            case COS -> StrictMath.cos(x[0]);
            case TAN -> StrictMath.tan(x[0]);
            case SINH -> StrictMath.sinh(x[0]);
            case COSH -> StrictMath.cosh(x[0]);
            case TANH -> StrictMath.tanh(x[0]);
            case ARCSIN -> StrictMath.asin(x[0]);
            case ARCCOS -> StrictMath.acos(x[0]);
            case ARCTAN -> StrictMath.atan(x[0]);
            case ARCSINH -> inverseSinh(x[0]);
            case ARCCOSH -> StrictMath.log(x[0] + StrictMath.sqrt((x[0] - 1) * (x[0] + 1)));
            case ARCTANH -> 0.5 * StrictMath.log1p(2 * x[0] / (1 - x[0]));
            case SEC, CSC, COT, SECH, CSCH, COTH -> 1 / of(byReciprocal(function), x[0]);
            case ARCSEC, ARCCSC, ARCCOT, ARCSECH, ARCCSCH, ARCCOTH -> of(byReciprocal(function), 1 / x[0]);
        };
    }

    /// The function of which `function` is the reciprocal, or of which it is the inverse taken at the reciprocal.
    static ElementaryFunction byReciprocal(ElementaryFunction function) {
        return Objects.requireNonNull(BY_RECIPROCAL.get(function));
    }

    /// A negative number has a root of odd degree.
    private static double root(double degree, double x) {
        if (degree == 2) {
            return StrictMath.sqrt(x);
        }
        if (degree == 3) {
            return StrictMath.cbrt(x);
        }
        boolean odd = StrictMath.abs(degree % 2) == 1;
        return x < 0 && odd ? -StrictMath.pow(-x, 1 / degree) : StrictMath.pow(x, 1 / degree);
    }

    private static double factorial(double x) {
        if (!(x >= 0) || x != StrictMath.rint(x)) {
            return Double.NaN;
        }
        double product = 1;
        for (double factor = 2; factor <= x && product < Double.POSITIVE_INFINITY; factor++) {
            product *= factor;
        }
        return product;
    }

    private static double towardsZero(double x) {
        return x < 0 ? StrictMath.ceil(x) : StrictMath.floor(x);
    }

    private static double least(double[] x) {
        double least = x[0];
        for (double candidate : x) {
            least = StrictMath.min(least, candidate);
        }
        return least;
    }

    private static double greatest(double[] x) {
        double greatest = x[0];
        for (double candidate : x) {
            greatest = StrictMath.max(greatest, candidate);
        }
        return greatest;
    }

    /// By `log1p`, so that small arguments lose no digits.
    private static double inverseSinh(double x) {
        double size = StrictMath.abs(x);
        double rest = size * size / (1 + StrictMath.sqrt(size * size + 1));
        return StrictMath.copySign(StrictMath.log1p(size + rest), x);
    }
}
