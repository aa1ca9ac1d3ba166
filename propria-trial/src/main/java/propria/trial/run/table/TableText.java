package propria.trial.run.table;

import java.util.ArrayList;
import java.util.List;

/// A table as comma-separated text: RFC 4180 with line feeds; a number that is none is empty. Numbers are written so that they
/// read back to the same bits.
public final class TableText {

    private final StringBuilder text = new StringBuilder();

    /// @param header names of columns
    public TableText(String... header) {
        row((Object[]) header);
    }

    /// Adds a row.
    public TableText row(Object... cells) {
        List<String> written = new ArrayList<>(cells.length);
        for (Object cell : cells) {
            written.add(switch (cell) {
                case Double number when !Double.isFinite(number) -> "";
                case Double number -> number == StrictMath.rint(number) && StrictMath.abs(number) < 1e15
                        ? Long.toString(number.longValue())
                        : number.toString();
                default -> quoted(cell.toString());
            });
        }
        text.append(String.join(",", written)).append('\n');
        return this;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
