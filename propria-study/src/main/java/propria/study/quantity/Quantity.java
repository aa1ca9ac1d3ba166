package propria.study.quantity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// A number with its unit, as typed: `2.5 %`, `5e6 cells/kg`.
///
/// @param value the number, finite
/// @param unit the unit, one that [BenchUnit] knows
/// @param place where it was typed
public record Quantity(double value, String unit, SourceLocation place) {

    private static final Pattern FORM = Pattern
            .compile("\\s*([+-]?(?:[0-9.]+(?:[eE][+-]?[0-9]+)?|[a-zA-Z]+))(?:\\s*(.*?))?\\s*");

    /// Reads a quantity.
    ///
    /// @throws ProblemException S010 without number or unit, S011 for an unknown unit, S013 when it is not finite
    public static Quantity read(String text, SourceLocation place) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw noQuantity(text, place, "there is no number");
        }
        double value = number(form.group(1), text, place);
        String unit = form.group(2) == null ? "" : form.group(2);
        if (unit.isEmpty()) {
            throw noQuantity(text, place, "there is no unit");
        }
        if (BenchUnit.of(unit).isEmpty()) {
            throw new ProblemException(Problem.error("S011", place, "the unit `" + unit + "` is not known",
                    "in `" + text + "`", Nearest.of(unit, BenchUnit.symbols())
                            .map(near -> "did you mean `" + near + "`?")
                            .orElse("known: " + String.join(", ", BenchUnit.symbols()) + ", and one over another")));
        }
        return new Quantity(value, unit, place);
    }

    private static double number(String digits, String text, SourceLocation place) {
        try {
            double value = Double.parseDouble(digits);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            if (!digits.matches("(?i)[+-]?(nan|inf|infinity)")) {
                throw noQuantity(text, place, "there is no number");
            }
        }
        throw new ProblemException(Problem.error("S013", place, "`" + text + "` is not a finite number", "",
                "write a number such as `1e6 cells`"));
    }

    private static ProblemException noQuantity(String text, SourceLocation place, String why) {
        return new ProblemException(Problem.error("S010", place, "`" + text + "` is not a number with a unit", why,
                "write both, such as `2.5 %`, `1e6 cells`, `5e6 cells/kg` or `14 d`"));
    }

    /// The number in another unit.
    ///
    /// @throws ProblemException S012 when the units do not convert
    public double in(String other) {
        if (unit.equals(other)) {
            return value;
        }
        BenchUnit from = BenchUnit.of(unit).orElseThrow();
        BenchUnit to = BenchUnit.of(other).orElseThrow(() -> unfit(other));
        if (!from.converts(to)) {
            throw unfit(other);
        }
        return value * from.scale() / to.scale();
    }

    /// The number of days.
    ///
    /// @throws ProblemException S012 when it is not a time
    public double days() {
        return in("d");
    }

    /// The same, when it is not below zero.
    ///
    /// @throws ProblemException S013 when it is
    public Quantity notNegative() {
        if (value < 0) {
            throw new ProblemException(Problem.error("S013", place, "`" + this + "` is below zero", "",
                    "write zero or more"));
        }
        return this;
    }

    private ProblemException unfit(String other) {
        return new ProblemException(Problem.error("S012", place, "`" + this + "` is not in a unit that fits here",
                "`" + unit + "` cannot be turned into `" + other + "`", "state it in `" + other + "`"));
    }

    @Override
    public String toString() {
        return plain(value) + " " + unit;
    }

    /// A number as a person writes it: without `.0`.
    public static String plain(double value) {
        return value == StrictMath.rint(value) && StrictMath.abs(value) < 1e6
                ? Long.toString((long) value)
                : Double.toString(value).replaceFirst("\\.0(?=E|$)", "").replace("E", "e");
    }
}
