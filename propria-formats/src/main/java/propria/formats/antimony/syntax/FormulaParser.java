package propria.formats.antimony.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.formats.antimony.syntax.Token.Kind;
import propria.formats.antimony.tree.Formula;
import propria.formats.antimony.tree.Formula.Application;
import propria.formats.antimony.tree.Formula.Binary;
import propria.formats.antimony.tree.Formula.Group;
import propria.formats.antimony.tree.Formula.Minus;
import propria.formats.antimony.tree.Formula.Name;
import propria.formats.antimony.tree.Formula.Not;
import propria.formats.antimony.tree.Formula.Number;
import propria.formats.antimony.tree.Formula.Operator;
import propria.formats.antimony.tree.Path;
import propria.model.problem.SourceLocation;

/// Reads formulas. From loose to tight: `||`, `&&`, comparison, `+ -`, `* / %`, sign and `!`, `^`. A chain `a^b^c` is
/// refused, since tools disagree about its meaning; so is `a < b < c`.
final class FormulaParser {

    private static final Map<String, Operator> COMPARISONS = Map.of("==", Operator.EQUAL, "!=", Operator.NOT_EQUAL, "<",
            Operator.LESS, "<=", Operator.LESS_OR_EQUAL, ">", Operator.GREATER, ">=", Operator.GREATER_OR_EQUAL);
    private static final Map<String, Operator> SUMS = Map.of("+", Operator.PLUS, "-", Operator.MINUS);
    private static final Map<String, Operator> PRODUCTS = Map.of("*", Operator.TIMES, "/", Operator.DIVIDE, "%",
            Operator.REMAINDER);

    private static final int LONGEST = 200;

    private final Cursor cursor;

    FormulaParser(Cursor cursor) {
        this.cursor = cursor;
    }

    Formula formula() {
        cursor.enter();
        Formula left = conjunction();
        while (cursor.accept("||")) {
            cursor.skipLineEnds();
            left = new Binary(Operator.OR, left, conjunction());
        }
        cursor.leave();
        return left;
    }

    /// A condition; `a < b < c` counts as both of its halves.
    Formula limits() {
        int start = cursor.mark();
        Formula left = sum();
        Optional<Operator> first = operator(COMPARISONS);
        if (first.isPresent()) {
            Formula middle = sum();
            Optional<Operator> second = operator(COMPARISONS);
            if (second.isPresent()) {
                return new Binary(Operator.AND, new Binary(first.get(), left, middle),
                        new Binary(second.get(), middle, sum()));
            }
        }
        cursor.reset(start);
        return formula();
    }

    private Formula conjunction() {
        Formula left = comparison();
        while (cursor.accept("&&")) {
            cursor.skipLineEnds();
            left = new Binary(Operator.AND, left, comparison());
        }
        return left;
    }

    private Formula comparison() {
        Formula left = sum();
        Optional<Operator> operator = operator(COMPARISONS);
        if (operator.isEmpty()) {
            return left;
        }
        Formula compared = new Binary(operator.get(), left, sum());
        SourceLocation place = cursor.place();
        if (operator(COMPARISONS).isPresent()) {
            throw cursor.fail("A115", place, "Comparisons cannot be chained.",
                    "a < b < c compares a truth value with c.", "Write a < b && b < c.");
        }
        return compared;
    }

    private Formula sum() {
        Formula left = product();
        Optional<Operator> operator = operator(SUMS);
        while (operator.isPresent()) {
            left = new Binary(operator.get(), left, product());
            operator = operator(SUMS);
        }
        return left;
    }

    private Formula product() {
        Formula left = signed();
        Optional<Operator> operator = operator(PRODUCTS);
        int quotients = 0;
        while (operator.isPresent()) {
            if (operator.get() != Operator.TIMES && ++quotients > LONGEST) {
                throw cursor.fail("A111", cursor.place(), "This chain of divisions is too long.",
                        "At most " + LONGEST + " are read.", "Give parts of the formula names with :=.");
            }
            left = new Binary(operator.get(), left, signed());
            operator = operator(PRODUCTS);
        }
        return left;
    }

    private Formula signed() {
        SourceLocation place = cursor.place();
        if (cursor.accept("+")) {
            return nestedSigned();
        }
        if (cursor.accept("-")) {
            return new Minus(nestedSigned(), place);
        }
        if (cursor.accept("!")) {
            return new Not(nestedSigned(), place);
        }
        return power();
    }

    private Formula nestedSigned() {
        cursor.enter();
        Formula operand = signed();
        cursor.leave();
        return operand;
    }

    private Formula power() {
        Formula base = primary();
        if (!cursor.accept("^")) {
            return base;
        }
        cursor.skipLineEnds();
        SourceLocation place = cursor.place();
        Formula exponent;
        if (cursor.accept("-")) {
            exponent = new Minus(primary(), place);
        } else {
            cursor.accept("+");
            exponent = primary();
        }
        if (cursor.peek().is("^")) {
            throw cursor.fail("A115", cursor.place(), "Powers cannot be chained.",
                    "Tools disagree whether a^b^c is (a^b)^c or a^(b^c).", "Add parentheses.");
        }
        return new Binary(Operator.POWER, base, exponent);
    }

    /// A number, a name, a call, or a formula in parentheses.
    Formula primary() {
        Token token = cursor.peek();
        if (token.kind() == Kind.NUMBER) {
            cursor.next();
            return new Number(token.number(), token.place());
        }
        if (token.is("(")) {
            cursor.open("(", "");
            Formula inner = formula();
            cursor.close(")", "to close the parenthesis of " + token.place());
            return new Group(inner, token.place());
        }
        if (token.kind() != Kind.NAME) {
            throw cursor.unexpected("a number, a name or '('");
        }
        Path path = cursor.path("a name");
        if (path.isLocal() && cursor.peek().is("(")) {
            return new Application(path.last(), arguments(), path.place());
        }
        return new Name(path);
    }

    /// `(a, b, …)`; may be empty.
    List<Formula> arguments() {
        SourceLocation place = cursor.place();
        cursor.open("(", "before the arguments");
        List<Formula> arguments = new ArrayList<>();
        if (!cursor.peek().is(")")) {
            do {
                arguments.add(formula());
            } while (cursor.accept(","));
        }
        cursor.close(")", "to close the parenthesis of " + place);
        return arguments;
    }

    /// Whether a comparison follows.
    boolean atComparison() {
        return isComparison(cursor.peek());
    }

    boolean isComparison(Token token) {
        return token.kind() == Kind.SYMBOL && COMPARISONS.containsKey(token.text());
    }

    private Optional<Operator> operator(Map<String, Operator> operators) {
        Token token = cursor.peek();
        Optional<Operator> found = token.kind() == Kind.SYMBOL
                ? Optional.ofNullable(operators.get(token.text()))
                : Optional.empty();
        if (found.isPresent()) {
            cursor.next();
            cursor.skipLineEnds();
        }
        return found;
    }
}
