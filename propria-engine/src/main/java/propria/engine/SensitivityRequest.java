package propria.engine;

import java.util.List;

/// One simulation with the derivatives of what it records.
///
/// A parameter or state that a direction moves, and that has neither a number in the model nor one in
/// [SimulationRequest#values], stands for the value that its initial assignment gives; its derivative is that by a number
/// given in place of the assignment. What follows it by other initial assignments moves with it. Doses and the other
/// scheduled changes are fixed numbers at fixed times; the times of events move.
///
/// @param simulation [Method#AUTOMATIC] or [Method#BDF]
/// @param directions by what derivatives are taken
/// @param controlled whether the steps are chosen so that derivatives meet the tolerances too; otherwise the states alone
///        choose them, and values have the bits of a simulation without derivatives
public record SensitivityRequest(SimulationRequest simulation, List<Direction> directions, boolean controlled) {
    public SensitivityRequest {
        directions = List.copyOf(directions);
    }
}
