package propria.formats.petab.math;

import java.util.ArrayList;
import java.util.List;
import propria.formats.petab.math.Operand.Number;
import propria.formats.petab.math.Operand.Truth;
import propria.model.expression.Expression;
import propria.model.expression.Formulas;
import propria.model.expression.LogicalExpression;
import propria.model.expression.LogicalExpression.Relation;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Reads formulas by the grammar of PEtab version 2 ("Math expressions syntax"): `^` binds closest and to the right, then
/// signs and `!`, products, sums, comparisons, and last `&&` and `||` with equal rank from left to right. Truth becomes 1
/// or 0 where a number is needed, a number becomes true where it is not zero.
public final class PetabMath {

    private static final int DEEPEST = 200;

    private final List<MathToken> tokens;
    private final SourceLocation place;
    private int next;
    private int depth;

    private PetabMath(String text, SourceLocation place) {
        this.tokens = MathToken.of(text, place);
        this.place = place;
    }

    /// Reads a formula.
    ///
    /// @param place of its first character
    /// @throws ProblemException P110 to P112
    public static Expression read(String text, SourceLocation place) {
        PetabMath math = new PetabMath(text, place);
        Operand whole = math.disjunction();
        if (!math.peek().isEnd()) {
            throw math.unexpected();
        }
        return whole.asNumber();
    }

    private MathToken peek() {
        return tokens.get(next);
    }

    private boolean accept(String symbol) {
        boolean found = peek().is(symbol);
        next += found ? 1 : 0;
        return found;
    }

    private void expect(String symbol) {
        if (!accept(symbol)) {
            throw unexpected();
        }
    }

    private ProblemException unexpected() {
        MathToken token = peek();
        SourceLocation at = new SourceLocation(place.file(), place.line(), place.column() + token.offset());
        return new ProblemException(Problem.error("P110", at,
                token.isEnd() ? "the formula ends too early" : "`" + token.text() + "` is not expected here", "",
                "look for a missing operator, operand or parenthesis"));
    }

    private Operand disjunction() {
        if (++depth > DEEPEST) {
            throw new ProblemException(Problem.error("P112", place, "the formula is nested too deeply",
                    "at most " + DEEPEST + " levels are read", "name parts of it as observables"));
        }
        Operand left = comparison();
        while (peek().is("&&") || peek().is("||")) {
            boolean and = accept("&&");
            if (!and) {
                expect("||");
            }
            LogicalExpression first = left.asTruth();
            LogicalExpression second = comparison().asTruth();
            left = new Truth(and
                    ? new LogicalExpression.And(List.of(first, second))
                    : new LogicalExpression.Or(List.of(first, second)));
        }
        depth--;
        return left;
    }

    private Operand comparison() {
        Operand left = sum();
        for (Relation relation : Relation.values()) {
            if (accept(relation.symbol())) {
                Operand right = sum();
                if (peek().isComparison()) {
                    throw unexpected();
                }
                return new Truth(Formulas.compare(left.asNumber(), relation, right.asNumber()));
            }
        }
        return left;
    }

    private Operand sum() {
        Operand left = product();
        while (peek().is("+") || peek().is("-")) {
            boolean plus = accept("+");
            if (!plus) {
                expect("-");
            }
            Expression first = left.asNumber();
            Expression second = product().asNumber();
            left = new Number(plus ? Formulas.sum(first, second) : Formulas.difference(first, second));
        }
        return left;
    }

    private Operand product() {
        Operand left = sign();
        while (peek().is("*") || peek().is("/")) {
            boolean times = accept("*");
            if (!times) {
                expect("/");
            }
            Expression first = left.asNumber();
            Expression second = sign().asNumber();
            left = new Number(times ? Formulas.product(first, second) : Formulas.quotient(first, second));
        }
        return left;
    }

    private Operand sign() {
        if (++depth > DEEPEST) {
            throw new ProblemException(Problem.error("P112", place, "the formula is nested too deeply",
                    "at most " + DEEPEST + " levels are read", "name parts of it as observables"));
        }
        Operand signed;
        if (accept("-")) {
            signed = new Number(Formulas.negative(sign().asNumber()));
        } else if (accept("+")) {
            signed = new Number(sign().asNumber());
        } else if (accept("!")) {
            signed = new Truth(new LogicalExpression.Not(sign().asTruth()));
        } else {
            signed = power();
        }
        depth--;
        return signed;
    }

    private Operand power() {
        Operand base = atom();
        if (accept("^")) {
            return new Number(Formulas.power(base.asNumber(), sign().asNumber()));
        }
        return base;
    }

    private Operand atom() {
        MathToken token = peek();
        if (accept("(")) {
            Operand inner = disjunction();
            expect(")");
            return inner;
        }
        if (token.isNumber()) {
            next++;
            return new Number(Formulas.number(Double.parseDouble(token.text())));
        }
        if (token.isName()) {
            next++;
            return accept("(") ? call(token) : name(token.text());
        }
        throw unexpected();
    }

    private static Operand name(String name) {
        return switch (name) {
            case "true" -> new Truth(new LogicalExpression.Truth(true));
            case "false" -> new Truth(new LogicalExpression.Truth(false));
            case "inf" -> new Number(Formulas.number(Double.POSITIVE_INFINITY));
            case "time" -> new Number(new Expression.Time());
            default -> new Number(Formulas.name(name));
        };
    }

    private Operand call(MathToken function) {
        List<Operand> arguments = new ArrayList<>();
        if (!peek().is(")")) {
            do {
                arguments.add(disjunction());
            } while (accept(","));
        }
        expect(")");
        return PetabFunctions.call(function.text(), arguments,
                new SourceLocation(place.file(), place.line(), place.column() + function.offset()));
    }
}
