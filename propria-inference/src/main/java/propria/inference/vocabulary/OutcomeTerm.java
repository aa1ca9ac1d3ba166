package propria.inference.vocabulary;

/// What an outcome of a table is in the model.
///
/// @param outcomeClass what it is pooled with
/// @param quantity the id in the model
/// @param kind how a number of it is written
/// @param maximum of a score, in the model's scale
/// @param rises whether a therapy that works raises the quantity
/// @param inverse whether the words name the opposite of the quantity
/// @param refusal why it cannot be predicted; empty when it can
public record OutcomeTerm(String outcomeClass, String quantity, Kind kind, double maximum, boolean rises,
        boolean inverse, String refusal) {

    /// How a number is written.
    public enum Kind {
        /// Between 0 and a maximum.
        SCORE,
        /// Between 0 and 100.
        PERCENTAGE,
        /// Percent of the first day, or grams.
        START_PERCENT,
        /// Percent of the first day, less the 100 of that day.
        START_CHANGE,
        /// Centimetres.
        LENGTH,
        /// Above zero.
        POSITIVE
    }

    /// The same, written as a change since the first day.
    public OutcomeTerm asChange() {
        return new OutcomeTerm(outcomeClass, quantity, Kind.START_CHANGE, maximum, rises, false, refusal);
    }

    /// Whether it can be predicted.
    public boolean isSupported() {
        return refusal.isEmpty();
    }
}
