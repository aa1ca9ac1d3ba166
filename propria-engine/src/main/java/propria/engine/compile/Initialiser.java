package propria.engine.compile;

import propria.engine.compile.bytecode.Kernel;
import propria.engine.compile.bytecode.KernelCompiler;
import propria.engine.compile.bytecode.Memory;

/// Fills the arrays of parameters and states before a run.
///
/// @param givenParameters where given parameters start from, not a number for those that a formula gives
/// @param givenStates the same for states
/// @param parameters the formulas for parameters
/// @param states the formulas for states
/// @param scratchSize what both need of scratch memory
record Initialiser(double[] givenParameters, double[] givenStates, Kernel parameters, Kernel states,
        int scratchSize) {

    static Initialiser of(InitialValues values, Symbols symbols) {
        KernelCompiler compiler = new KernelCompiler();
        Kernel parameters = compiler.compile("InitialParameters", values.parameters(), Memory.EMPTY);
        Kernel states = compiler.compile("InitialStates", values.states(), Memory.EMPTY);
        return new Initialiser(values.given(symbols.parameters()), values.given(symbols.states()), parameters, states,
                compiler.scratchEnd());
    }
}
