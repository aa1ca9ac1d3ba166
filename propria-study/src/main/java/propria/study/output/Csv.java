package propria.study.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// A table as comma-separated text: RFC 4180 with line feeds. Numbers have 17 significant digits, which give back the same
/// bits; what is not a number is empty.
final class Csv {

    private static final MathContext DIGITS = new MathContext(17, RoundingMode.HALF_EVEN);

    private final StringBuilder text = new StringBuilder();
    private final int columns;

    Csv(String... header) {
        columns = header.length;
        row((Object[]) header);
    }

    static Csv of(List<String> header) {
        return new Csv(header.toArray(String[]::new));
    }

    /// Adds a row; a [Double] is written as a number, all else as text.
    final Csv row(Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells, " + columns + " columns");
        }
        List<String> written = new ArrayList<>(cells.length);
        for (Object cell : cells) {
            written.add(cell instanceof Double number ? number(number) : quoted(String.valueOf(cell)));
        }
        text.append(String.join(",", written)).append('\n');
        return this;
    }

    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        double size = StrictMath.abs(value);
        return size >= 1e-5 && size < 1e17
                ? rounded.toPlainString()
                : rounded.toString().replace("E+", "e")
                        .replace("E", "e");
    }

    static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
