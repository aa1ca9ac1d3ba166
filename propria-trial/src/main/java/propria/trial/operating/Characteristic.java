package propria.trial.operating;

/// One operating characteristic.
///
/// @param bank the courses that it was read from
/// @param population `design` or `null`, where every arm follows the comparator
/// @param patients in a trial
/// @param day of the endpoint [d]; not a number when it has none
/// @param estimand its id
/// @param arm its id
/// @param measure such as `power`
/// @param value the characteristic
/// @param error its Monte-Carlo standard error
/// @param trials how many it was read from
public record Characteristic(String bank, String population, int patients, double day, String estimand, String arm,
        String measure, double value, double error, int trials) {
}
