package propria.app.report.data;

import java.util.List;
import java.util.OptionalDouble;

/// The lines of a run's tables, one record a table.
public final class Rows {

    private Rows() {
    }

    /// The spread of an observable in an arm at a time (`summary.csv`, `bands.csv`).
    public record Band(String arm, String observable, double day, String unit, long n, double mean, double sd,
            double q05, double q25, double q50, double q75, double q95) {
    }

    /// An endpoint of an arm and its difference to the comparator (`endpoints.csv`).
    public record Endpoint(String id, String arm, double estimate, double lower, double upper, String comparator,
            OptionalDouble effect, double effectLower, double effectUpper, double level, String contains) {

        /// Whether the interval of the effect leaves out zero.
        public boolean decided() {
            return effect.isPresent() && effectLower * effectUpper > 0;
        }
    }

    /// A published value beside its prediction (`measurements.csv`).
    ///
    /// @param day the time, in days
    /// @param inside `yes`, `no` or `na`
    public record Measurement(String arm, String observable, double day, double value, String unit,
            OptionalDouble spread, String spreadKind, String n, String source, String place, String comparator,
            double predictedLow, double predictedMedian, double predictedHigh, String inside) {

        /// Whether only lower, equal or higher was published.
        public boolean isDirection() {
            return unit.equals("direction");
        }

        /// Whether there is a prediction to compare with.
        public boolean isCompared() {
            return inside.equals("yes") || inside.equals("no");
        }
    }

    /// How strongly a parameter moves an endpoint (`influence.csv`).
    public record Influence(String endpoint, String parameter, String name, double correlation, double low,
            double high) {
    }

    /// A parameter of the model (`parameters.csv`).
    ///
    /// @param mark `sourced`, `assumed` or `flagged`
    public record ParameterRow(String id, String name, double value, OptionalDouble low, OptionalDouble high,
            String unit, String mark, String sources, String file, String line) {
    }

    /// A source of the evidence (`sources.csv`).
    public record SourceRow(String key, String title, String citation, String identifier, String status, String date,
            String authority, String notice, long usedBy, long measurements, String behind, String kind, String bias,
            String conflicts) {

        /// Whether its integrity is in question.
        public boolean isFlagged() {
            return List.of("retracted", "expression_of_concern", "replaced").contains(status);
        }
    }

    /// What a laboratory that makes the study would find, in standard deviations between animals (`forecast.csv`).
    ///
    /// @param lower the 5 % quantile of the difference
    /// @param upper the 95 % quantile
    /// @param showsLower the probability that the study shows the arm lower than its comparator
    /// @param reason why there is no forecast; empty when there is one
    public record Forecast(String endpoint, String arm, String comparator, double lower, double median, double upper,
            double showsLower, double showsNone, double showsHigher, String reason) {

        /// The name of the file in a run folder.
        public static final String FILE = "forecast.csv";
    }
}
