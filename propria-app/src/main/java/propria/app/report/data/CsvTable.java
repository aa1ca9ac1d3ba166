package propria.app.report.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// A comma-separated table with a header line, as RFC 4180 describes it.
public final class CsvTable {

    private final Map<String, Integer> columns;
    private final List<Row> rows;

    private CsvTable(List<List<String>> records) {
        columns = new HashMap<>();
        rows = new ArrayList<>();
        if (!records.isEmpty()) {
            List<String> header = records.getFirst();
            for (int i = 0; i < header.size(); i++) {
                columns.putIfAbsent(header.get(i).strip(), i);
            }
            records.stream().skip(1).map(Row::new).forEach(rows::add);
        }
    }

    /// The table in `file`, empty where there is no such file.
    public static CsvTable readIfPresent(Path file) throws IOException {
        return Files.exists(file) ? parse(Files.readString(file)) : new CsvTable(List.of());
    }

    /// The table in `text`.
    public static CsvTable parse(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',') {
                record.add(take(field));
            } else if (c == '\n') {
                finish(records, record, field);
                record = new ArrayList<>();
            } else if (c != '\r' && c != '\uFEFF') {
                field.append(c);
            }
        }
        finish(records, record, field);
        return new CsvTable(records);
    }

    private static String take(StringBuilder field) {
        String text = field.toString();
        field.setLength(0);
        return text;
    }

    private static void finish(List<List<String>> records, List<String> record, StringBuilder field) {
        if (!record.isEmpty() || !field.isEmpty()) {
            record.add(take(field));
            records.add(record);
        }
    }

    /// The rows below the header.
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /// One line of the table.
    public final class Row {

        private final List<String> fields;

        private Row(List<String> fields) {
            this.fields = fields;
        }

        /// The text in a column; empty where the column is absent.
        public String text(String column) {
            Integer index = columns.get(column);
            return index == null || index >= fields.size() ? "" : fields.get(index).strip();
        }

        /// The number in a column, if there is one.
        public OptionalDouble number(String column) {
            String text = text(column);
            try {
                double value = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
                return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
            } catch (NumberFormatException _) {
                return OptionalDouble.empty();
            }
        }

        /// The number in a column, not a number where there is none.
        public double value(String column) {
            return number(column).orElse(Double.NaN);
        }
    }
}
