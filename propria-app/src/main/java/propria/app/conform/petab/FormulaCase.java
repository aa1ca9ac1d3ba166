package propria.app.conform.petab;

import java.util.OptionalDouble;
import propria.app.conform.Outcome.Finding;
import propria.formats.petab.math.PetabMath;
import propria.formats.petab.table.TsvRow;
import propria.formats.yaml.YamlMapping;
import propria.inference.petab.simulate.Values;
import propria.model.expression.Evaluate;
import propria.model.expression.Expression;
import propria.model.expression.References;
import propria.model.problem.SourceLocation;

/// A formula with its value, a number or another formula that means the same.
record FormulaCase(String formula, String expected, SourceLocation place) {

    private static final double TOLERANCE = 1e-13;

    static FormulaCase of(YamlMapping entry) {
        return new FormulaCase(entry.text("expression"), entry.text("expected"), entry.placeOf("expression"));
    }

    Finding compare() {
        Expression read = PetabMath.read(formula, place);
        OptionalDouble number = TsvRow.parse(expected);
        if (number.isEmpty() || !References.of(read).isEmpty()) {
            boolean same = read.equals(PetabMath.read(expected, place));
            return new Finding(same, same ? "" : formula + " was read as another formula than " + expected);
        }
        double value = Evaluate.of(read, new Values(java.util.Map.of(), 0));
        double wanted = number.getAsDouble();
        boolean near = Double.compare(value, wanted) == 0 || value == wanted
                || Math.abs(value - wanted) <= TOLERANCE * Math.max(1, Math.abs(wanted));
        return new Finding(near, near ? "" : formula + " is " + value + ", not " + wanted);
    }
}
