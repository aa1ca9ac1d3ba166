package propria.app.conform;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import propria.engine.simulate.SimulationFailure;
import propria.model.problem.ProblemException;

/// What became of a case.
///
/// @param id the name of the case
/// @param verdict how it ended
/// @param reason why it did not pass; for a pass empty, or how near it was
/// @param seconds how long it took
public record Outcome(String id, Verdict verdict, String reason, double seconds) {

    /// How a case can end.
    public enum Verdict {
        /// Every number within the tolerance of the case.
        PASS,
        /// Some number is not.
        FAIL,
        /// The model needs something that is not carried out, and this was said.
        REFUSED,
        /// Something broke.
        ERROR;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What a comparison found.
    ///
    /// @param reason why it did not pass, or how near it was
    public record Finding(boolean passes, String reason) {
    }

    /// Simulates a case and compares it with what is expected.
    public interface Comparison {
        Finding compare() throws IOException;
    }

    /// Runs a case, whatever becomes of it.
    public static Outcome of(String id, Comparison comparison) {
        long begin = System.nanoTime();
        Verdict verdict;
        String reason;
        try {
            Finding finding = comparison.compare();
            verdict = finding.passes() ? Verdict.PASS : Verdict.FAIL;
            reason = finding.reason();
        } catch (ProblemException e) {
            verdict = Verdict.REFUSED;
            reason = e.problems().stream().map(problem -> problem.code() + " " + problem.what()).distinct()
                    .collect(Collectors.joining("; "));
        } catch (SimulationFailure e) {
            verdict = Verdict.ERROR;
            reason = e.problem().code() + " " + e.problem().what() + ": " + e.problem().why();
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
            verdict = Verdict.ERROR;
            reason = e.getClass().getSimpleName() + ": " + e.getMessage();
        }
        return new Outcome(id, verdict, reason, (System.nanoTime() - begin) * 1e-9);
    }

    /// The names of the columns.
    public static final String HEADER = "case,outcome,reason,seconds";

    /// The row of a table.
    public String row() {
        String quoted = '"' + reason.replace("\"", "\"\"") + '"';
        return id + "," + verdict + "," + (reason.isEmpty() ? "" : quoted) + ","
                + String.format(Locale.ROOT, "%.3f", seconds);
    }
}
