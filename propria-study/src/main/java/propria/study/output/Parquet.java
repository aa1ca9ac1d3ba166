package propria.study.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import propria.study.output.SubjectTable.Visit;

/// Writes the table of subjects as Parquet, by DuckDB. Rows are gathered in memory up to [#PART], written as a part, and the
/// parts are copied into one file in the end, so that memory does not grow with the subjects. Words are added by DuckDB: a
/// row is handed over as numbers.
final class Parquet implements AutoCloseable {

    private static final int PART = 1_000_000;
    private static final String MEMORY = "512MB";

    private final SubjectTable table;
    private final int partRows;
    private final Path file;
    private final Connection database;
    private final Statement statement;
    private final List<Path> parts = new ArrayList<>();

    private Parquet(SubjectTable table, Path file, int partRows) throws SQLException {
        this.table = table;
        this.partRows = partRows;
        this.file = file;
        this.database = DriverManager.getConnection("jdbc:duckdb:");
        this.statement = database.createStatement();
    }

    static void write(SubjectTable table, Path file) throws IOException {
        write(table, file, PART);
    }

    /// The same with parts of another size.
    static void write(SubjectTable table, Path file, int partRows) throws IOException {
        try (Parquet parquet = new Parquet(table, file, partRows)) {
            parquet.write();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void write() throws SQLException, IOException {
        statement.execute("SET threads = 1");
        statement.execute("SET memory_limit = '" + MEMORY + "'");
        try (Part part = new Part()) {
            table.rows(part);
            part.end();
        }
        if (parts.size() > 1) {
            statement.execute("COPY (SELECT * FROM read_parquet([" + parts.stream().map(p -> quoted(p.toString()))
                    .collect(Collectors.joining(", ")) + "])) TO " + quoted(file.toString()) + options());
            for (Path written : parts) {
                Files.delete(written);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        database.close();
    }

    private static String options() {
        return " (FORMAT parquet, COMPRESSION zstd)";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// A column of words, looked up by a number that counts from 1.
    private static String words(Stream<String> words, String number) {
        return "[" + words.map(Parquet::quoted).collect(Collectors.joining(", ")) + "][" + number + "]";
    }

    /// The rows that are gathered, as the table that is written: [SubjectTable#COLUMNS].
    private String select() {
        List<Visit> visits = table.visits();
        String study = quoted(table.study().id());
        String times = "[" + visits.stream().map(v -> v.time() + "::DOUBLE").collect(Collectors.joining(", "))
                + "][visit]";
        List<String> columns = List.of(study, study + " || '/' || draw || '/' || subject", "draw", "subject",
                words(table.arms().stream(), "arm"), "arm", words(visits.stream().map(Visit::endpoint), "visit"),
                words(visits.stream().map(v -> v.observable().id()), "visit"),
                words(visits.stream().map(v -> v.observable().name()), "visit"), times, "'DAYS'", "\"value\"",
                words(visits.stream().map(v -> v.observable().unit()), "visit"));
        StringBuilder select = new StringBuilder("SELECT ");
        for (int i = 0; i < columns.size(); i++) {
            select.append(i == 0 ? "" : ", ").append(columns.get(i)).append(" AS ")
                    .append(SubjectTable.COLUMNS.get(i).name());
        }
        return select + " FROM subjects";
    }

    private final class Part implements SubjectTable.Sink, AutoCloseable {

        private DuckDBAppender appender = open();
        private int rows;

        Part() throws SQLException {
        }

        private DuckDBAppender open() throws SQLException {
            statement.execute("CREATE TABLE subjects (draw INTEGER, subject INTEGER, arm INTEGER, visit INTEGER, "
                    + "\"value\" DOUBLE)");
            return database.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, "subjects");
        }

        @Override
        public void row(int draw, int subject, int arm, int visit, double value) throws IOException {
            try {
                if (rows == partRows) {
                    Path part = file.resolveSibling("part-" + parts.size() + ".parquet");
                    copy(part);
                    parts.add(part);
                    appender = open();
                    rows = 0;
                }
                appender.beginRow();
                appender.append(draw);
                appender.append(subject);
                appender.append(arm + 1);
                appender.append(visit + 1);
                if (Double.isNaN(value)) {
                    appender.appendNull();
                } else {
                    appender.append(value);
                }
                appender.endRow();
                rows++;
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }

        private void copy(Path to) throws SQLException {
            appender.close();
            statement.execute("COPY (" + (table.visits().isEmpty() ? "SELECT * FROM subjects" : select()) + ") TO "
                    + quoted(to.toString()) + options());
            statement.execute("DROP TABLE subjects");
        }

        /// The last part: the whole table when it is the only one.
        void end() throws SQLException {
            Path last = parts.isEmpty() ? file : file.resolveSibling("part-" + parts.size() + ".parquet");
            copy(last);
            parts.add(last);
        }

        @Override
        public void close() throws SQLException {
            appender.close();
        }
    }
}
