package propria.formats.antimony.flatten;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import propria.formats.antimony.tree.Formula;
import propria.formats.antimony.tree.Path;
import propria.formats.antimony.tree.Statement.Instantiation;
import propria.model.expression.Expression;
import propria.model.expression.LogicalExpression;
import propria.model.expression.Rewrite;

/// Conversion factors between a sub-model and the main model, as in SBML's package comp: `timeconv` units of the outer
/// time make one of the inner, `extentconv` those of what reactions turn over, and `inner * factor is outer` those of one
/// quantity.
final class Factors {

    private final SymbolTable table;
    private final BiFunction<Instance, Formula, Expression> plain;

    /// @param plain the meaning of a formula in the scope in which it stands, without any conversion
    Factors(SymbolTable table, BiFunction<Instance, Formula, Expression> plain) {
        this.table = table;
        this.plain = plain;
    }

    /// A formula of a scope as the main model has to say it.
    Expression inMain(Instance scope, Expression formula) {
        Optional<Expression> time = time(scope);
        Optional<Expression> extent = extent(scope);
        return time.isEmpty() && extent.isEmpty() ? formula : converted(formula, time, extent);
    }

    /// A condition of a scope as the main model has to say it.
    LogicalExpression inMain(Instance scope, LogicalExpression condition) {
        Optional<Expression> time = time(scope);
        Optional<Expression> extent = extent(scope);
        return time.isEmpty() && extent.isEmpty()
                ? condition
                : Rewrite.parts(condition, part -> converted(part, time, extent));
    }

    private Expression converted(Expression formula, Optional<Expression> time, Optional<Expression> extent) {
        return switch (formula) {
            case Expression.Time now -> over(now, time);
            case Expression.Delay(Expression argument, Expression lag) -> new Expression.Delay(
                    converted(argument, time, extent), times(converted(lag, time, extent), time));
            case Expression.RateOf rate -> times(rate, time);
            case Expression.Reference(String id) when table.isReaction(id) -> over(times(formula, time), extent);
            case Expression other -> Rewrite.parts(other, part -> converted(part, time, extent));
        };
    }

    /// A rate of change stated in a scope.
    Expression rate(Instance scope, Expression formula) {
        return over(formula, time(scope));
    }

    /// The rate of a reaction stated in a scope.
    Expression law(Instance scope, Expression formula) {
        return over(times(formula, extent(scope)), time(scope));
    }

    /// A span of time stated in a scope.
    Expression span(Instance scope, Expression formula) {
        return times(formula, time(scope));
    }

    /// A value that a scope states of a quantity, in the unit of the main model.
    Expression value(Instance scope, Path quantity, Expression formula) {
        return times(formula, of(table.factors(scope, quantity)));
    }

    /// A quantity of the main model, in the unit that a scope has for it.
    Expression reference(Instance scope, Path quantity, String id) {
        return over(new Expression.Reference(id), of(table.factors(scope, quantity)));
    }

    private Optional<Expression> of(List<SymbolTable.Factor> factors) {
        return product(factors.stream().map(factor -> plain.apply(factor.scope(), factor.formula())));
    }

    private Optional<Expression> time(Instance scope) {
        return along(scope, Instantiation::timeFactor);
    }

    private Optional<Expression> extent(Instance scope) {
        return along(scope, Instantiation::extentFactor);
    }

    /// The product of what all uses on the way up to the main model state.
    private Optional<Expression> along(Instance scope, Function<Instantiation, Optional<Formula>> stated) {
        List<Expression> factors = new ArrayList<>();
        for (Optional<Instance.Use> use = scope.use(); use.isPresent(); use = use.get().parent().use()) {
            Instance parent = use.get().parent();
            stated.apply(use.get().statement()).ifPresent(formula -> factors.add(plain.apply(parent, formula)));
        }
        return product(factors.stream());
    }

    private static Optional<Expression> product(Stream<Expression> factors) {
        return factors.reduce((one, other) -> new Expression.Product(List.of(one, other)));
    }

    private static Expression times(Expression formula, Optional<Expression> factor) {
        List<Expression> parts = formula instanceof Expression.Product product ? product.factors() : List.of(formula);
        return factor.<Expression>map(by -> new Expression.Product(
                Stream.concat(parts.stream(), Stream.of(by)).toList())).orElse(formula);
    }

    private static Expression over(Expression formula, Optional<Expression> divisor) {
        return divisor.<Expression>map(by -> new Expression.Quotient(formula, by)).orElse(formula);
    }
}
