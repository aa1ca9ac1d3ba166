package propria.trial.pool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import propria.inference.table.TableFile;
import propria.inference.table.TableFile.Row;
import propria.trial.conduct.SubjectRecord;
import propria.trial.design.TrialDesign;
import propria.trial.score.ClinicalRule;
import propria.trial.score.Endoscopy;

/// A published share of untreated patients (a row of `trials/placebo.csv` of a library).
///
/// @param rule that was met, by its word
/// @param reader of the endoscopy
/// @param day after baseline [d]
/// @param percent of patients, with its 95 % interval from `low` to `high`
/// @param trials names the body of trials; rows of the same trials are correlated
/// @param likeThis `yes`, or how its patients differ
/// @param source and its address
public record PlaceboPool(String rule, Endoscopy.Reader reader, double day, double percent, double low, double high,
        String trials, String likeThis, String source, String url) {

    private static final List<String> COLUMNS = List.of("population", "rule", "reader", "day", "percent", "low", "high",
            "like_this", "source", "url");

    /// A pool is compared with the visit nearest to its day, up to four weeks away: pools of induction cover six to twelve weeks.
    private static final double FARTHEST = 28;

    /// Standard errors from the middle to the end of a 95 % interval.
    private static final double HALF = 1.959963984540054;

    /// The pools of the population of a design; none where the library has none.
    public static List<PlaceboPool> of(Path library, TrialDesign design) {
        Path file = library.resolve("trials/placebo.csv");
        return Files.exists(file)
                ? TableFile.read(file, COLUMNS).rows().stream()
                        .filter(r -> r.text("population").equals(design.population())).map(PlaceboPool::of).toList()
                : List.of();
    }

    private static PlaceboPool of(Row row) {
        String trials = row.text("same_trials");
        return new PlaceboPool(row.text("rule"),
                Endoscopy.Reader.valueOf(row.text("reader").toUpperCase(Locale.ROOT)), number(row, "day"),
                number(row, "percent"), number(row, "low"), number(row, "high"),
                trials.isEmpty() ? row.text("source") : trials, row.text("like_this"), row.text("source"),
                row.text("url"));
    }

    private static double number(Row row, String column) {
        return row.number(column).orElse(Double.NaN);
    }

    /// Whether its patients are like those of the design, so that it is a test.
    public boolean isLike() {
        return likeThis.equals("yes");
    }

    /// The place of the visit that it is compared with, from 0; empty when there is none at its time.
    public OptionalInt visit(TrialDesign design) {
        int best = -1;
        for (int v = 0; v < design.visits().size(); v++) {
            double away = StrictMath.abs(design.visits().get(v).day() - day);
            if (away <= FARTHEST && (best < 0 || away < StrictMath.abs(design.visits().get(best).day() - day))) {
                best = v;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /// Whether a subject met the rule at a visit; who has left has not.
    public boolean met(SubjectRecord subject, int visit) {
        return subject.left() > visit
                && ClinicalRule.named(rule).filter(r -> subject.met(r, reader, visit)).isPresent();
    }

    /// Where a share of the simulated lies: `inside` its interval, `below` or `above`.
    public String verdict(double simulated) {
        return simulated < low ? "below" : simulated > high ? "above" : "inside";
    }

    /// The share on the logit scale.
    public double logit() {
        return logit(percent);
    }

    /// The standard error of [#logit], from the interval.
    public double error() {
        return (logit(high) - logit(low)) / (2 * HALF);
    }

    /// A share [%] on the logit scale.
    static double logit(double percent) {
        return StrictMath.log(percent / (100 - percent));
    }
}
