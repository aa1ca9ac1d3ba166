package propria.study.output;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Writes the table of subjects as Parquet, by DuckDB in memory.
final class Parquet {

    private Parquet() {
    }

    static void write(RunRecord run, Path file) throws IOException {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute("CREATE TABLE subjects (draw INTEGER, subject INTEGER, arm VARCHAR, endpoint VARCHAR, "
                    + "observable VARCHAR, time_d DOUBLE, unit VARCHAR, \"value\" DOUBLE)");
            append(run, database.unwrap(DuckDBConnection.class));
            statement.execute("COPY subjects TO '" + file.toString().replace("'", "''")
                    + "' (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void append(RunRecord run, DuckDBConnection database) throws SQLException, IOException {
        try (DuckDBAppender appender = database.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "subjects")) {
            SubjectTable.rows(run, (draw, subject, arm, endpoint, observable, time, value) -> {
                try {
                    appender.beginRow();
                    appender.append(draw);
                    appender.append(subject);
                    appender.append(arm);
                    appender.append(endpoint);
                    appender.append(observable.id());
                    appender.append(time);
                    appender.append(observable.unit());
                    if (Double.isNaN(value)) {
                        appender.appendNull();
                    } else {
                        appender.append(value);
                    }
                    appender.endRow();
                } catch (SQLException e) {
                    throw new IOException(e);
                }
            });
        }
    }
}
