package propria.formats.petab.read;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import propria.formats.petab.math.PetabMath;
import propria.formats.petab.problem.Measurement;
import propria.formats.petab.problem.PetabParameter.Prior;
import propria.formats.petab.table.TsvRow;
import propria.model.expression.Expression;
import propria.model.expression.Formulas;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// What the tables of both versions share.
final class Rows {

    private Rows() {
    }

    static Expression formula(TsvRow row, String column) {
        return PetabMath.read(row.required(column), row.placeOf(column));
    }

    /// Numbers or names between semicolons.
    static List<Expression> overrides(TsvRow row, String column) {
        return row.parts(column).stream().map(part -> override(part, row, column)).toList();
    }

    private static Expression override(String part, TsvRow row, String column) {
        OptionalDouble number = TsvRow.parse(part);
        if (number.isPresent()) {
            return Formulas.number(number.getAsDouble());
        }
        if (!part.matches("[A-Za-z_]\\w*")) {
            throw new ProblemException(Problem.error("P107", row.placeOf(column),
                    "`" + part + "` is neither a number nor the name of a parameter", "",
                    "write numbers or names, with semicolons between them"));
        }
        return Formulas.name(part);
    }

    static Measurement measurement(TsvRow row, String experiment) {
        return new Measurement(row.required("observableId"), experiment, row.requiredNumber("time"),
                row.requiredNumber("measurement"), overrides(row, "observableParameters"),
                overrides(row, "noiseParameters"), row.place());
    }

    static Optional<Prior> prior(TsvRow row, String type, String parameters) {
        return row.text(type).map(word -> new Prior(word, row.parts(parameters).stream()
                .map(part -> TsvRow.number(part, row.placeOf(parameters))).toList(), row.placeOf(type)));
    }

    /// The value of an enumeration that a cell names in lower case with hyphens.
    static <E extends Enum<E>> E word(TsvRow row, String column, E[] values, E otherwise) {
        Optional<String> text = row.text(column);
        if (text.isEmpty()) {
            return otherwise;
        }
        return Arrays.stream(values).filter(v -> name(v).equals(text.get())).findFirst()
                .orElseThrow(() -> new ProblemException(Problem.error("P108", row.placeOf(column),
                        "`" + text.get() + "` is not known in the column " + column, "",
                        "write one of " + String.join(", ", Arrays.stream(values).map(Rows::name).toList()))));
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
