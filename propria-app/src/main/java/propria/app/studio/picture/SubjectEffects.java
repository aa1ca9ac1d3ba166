package propria.app.studio.picture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Each virtual subject at an endpoint under the treated arm and under its comparator: the same subject in both.
///
/// @param all how many subjects the run has
/// @param subjects those that are shown: all, or every n-th so that they are few enough to look at
public record SubjectEffects(String endpoint, String arm, String comparator, long all, List<Subject> subjects) {

    private static final int MOST = 400;

    public SubjectEffects {
        subjects = List.copyOf(subjects);
    }

    /// A subject.
    ///
    /// @param treated its value under the arm
    /// @param control its value under the comparator
    public record Subject(int draw, int number, double treated, double control) {
    }

    /// Reads them from the table of subjects of a run.
    ///
    /// @throws ProblemException U502 when the run keeps none, or cannot be read
    public static SubjectEffects of(Path run, String endpoint, String arm, String comparator) {
        Path table = run.resolve("subjects.parquet");
        if (!Files.isRegularFile(table)) {
            throw refused(run, "it has no subjects.parquet");
        }
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:")) {
            long all = count(database, table, endpoint, arm);
            return new SubjectEffects(endpoint, arm, comparator, all, subjects(database, table, endpoint, arm,
                    comparator, StrictMath.max(1, (all + MOST - 1) / MOST)));
        } catch (SQLException e) {
            throw refused(run, String.valueOf(e.getMessage()));
        }
    }

    private static long count(Connection database, Path table, String endpoint, String arm) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(
                "SELECT count(*) FROM read_parquet(?) WHERE ENDPT = ? AND TRTA = ?")) {
            query.setString(1, table.toString());
            query.setString(2, endpoint);
            query.setString(3, arm);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    private static List<Subject> subjects(Connection database, Path table, String endpoint, String arm,
            String comparator, long stride) throws SQLException {
        List<Subject> found = new ArrayList<>();
        try (PreparedStatement query = database.prepareStatement("""
                SELECT draw, subject, treated, control FROM (
                  SELECT t.DRAW AS draw, t.SUBJID AS subject, t.AVAL AS treated, c.AVAL AS control,
                    row_number() OVER (ORDER BY t.DRAW, t.SUBJID) - 1 AS place
                  FROM read_parquet(?) t JOIN read_parquet(?) c USING (USUBJID)
                  WHERE t.ENDPT = ? AND c.ENDPT = ? AND t.TRTA = ? AND c.TRTA = ?
                    AND t.AVAL IS NOT NULL AND c.AVAL IS NOT NULL)
                WHERE place % ? = 0 ORDER BY draw, subject""")) {
            query.setString(1, table.toString());
            query.setString(2, table.toString());
            query.setString(3, endpoint);
            query.setString(4, endpoint);
            query.setString(5, arm);
            query.setString(6, comparator);
            query.setLong(7, stride);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Subject(rows.getInt(1), rows.getInt(2), rows.getDouble(3), rows.getDouble(4)));
                }
            }
        }
        return found;
    }

    private static ProblemException refused(Path run, String why) {
        return new ProblemException(Problem.error("U502", SourceLocation.of(String.valueOf(run.getFileName())),
                "the subjects of this run cannot be shown one by one", why, "run the study again"));
    }
}
