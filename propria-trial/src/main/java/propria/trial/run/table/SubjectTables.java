package propria.trial.run.table;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import propria.trial.conduct.SimulatedTrial;
import propria.trial.conduct.SubjectRecord;
import propria.trial.design.TrialDesign;
import propria.trial.score.ClinicalRule;
import propria.trial.score.ClinicalScore;
import propria.trial.score.Endoscopy;

/// Writes subjects of trials as Parquet, by DuckDB: `adsl.parquet` with a row a subject, `adeff.parquet` with a row a subject, score
/// or rule, and visit. The columns are those of CDISC ADaM (subject-level data, basic data structure); a row is handed over as
/// numbers, words are added by DuckDB. Trials are added some at a time.
public final class SubjectTables implements AutoCloseable {

    private static final String MEMORY = "512MB";
    private static final int SCORES = ClinicalScore.values().length;

    private final TrialDesign design;
    private final String study;
    private final Connection database;
    private final Statement statement;

    /// @param study its id
    /// @throws IOException when DuckDB cannot be started
    public SubjectTables(String study, TrialDesign design) throws IOException {
        this.design = design;
        this.study = study;
        try {
            this.database = DriverManager.getConnection("jdbc:duckdb:");
            this.statement = database.createStatement();
            statement.execute("SET threads = 1");
            statement.execute("SET memory_limit = '" + MEMORY + "'");
            statement.execute(
                    "CREATE TABLE subject (trial INTEGER, draw INTEGER, number INTEGER, person INTEGER, arm INTEGER, "
                            + "stratum INTEGER, centre INTEGER, lot INTEGER, missed INTEGER, rescued INTEGER)");
            statement.execute("CREATE TABLE reading (trial INTEGER, number INTEGER, param INTEGER, visit INTEGER, "
                    + "aval DOUBLE, base DOUBLE)");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /// Adds trials.
    public void add(List<SimulatedTrial> trials) throws IOException {
        try (DuckDBAppender subjects = appender("subject"); DuckDBAppender readings = appender("reading")) {
            for (SimulatedTrial trial : trials) {
                int number = 0;
                for (SubjectRecord subject : trial.subjects()) {
                    number++;
                    row(subjects, trial.number() + 1, trial.draw(), number, subject.person(), subject.arm() + 1,
                            subject.stratum(), subject.centre() + 1, subject.lot() + 1, subject.left() + 1,
                            subject.rescued() + 1);
                    read(readings, trial.number() + 1, number, subject);
                }
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private DuckDBAppender appender(String table) throws SQLException {
        return database.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
    }

    private static void row(DuckDBAppender to, int... values) throws SQLException {
        to.beginRow();
        for (int value : values) {
            to.append(value);
        }
        to.endRow();
    }

    private void read(DuckDBAppender to, int trial, int number, SubjectRecord subject) throws SQLException {
        for (int param = 0; param < SCORES + ClinicalRule.values().length; param++) {
            boolean rule = param >= SCORES;
            for (int visit = rule ? 0 : -1; visit < design.visits().size(); visit++) {
                to.beginRow();
                to.append(trial);
                to.append(number);
                to.append(param + 1);
                to.append(visit + 1);
                append(to, visit < subject.left() ? value(subject, param, visit) : Double.NaN);
                append(to, rule ? Double.NaN : value(subject, param, -1));
                to.endRow();
            }
        }
    }

    private static double value(SubjectRecord subject, int param, int visit) {
        if (param < SCORES) {
            return subject.score(ClinicalScore.values()[param], visit);
        }
        return subject.met(ClinicalRule.values()[param - SCORES], Endoscopy.Reader.CENTRAL, visit) ? 1 : 0;
    }

    private static void append(DuckDBAppender to, double value) throws SQLException {
        if (Double.isNaN(value)) {
            to.appendNull();
        } else {
            to.append(value);
        }
    }

    /// Writes both tables into a folder.
    public void write(Path folder) throws IOException {
        copy(folder.resolve("adsl.parquet"), SubjectColumns.SUBJECTS, "subject", "trial, number");
        copy(folder.resolve("adeff.parquet"), SubjectColumns.READINGS, "reading JOIN subject USING (trial, number)",
                "trial, number, param, visit");
    }

    private void copy(Path file, List<SubjectColumns> columns, String from, String order) throws IOException {
        String select = columns.stream().map(c -> filled(c.expression()) + " AS " + c.name())
                .collect(Collectors.joining(", "));
        try {
            statement.execute("COPY (SELECT " + select + " FROM " + from + " ORDER BY " + order + ") TO "
                    + quoted(file.toString()) + " (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /// Puts the words of this trial into an expression.
    private String filled(String expression) {
        return expression.replace("{study}", quoted(study))
                .replace("{arms}", words(design.allocation().stream().map(TrialDesign.Share::arm)))
                .replace("{params}", words(Stream.concat(
                        java.util.Arrays.stream(ClinicalScore.values()).map(ClinicalScore::word),
                        java.util.Arrays.stream(ClinicalRule.values()).map(ClinicalRule::word))))
                .replace("{scores}", Integer.toString(SCORES))
                .replace("{visits}", words(Stream.concat(Stream.of("Baseline"),
                        design.visits().stream().map(v -> v.name()))))
                .replace("{days}", "[0.0::DOUBLE, " + design.visits().stream().map(v -> v.day() + "::DOUBLE")
                        .collect(Collectors.joining(", ")) + "]")
                .replace("{count}", Integer.toString(design.visits().size()));
    }

    private static String words(Stream<String> words) {
        return "[" + words.map(SubjectTables::quoted).collect(Collectors.joining(", ")) + "]";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public void close() throws IOException {
        try {
            statement.close();
            database.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
