package propria.trial.design;

/// A visit of the protocol.
///
/// @param day when it is due, counted from the start of treatment
/// @param window by how much it may be early or late [d]
public record PlannedVisit(String name, double day, double window) {
}
