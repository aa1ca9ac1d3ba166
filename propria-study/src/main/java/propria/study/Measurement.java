package propria.study;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import propria.model.problem.SourceLocation;

/// What an experiment found: one row of `measurements.tsv`.
///
/// @param arm the id of an arm of the study
/// @param time when [d]
/// @param value the mean; for a direction -1, 0 or 1 against the comparator
/// @param unit the unit of the observable, or `direction`
/// @param spread as `spreadKind` says, in `unit`
/// @param n how many subjects
/// @param source the key of an evidence source
/// @param found where in the source
/// @param comparator the arm that a direction compares with
/// @param cells the row as it was written
public record Measurement(String arm, Observable observable, double time, double value, String unit,
        OptionalDouble spread, SpreadKind spreadKind, OptionalInt n, String source, String found,
        Optional<String> comparator, List<String> cells, SourceLocation place) {

    /// The word in the unit column of a row that states a direction only.
    public static final String DIRECTION = "direction";

    /// The columns of the file.
    public static final List<String> COLUMNS = List.of("arm", "observable", "time", "time_unit", "value", "unit",
            "spread", "spread_kind", "n", "source", "place", "comparator");

    public Measurement {
        cells = List.copyOf(cells);
    }

    /// Whether it states a direction only.
    public boolean isDirection() {
        return unit.equals(DIRECTION);
    }

    /// What a spread is.
    public enum SpreadKind {
        SD,
        SEM,
        IQR,
        CI95,
        UNKNOWN;

        /// The word in the file.
        public String word() {
            return this == UNKNOWN ? name().toLowerCase(Locale.ROOT) : name();
        }
    }
}
