package propria.engine.compile;

import java.util.List;
import propria.engine.compile.bytecode.Kernel;
import propria.engine.system.EquationSystem;
import propria.engine.system.EventLogic;
import propria.engine.system.SparsityPattern;

/// The functions of a compiled model.
///
/// @param outputCount states, then what is computed, then parameters
record CompiledSystem(int stateCount, int parameterCount, int parameterSize, int scratchSize, int outputCount,
        int rootCount, SparsityPattern jacobianPattern, Kernels kernels, List<EventLogic> events)
        implements
            EquationSystem {

    /// One kernel a function.
    record Kernels(Kernel prepare, Kernel derivative, Kernel jacobian, Kernel outputs, Kernel roots) {
    }

    @Override
    public void prepare(double[] p) {
        kernels.prepare().run(0, p, p, p, p);
    }

    @Override
    public void derivative(double t, double[] y, double[] p, double[] scratch, double[] rates) {
        kernels.derivative().run(t, y, p, scratch, rates);
    }

    @Override
    public void jacobian(double t, double[] y, double[] p, double[] scratch, double[] entries) {
        kernels.jacobian().run(t, y, p, scratch, entries);
    }

    @Override
    public void outputs(double t, double[] y, double[] p, double[] scratch, double[] values) {
        System.arraycopy(y, 0, values, 0, stateCount);
        System.arraycopy(p, 0, values, outputCount - parameterCount, parameterCount);
        kernels.outputs().run(t, y, p, scratch, values);
    }

    @Override
    public void roots(double t, double[] y, double[] p, double[] scratch, double[] values) {
        kernels.roots().run(t, y, p, scratch, values);
    }
}
