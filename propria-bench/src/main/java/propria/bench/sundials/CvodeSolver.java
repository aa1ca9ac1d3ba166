package propria.bench.sundials;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.compile.CompiledModel;

/// One workspace of CVODE with its request. Not for use by several threads at once.
public final class CvodeSolver implements AutoCloseable {

    private static final int COUNTERS = 5;

    private final CvodeLibrary library;
    private final Arena arena = Arena.ofShared();
    private CvodeInput input;
    private Arena inputs = Arena.ofShared();
    private final MemorySegment solver;
    private final MemorySegment outputs;
    private final MemorySegment seconds;
    private final MemorySegment counters;
    private final int size;

    /// @param request its outputs must be those that the library was made for
    /// @throws IllegalStateException if CVODE cannot be set up
    public CvodeSolver(CvodeLibrary library, CompiledModel model, SimulationRequest request, CvodeSetup setup,
            Tolerances tolerances) {
        this(library, model, request, setup, tolerances, SensitivitySetup.NONE);
    }

    /// The same with derivatives, of which [#values] then tells: for each direction of the library every state, multiplied
    /// by the size of the parameter.
    public CvodeSolver(CvodeLibrary library, CompiledModel model, SimulationRequest request, CvodeSetup setup,
            Tolerances tolerances, SensitivitySetup sensitivities) {
        this.library = library;
        this.input = CvodeInput.of(model, request, inputs);
        this.size = request.outputTimes().size() * library.model().recorded();
        this.outputs = arena.allocate(JAVA_DOUBLE, size + 1L);
        this.seconds = arena.allocate(JAVA_DOUBLE);
        this.counters = arena.allocate(JAVA_LONG, COUNTERS);
        this.solver = library.create(setup, tolerances, sensitivities, input.parameters());
        if (solver.address() == 0) {
            arena.close();
            inputs.close();
            throw new IllegalStateException("CVODE could not be set up");
        }
    }

    /// Takes another request, with as many times and outputs as the first. What it holds is let go by the next one, or by
    /// [#close()].
    @SuppressWarnings("MustBeClosedChecker")
    public void take(CompiledModel model, SimulationRequest request) {
        inputs.close();
        inputs = Arena.ofShared();
        input = CvodeInput.of(model, request, inputs);
    }

    /// Simulates `repeats` times.
    ///
    /// @return seconds a simulation, measured in C
    /// @throws CvodeFailure if CVODE gives up
    public double run(int repeats) {
        int flag = library.run(solver, input, outputs, repeats, seconds, counters);
        if (flag != 0) {
            throw new CvodeFailure(flag);
        }
        return seconds.get(JAVA_DOUBLE, 0) / repeats;
    }

    /// What was recorded last, time by time.
    public double[] values() {
        double[] values = new double[size];
        MemorySegment.copy(outputs, JAVA_DOUBLE, 0, values, 0, size);
        return values;
    }

    /// The steps of the last simulation.
    public long steps() {
        return counters.getAtIndex(JAVA_LONG, 0);
    }

    /// The evaluations of the right-hand side in the last simulation, also those for difference quotients.
    public long derivatives() {
        return counters.getAtIndex(JAVA_LONG, 1);
    }

    @Override
    public void close() {
        library.free(solver);
        arena.close();
        inputs.close();
    }
}
