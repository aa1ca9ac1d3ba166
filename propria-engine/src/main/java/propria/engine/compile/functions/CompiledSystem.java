package propria.engine.compile.functions;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import propria.engine.compile.bytecode.Kernel;
import propria.engine.system.EquationSystem;
import propria.engine.system.EventLogic;
import propria.engine.system.PastValue;
import propria.engine.system.SparsityPattern;

/// The functions of a compiled model.
///
/// @param amounts the states that are amounts of substance; not to be changed
/// @param implicit what is more than rates
/// @param parameterSize the parameters, the values of the past, what is prepared and the room that preparing takes
public record CompiledSystem(Sizes sizes, int parameterSize, int scratchSize, SparsityPattern jacobianPattern,
        Kernels kernels, BitSet amounts, Implicit implicit, List<EventLogic> events) implements EquationSystem {

    /// @param namedStates how many states the model names; hidden ones come after them
    /// @param outputCount named states, then what is computed, then parameters
    /// @param jumpCount how many of the roots are jumps of the right-hand side
    public record Sizes(int stateCount, int namedStates, int parameterCount, int outputCount, int rootCount,
            int jumpCount) {
    }

    /// One kernel a function.
    public record Kernels(Kernel prepare, Kernel derivative, Kernel jacobian, Kernel byTime, Kernel outputs,
            Kernel roots,
            Kernel fold, Kernel lags) {
    }

    /// Equations without a left-hand side, and the past.
    ///
    /// @param extents those of the algebraic states that are extents of fast reactions
    /// @param foldedStates the states that [#fold] writes, in the order of its kernel
    public record Implicit(int[] algebraicStates, int[] extents, int[] foldedStates, List<PastValue> pastValues) {
        public Implicit {
            pastValues = List.copyOf(pastValues);
        }
    }

    @Override
    public int stateCount() {
        return sizes.stateCount();
    }

    @Override
    public int parameterCount() {
        return sizes.parameterCount();
    }

    @Override
    public int outputCount() {
        return sizes.outputCount();
    }

    @Override
    public int rootCount() {
        return sizes.rootCount();
    }

    @Override
    public int jumpCount() {
        return sizes.jumpCount();
    }

    @Override
    public int[] algebraicStates() {
        return implicit.algebraicStates().clone();
    }

    @Override
    public boolean isAmount(int state) {
        return amounts.get(state);
    }

    @Override
    public boolean isExtent(int state) {
        return Arrays.binarySearch(implicit.extents(), state) >= 0;
    }

    @Override
    public int[] extents() {
        return implicit.extents().clone();
    }

    @Override
    public int[] foldedStates() {
        return implicit.foldedStates().clone();
    }

    @Override
    public List<PastValue> pastValues() {
        return implicit.pastValues();
    }

    @Override
    public void lags(double t, double[] y, double[] p, double[] scratch, double[] lags) {
        kernels.lags().run(t, y, p, scratch, lags);
    }

    @Override
    public void fold(double t, double[] y, double[] p, double[] scratch) {
        int[] states = implicit.foldedStates();
        if (states.length > 0) {
            double[] folded = new double[states.length];
            kernels.fold().run(t, y, p, scratch, folded);
            for (int k = 0; k < states.length; k++) {
                y[states[k]] = folded[k];
            }
        }
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
    public boolean byTime(double t, double[] y, double[] p, double[] scratch, double[] rates) {
        if (!implicit.pastValues().isEmpty()) {
            return false;
        }
        kernels.byTime().run(t, y, p, scratch, rates);
        return true;
    }

    @Override
    public void outputs(double t, double[] y, double[] p, double[] scratch, double[] values) {
        System.arraycopy(y, 0, values, 0, sizes.namedStates());
        System.arraycopy(p, 0, values, sizes.outputCount() - sizes.parameterCount(), sizes.parameterCount());
        kernels.outputs().run(t, y, p, scratch, values);
    }

    @Override
    public void roots(double t, double[] y, double[] p, double[] scratch, double[] values) {
        kernels.roots().run(t, y, p, scratch, values);
    }
}
