package propria.inference.table;

import java.util.OptionalDouble;
import propria.model.problem.SourceLocation;

/// One row of a table of evidence: what was measured in one arm of one study, or how it compares with another arm.
///
/// @param number its place in the table, from 1
/// @param study the id of the study or data set
/// @param host species and strain, as written
/// @param disease how the subjects were made ill, as written
/// @param standing what is known of the integrity of the study, as written
/// @param arm what the table calls the group
/// @param product what was given, as written; empty where the table has no such column
/// @param tissue where its cells come from
/// @param preconditioning what was done to it before
/// @param dose how much, as written
/// @param route how it was given, as written
/// @param dosingDays when it was given, as written
/// @param n subjects in the group
/// @param outcome what was measured
/// @param day when, as written; empty where not stated
/// @param mean the value; for a direction -1 (lower), 0 (no difference) or 1 (higher) than the comparator
/// @param spread its spread, as the table has it
/// @param spreadKind what that spread is; `direction_only` for a direction
/// @param unit its unit; for a direction the comparator
/// @param provenance `seen` where a person read it in its source
public record EvidenceRow(int number, String study, String host, String disease, String standing, String arm,
        String product, String tissue, String preconditioning, Dose dose, String route, String dosingDays,
        OptionalDouble n, String outcome, String day, OptionalDouble mean, OptionalDouble spread, String spreadKind,
        String unit, String provenance, SourceLocation place) {

    /// An amount as written.
    public record Dose(String amount, String unit) {
    }

    private static final String DIRECTION = "direction_only";

    /// Whether it is a direction and not a measurement.
    public boolean isDirection() {
        return spreadKind.equals(DIRECTION);
    }

    /// Whether a person read it in its source.
    public boolean isSeen() {
        return !provenance.startsWith("unverified");
    }

    /// What tells the row from others: the same fact in two tables has the same key.
    public String key() {
        return String.join("|", study, arm, outcome, day, unit, mean.isPresent()
                ? Double.toString(mean.getAsDouble())
                : "");
    }
}
