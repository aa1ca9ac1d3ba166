package propria.model.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import propria.model.Parameter;
import propria.model.expression.ElementaryFunction;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression;
import propria.model.expression.Print;
import propria.model.unit.Unit;

/// Finds the unit of a formula from the units of its names, and on the way each place where two units clash.
final class UnitOfFormula {

    /// What is known of the unit of a part of a formula.
    sealed interface Finding {

        /// A bare number, which goes with any unit in a sum and is a pure number in a product.
        record Literal() implements Finding {
        }

        /// Some name without a unit takes part.
        record Unknown() implements Finding {
        }

        /// A unit.
        record Known(Unit unit) implements Finding {
        }
    }

    /// Two units that should be the same.
    ///
    /// @param left the first part
    /// @param leftUnit its unit
    /// @param right the other part, or the reason why a unit is asked for
    /// @param rightUnit its unit
    record Clash(String left, Unit leftUnit, String right, Unit rightUnit) {
    }

    private static final Finding LITERAL = new Finding.Literal();
    private static final Finding UNKNOWN = new Finding.Unknown();
    private static final Finding PURE = new Finding.Known(Unit.DIMENSIONLESS);
    private static final int LONGEST = 60;

    private final ModelUnits units;
    private final List<Parameter> locals;
    private final List<Clash> clashes = new ArrayList<>();

    /// @param units the units of the model
    /// @param locals parameters that only the formula sees
    UnitOfFormula(ModelUnits units, List<Parameter> locals) {
        this.units = units;
        this.locals = locals;
    }

    /// The clashes found so far.
    List<Clash> clashes() {
        return clashes;
    }

    /// Asks that a formula has a unit.
    void expect(Expression formula, Optional<Unit> wanted, String reason) {
        if (of(formula) instanceof Finding.Known(Unit found) && wanted.isPresent()) {
            compare(text(formula), found, reason, wanted.get());
        }
    }

    /// The unit of a number-valued formula, its model-defined functions inlined.
    Finding of(Expression expression) {
        return switch (expression) {
            case Expression.Constant _ -> LITERAL;
            case Expression.Reference(String id) -> known(units.of(id, locals));
            case Expression.Time() -> known(units.time());
            case Expression.Sum(List<Expression> terms) -> alike(terms);
            case Expression.Product(List<Expression> factors) -> product(factors);
            case Expression.Quotient(Expression top, Expression bottom) -> over(of(top), of(bottom));
            case Expression.Power(Expression base, Expression exponent) -> power(base, exponent);
            case Expression.Call(ElementaryFunction function, List<Expression> arguments) -> call(function, arguments);
            case Expression.Apply _,Expression.Draw _ -> UNKNOWN;
            case Expression.Piecewise(List<Expression.Case> cases, Expression otherwise) -> {
                List<Expression> branches = new ArrayList<>(cases.stream().map(Expression.Case::then).toList());
                branches.add(otherwise);
                cases.forEach(branch -> check(branch.when()));
                yield alike(branches);
            }
            case Expression.Delay(Expression argument, Expression lag) -> {
                expect(lag, units.time(), "a time");
                yield of(argument);
            }
            case Expression.RateOf(String id) -> over(known(units.of(id, locals)), known(units.time()));
        };
    }

    /// Looks for clashes in a condition, its model-defined functions inlined.
    void check(LogicalExpression condition) {
        switch (condition) {
            case LogicalExpression.Truth _ -> {
            }
            case LogicalExpression.Comparison(_, Expression left, Expression right) -> alike(List.of(left, right));
            case LogicalExpression.And(List<LogicalExpression> operands) -> operands.forEach(this::check);
            case LogicalExpression.Or(List<LogicalExpression> operands) -> operands.forEach(this::check);
            case LogicalExpression.ExclusiveOr(List<LogicalExpression> operands) -> operands.forEach(this::check);
            case LogicalExpression.Not(LogicalExpression operand) -> check(operand);
        }
    }

    /// The unit that all parts share; each that differs from the first clashes with it. After a clash nothing is known,
    /// lest one mistake be reported all the way up.
    private Finding alike(List<Expression> parts) {
        int before = clashes.size();
        Finding shared = LITERAL;
        Expression first = Expression.ZERO;
        for (Expression part : parts) {
            Finding finding = of(part);
            if (shared instanceof Finding.Known(Unit expected) && finding instanceof Finding.Known(Unit found)) {
                compare(text(first), expected, text(part), found);
            }
            if (!(shared instanceof Finding.Known) && !(finding instanceof Finding.Literal)) {
                shared = finding;
                first = part;
            }
        }
        return clashes.size() == before ? shared : UNKNOWN;
    }

