package propria.bench.ccode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import propria.model.expression.ElementaryFunction;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression;

/// Formulas as C expressions. What depends on parameters alone goes to [Prepared]; in sums and products such operands are
/// gathered first. All else stays as written: finding common subexpressions is left to the compiler.
///
/// @param names the value of an id
/// @param prepared takes what depends on parameters alone
record CExpressions(Function<String, CValue> names, Prepared prepared) {

    private static final int LARGEST_POWER = 8;

    /// A formula as C.
    ///
    /// @throws NotInC if the formula cannot be expressed
    CValue of(Expression formula) {
        return switch (formula) {
            case Expression.Constant c -> CValue.constant(c.value());
            case Expression.Reference r -> names.apply(r.id());
            case Expression.Time _ -> CValue.place("t", true);
            case Expression.Sum s -> chain(s.terms(), " + ");
            case Expression.Product p -> chain(p.factors(), " * ");
            case Expression.Quotient q -> joined(List.of(of(q.numerator()), of(q.denominator())), "(", " / ", ")");
            case Expression.Power p -> power(p);
            case Expression.Call c -> call(c.function(), c.arguments().stream().map(this::of).toList());
            case Expression.Piecewise p -> piecewise(p);
            case Expression.Apply a -> throw new NotInC("the function " + a.function() + " has not been inlined");
            case Expression.Delay _ -> throw new NotInC("a delay");
            case Expression.RateOf _ -> throw new NotInC("the rate of change of a quantity within a formula");
            case Expression.Draw _ -> throw new NotInC("a random number");
        };
    }

    private CValue chain(List<Expression> operands, String operator) {
        List<CValue> steady = new ArrayList<>();
        List<CValue> moving = new ArrayList<>();
        operands.stream().map(this::of).forEach(value -> (value.varying() ? moving : steady).add(value));
        if (steady.size() > 1 && !moving.isEmpty()) {
            moving.addFirst(prepared.of(joined(steady, "(", operator, ")")));
        } else {
            moving.addAll(0, steady);
        }
        return moving.size() == 1 ? moving.getFirst() : joined(moving, "(", operator, ")");
    }

    /// The values between marks; those that depend on parameters alone are prepared where others vary.
    private CValue joined(List<CValue> values, String open, String between, String close) {
        boolean varying = values.stream().anyMatch(CValue::varying);
        StringBuilder text = new StringBuilder(open);
        String mark = "";
        for (CValue value : values) {
            text.append(mark).append((varying ? prepared.of(value) : value).text());
            mark = between;
        }
        return new CValue(text.append(close).toString(), varying, true);
    }

    private CValue power(Expression.Power p) {
        CValue base = of(p.base());
        if (p.exponent() instanceof Expression.Constant(double n) && n == StrictMath.rint(n)
                && StrictMath.abs(n) <= LARGEST_POWER && n != 0) {
            CValue whole = joined(List.of(base), "power" + (int) StrictMath.abs(n) + "(", "", ")");
            return n > 0 ? whole : new CValue("(1.0 / " + whole.text() + ")", whole.varying(), true);
        }
        return joined(List.of(base, of(p.exponent())), "pow(", ", ", ")");
    }

    private CValue piecewise(Expression.Piecewise p) {
        CValue result = of(p.otherwise());
        for (Expression.Case branch : p.cases().reversed()) {
            CValue when = of(branch.when());
            CValue then = of(branch.then());
            boolean varying = when.varying() || then.varying() || result.varying();
            String text = "(" + when.text() + " ? " + (varying ? prepared.of(then) : then).text() + " : "
                    + (varying ? prepared.of(result) : result).text() + ")";
            result = new CValue(text, varying, true);
        }
        return result;
    }

    CValue of(LogicalExpression condition) {
        return switch (condition) {
            case LogicalExpression.Truth t -> CValue.constant(t.value() ? 1 : 0);
            case LogicalExpression.Comparison c ->
                joined(List.of(of(c.left()), of(c.right())), "(", " " + c.relation().symbol() + " ", ")");
            case LogicalExpression.And a -> truths(a.operands(), " && ", 1);
            case LogicalExpression.Or o -> truths(o.operands(), " || ", 0);
            case LogicalExpression.ExclusiveOr x -> truths(x.operands(), " != ", 0);
            case LogicalExpression.Not n -> joined(List.of(of(n.operand())), "(!", "", ")");
        };
    }

    private CValue truths(List<LogicalExpression> operands, String operator, double empty) {
        CValue result = CValue.constant(empty);
        for (LogicalExpression operand : operands) {
            result = joined(List.of(result, joined(List.of(of(operand)), "(0 != ", "", ")")), "(", operator, ")");
        }
        return result;
    }

    private CValue call(ElementaryFunction function, List<CValue> a) {
        return switch (function) {
            case MINIMUM -> a.stream().reduce((x, y) -> joined(List.of(x, y), "fmin(", ", ", ")")).orElseThrow();
            case MAXIMUM -> a.stream().reduce((x, y) -> joined(List.of(x, y), "fmax(", ", ", ")")).orElseThrow();
            case LOG, ROOT, QUOTIENT, REMAINDER -> joined(a, function.text() + "_of(", ", ", ")");
            default -> joined(a, name(function) + "(", ", ", ")");
        };
    }

    private static String name(ElementaryFunction function) {
        return switch (function) {
            case ABS -> "fabs";
            case LN -> "log";
            case CEILING -> "ceil";
            case ARCSIN -> "asin";
            case ARCCOS -> "acos";
            case ARCTAN -> "atan";
            case ARCSINH -> "asinh";
            case ARCCOSH -> "acosh";
            case ARCTANH -> "atanh";
            case EXP, LOG10, SQRT, FLOOR, SIN, COS, TAN, SINH, COSH, TANH -> function.text();
            case LOG, ROOT, QUOTIENT, REMAINDER, MINIMUM, MAXIMUM, FACTORIAL, SEC, CSC, COT, SECH, CSCH, COTH, ARCSEC,
                    ARCCSC, ARCCOT, ARCSECH, ARCCSCH, ARCCOTH ->
                function.text() + "_of";
        };
    }
}
