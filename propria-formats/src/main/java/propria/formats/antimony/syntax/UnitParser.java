package propria.formats.antimony.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import propria.formats.antimony.syntax.Token.Kind;
import propria.formats.antimony.tree.Statement.UnitFactor;
import propria.formats.antimony.tree.Statement.UnitFormula;
import propria.model.problem.SourceLocation;

/// Reads unit formulas such as `1e-3 mole / (litre * hour)`. A number belongs to the unit right after it, so
/// `mole / 3600 second` is per 3600 seconds. `10^-3` before a unit is kept as SBML's scale.
final class UnitParser {

    private static final String NUMBER_ONLY = "";

    private final Cursor cursor;

    UnitParser(Cursor cursor) {
        this.cursor = cursor;
    }

    UnitFormula unit() {
        SourceLocation place = cursor.place();
        return new UnitFormula(withNumbersJoined(product(), place), place);
    }

    /// One unit by its name, as after a number.
    UnitFormula name() {
        Token name = cursor.expectKind(Kind.NAME, "a unit");
        return new UnitFormula(List.of(new UnitFactor(name.text(), 1, 0, OptionalDouble.empty(), name.place())),
                name.place());
    }

    private List<UnitFactor> product() {
        cursor.enter();
        List<UnitFactor> factors = new ArrayList<>(primary());
        while (cursor.peek().is("*") || cursor.peek().is("/")) {
            int sign = cursor.next().is("/") ? -1 : 1;
            cursor.skipLineEnds();
            primary().forEach(factor -> factors.add(raised(factor, sign)));
        }
        cursor.leave();
        return factors;
    }

    private List<UnitFactor> primary() {
        SourceLocation place = cursor.place();
        if (cursor.peek().is("(")) {
            cursor.open("(", "");
            List<UnitFactor> inner = product();
            cursor.close(")", "to close the parenthesis of " + place);
            double exponent = exponent();
            return withNumbersJoined(inner, place).stream().map(factor -> raised(factor, exponent)).toList();
        }
        OptionalDouble multiplier = OptionalDouble.empty();
        int scale = 0;
        if (cursor.peek().kind() == Kind.NUMBER) {
            double number = cursor.next().number();
            boolean raised = cursor.peek().is("^");
            double exponent = exponent();
            if (number == 10 && raised && exponent == Math.rint(exponent)) {
                scale = (int) exponent;
            } else {
                multiplier = OptionalDouble.of(exponent == 1 ? number : StrictMath.pow(number, exponent));
            }
            if (cursor.peek().kind() != Kind.NAME) {
                return List.of(new UnitFactor(NUMBER_ONLY, 1, scale, multiplier, place));
            }
        }
        String name = cursor.expectKind(Kind.NAME, "a unit").text();
        return List.of(new UnitFactor(name, exponent(), scale, multiplier, place));
    }

    private double exponent() {
        if (!cursor.accept("^")) {
            return 1;
        }
        boolean grouped = cursor.peek().is("(");
        if (grouped) {
            cursor.open("(", "");
        }
        double sign = cursor.accept("-") ? -1 : 1;
        double exponent = sign * cursor.expectKind(Kind.NUMBER, "a number after '^'").number();
        if (grouped) {
            cursor.close(")", "after the exponent");
        }
        return exponent;
    }

    private static UnitFactor raised(UnitFactor factor, double exponent) {
        return new UnitFactor(factor.unit(), factor.exponent() * exponent, factor.scale(), factor.multiplier(),
                factor.place());
    }

    /// Gives each lone number to the unit after it where both are plain factors; else it stays as a dimensionless factor.
    private static List<UnitFactor> withNumbersJoined(List<UnitFactor> factors, SourceLocation place) {
        List<UnitFactor> joined = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            UnitFactor factor = factors.get(i);
            if (!factor.unit().equals(NUMBER_ONLY)) {
                joined.add(factor);
            } else if (i + 1 < factors.size() && joins(factor, factors.get(i + 1))) {
                UnitFactor unit = factors.get(++i);
                joined.add(new UnitFactor(unit.unit(), 1, unit.scale() + factor.scale(), factor.multiplier(),
                        factor.place()));
            } else if (factor.scale() != 0 || factor.multiplier().orElse(1) != 1) {
                joined.add(new UnitFactor("dimensionless", factor.exponent(), factor.scale(), factor.multiplier(),
                        factor.place()));
            }
        }
        return joined.isEmpty()
                ? List.of(new UnitFactor("dimensionless", 1, 0, OptionalDouble.empty(), place))
                : joined;
    }

    private static boolean joins(UnitFactor number, UnitFactor unit) {
        return !unit.unit().equals(NUMBER_ONLY) && number.exponent() == 1 && unit.exponent() == 1
                && unit.multiplier().isEmpty();
    }
}
