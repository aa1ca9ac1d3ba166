package propria.engine.compile.functions;

import propria.engine.compile.bytecode.Kernel;

/// Fills the arrays of parameters and states before a run.
///
/// @param givenParameters where given parameters start from, not a number for those that a formula gives
/// @param givenStates the same for states
/// @param parameters the formulas for parameters
/// @param states the formulas for states
/// @param scratchSize what both need of scratch memory
public record Initialiser(double[] givenParameters, double[] givenStates, Kernel parameters, Kernel states,
        int scratchSize) {
}
