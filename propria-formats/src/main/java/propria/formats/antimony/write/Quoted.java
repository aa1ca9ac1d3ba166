package propria.formats.antimony.write;

import java.util.List;
import java.util.stream.Collectors;
import propria.model.expression.Expression;
import propria.model.expression.Print;

/// Texts and numbers as Antimony writes them.
final class Quoted {

    private Quoted() {
    }

    static String text(String content) {
        return "\"" + content.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r")
                .replace("\t", "\\t") + "\"";
    }

    static String texts(List<String> contents) {
        return contents.stream().map(Quoted::text).collect(Collectors.joining(", "));
    }

    static String number(double value) {
        return Print.of(new Expression.Constant(value));
    }
}