    private Finding product(List<Expression> factors) {
        Finding total = LITERAL;
        for (Expression factor : factors) {
            total = times(total, of(factor));
        }
        return total;
    }

    private static Finding times(Finding left, Finding right) {
        return switch (left) {
            case Finding.Unknown _ -> UNKNOWN;
            case Finding.Literal _ -> right;
            case Finding.Known(Unit unit) -> times(unit, right);
        };
    }

    private static Finding times(Unit left, Finding right) {
        return switch (right) {
            case Finding.Unknown _ -> UNKNOWN;
            case Finding.Literal _ -> new Finding.Known(left);
            case Finding.Known(Unit unit) -> new Finding.Known(left.times(unit));
        };
    }

    private static Finding over(Finding top, Finding bottom) {
        return switch (bottom) {
            case Finding.Unknown _ -> UNKNOWN;
            case Finding.Literal _ -> top;
            case Finding.Known(Unit b) -> times(top, new Finding.Known(Unit.DIMENSIONLESS.over(b)));
        };
    }

    private Finding power(Expression base, Expression exponent) {
        expect(exponent, Optional.of(Unit.DIMENSIONLESS), "an exponent, which is a pure number");
        Finding finding = of(base);
        if (!(finding instanceof Finding.Known(Unit unit))) {
            return finding;
        }
        OptionalDouble value = value(exponent);
        if (value.isPresent()) {
            return new Finding.Known(unit.toThe(value.getAsDouble()));
        }
        if (!unit.dimension().isNone()) {
            clashes.add(new Clash(text(base), unit, "the base of a changing exponent, which is a pure number",
                    Unit.DIMENSIONLESS));
            return UNKNOWN;
        }
        return unit.equivalent(Unit.DIMENSIONLESS) ? PURE : UNKNOWN;
    }

    /// The value of an exponent that never changes.
    private OptionalDouble value(Expression exponent) {
        return switch (exponent) {
            case Expression.Constant(double number) -> OptionalDouble.of(number);
            case Expression.Reference(String id) -> units.constant(id, locals);
            case Expression.Quotient(Expression.Constant(double top), Expression.Constant(double bottom)) ->
                OptionalDouble.of(top / bottom);
            case Expression.Product(List<Expression> factors) -> {
                double total = 1;
                for (Expression factor : factors) {
                    total *= value(factor).orElse(Double.NaN);
                }
                yield Double.isNaN(total) ? OptionalDouble.empty() : OptionalDouble.of(total);
            }
            case Expression.Sum _,Expression.Quotient _,Expression.Power _,Expression.Time _,Expression.Call _,Expression.Apply _,Expression.Piecewise _,Expression.Delay _,Expression.RateOf _,Expression.Draw _ ->
                OptionalDouble.empty();
        };
    }

    private Finding call(ElementaryFunction function, List<Expression> arguments) {
        Expression first = arguments.getFirst();
        return switch (function) {
            case ABS, FLOOR, CEILING -> of(first);
            case MINIMUM, MAXIMUM, REMAINDER -> alike(arguments);
            case QUOTIENT -> over(of(first), of(arguments.getLast()));
            case SQRT -> power(first, new Expression.Constant(0.5));
            case ROOT -> power(arguments.getLast(), new Expression.Quotient(Expression.ONE, first));
            case EXP, LN, LOG10, LOG, FACTORIAL, SIN, COS, TAN, SEC, CSC, COT, SINH, COSH, TANH, SECH, CSCH, COTH,
                    ARCSIN, ARCCOS, ARCTAN, ARCSEC, ARCCSC, ARCCOT, ARCSINH, ARCCOSH, ARCTANH, ARCSECH, ARCCSCH,
                    ARCCOTH -> {
                String reason = "an argument of " + function.text() + ", which is a pure number";
                arguments.forEach(argument -> expect(argument, Optional.of(Unit.DIMENSIONLESS), reason));
                yield PURE;
            }
        };
    }

    private void compare(String left, Unit leftUnit, String right, Unit rightUnit) {
        if (!leftUnit.equivalent(rightUnit)) {
            clashes.add(new Clash(left, leftUnit, right, rightUnit));
        }
    }

    private static Finding known(Optional<Unit> unit) {
        return unit.<Finding>map(Finding.Known::new).orElse(UNKNOWN);
    }

    private static String text(Expression expression) {
        String whole = ModelChecks.shown(Print.of(expression));
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST) + " …";
    }
}
