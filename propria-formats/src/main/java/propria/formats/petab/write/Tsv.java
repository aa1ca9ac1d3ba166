package propria.formats.petab.write;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import propria.formats.petab.math.PetabText;
import propria.model.expression.Expression;

/// A table as text.
final class Tsv {

    private final StringBuilder text = new StringBuilder();

    Tsv(String... columns) {
        row(columns);
    }

    Tsv(List<String> columns) {
        row(columns.toArray(String[]::new));
    }

    void row(String... cells) {
        List<String> quoted = new ArrayList<>();
        for (String cell : cells) {
            quoted.add(cell.replace('\t', ' ').replace('\n', ' '));
        }
        text.append(String.join("\t", quoted)).append('\n');
    }

    static String of(OptionalDouble number) {
        return number.isPresent() ? PetabText.number(number.getAsDouble()) : "";
    }

    static String of(List<Expression> values) {
        return values.stream().map(PetabText::of).collect(Collectors.joining(";"));
    }

    static String numbers(List<Double> values) {
        return values.stream().map(PetabText::number).collect(Collectors.joining(";"));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
