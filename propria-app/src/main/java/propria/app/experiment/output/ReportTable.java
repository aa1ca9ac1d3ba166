package propria.app.experiment.output;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import propria.app.experiment.Data;

/// Data as a table with a column each. Turns of repeated tasks become rows, numbered from 1 in columns of their own; a
/// cell is empty where a column has no value.
public final class ReportTable {

    private final List<String> labels;
    private final List<Data> columns;
    private final int depth;
    private final StringBuilder csv = new StringBuilder();

    private ReportTable(SequencedMap<String, Data> columns) {
        this.labels = List.copyOf(columns.keySet());
        this.columns = List.copyOf(columns.values());
        this.depth = this.columns.stream().mapToInt(Data::depth).max().orElse(0);
    }

    /// The table as CSV.
    ///
    /// @param columns the data by label
    public static String csv(SequencedMap<String, Data> columns) {
        ReportTable table = new ReportTable(columns);
        table.header();
        table.rows(table.columns, List.of());
        return table.csv.toString();
    }

    private void header() {
        List<String> cells = new ArrayList<>();
        for (int level = 1; level <= depth; level++) {
            cells.add(depth == 1 ? "turn" : "turn_" + level);
        }
        labels.forEach(label -> cells.add(quoted(label)));
        csv.append(String.join(",", cells)).append('\n');
    }

    private static String quoted(String label) {
        return label.matches("[^\",\\n\\r]*") ? label : '"' + label.replace("\"", "\"\"") + '"';
    }

    private void rows(List<Data> data, List<Integer> turns) {
        int parts = data.stream().mapToInt(d -> d instanceof Data.Turns(List<Data> inner) ? inner.size() : 0).max()
                .orElse(0);
        if (parts == 0) {
            courses(data, turns);
            return;
        }
        for (int part = 0; part < parts; part++) {
            int number = part;
            List<Integer> deeper = new ArrayList<>(turns);
            deeper.add(part + 1);
            rows(data.stream().map(d -> within(d, number)).toList(), deeper);
        }
    }

    private static Data within(Data data, int part) {
        return switch (data) {
            case Data.Course _ -> data;
            case Data.Turns(List<Data> parts) ->
                part < parts.size() ? parts.get(part) : new Data.Course(new double[0]);
        };
    }

    private void courses(List<Data> data, List<Integer> turns) {
        List<double[]> courses = data.stream()
                .map(d -> d instanceof Data.Course(double[] values) ? values : new double[0]).toList();
        int rows = courses.stream().mapToInt(values -> values.length).max().orElse(0);
        for (int row = 0; row < rows; row++) {
            int at = row;
            List<String> cells = new ArrayList<>();
            IntStream.range(0, depth).forEach(i -> cells.add(i < turns.size() ? turns.get(i).toString() : ""));
            courses.forEach(values -> cells.add(at < values.length ? Double.toString(values[at]) : ""));
            csv.append(String.join(",", cells)).append('\n');
        }
    }
}
