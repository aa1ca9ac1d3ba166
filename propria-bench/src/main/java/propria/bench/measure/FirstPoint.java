package propria.bench.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import propria.bench.contender.ThreadTime;
import propria.engine.Method;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.engine.simulate.Simulator;
import propria.formats.antimony.AntimonyReader;

/// From a file to a first point, in a process that has done nothing else. Prints the milliseconds by the clock and of the
/// processor of the main thread.
public final class FirstPoint {

    private static final double STEP = 1e-3;

    private FirstPoint() {
    }

    /// @param arguments the model file
    public static void main(String[] arguments) throws IOException {
        long clock = System.nanoTime();
        long processor = ThreadTime.nanos();
        CompiledModel model = ModelCompiler.compile(AntimonyReader.read(Path.of(arguments[0])));
        new Simulator(model).simulate(new SimulationRequest(Map.of(), List.of(), 0, STEP, List.of(0.0, STEP),
                model.stateIds(), Tolerances.DEFAULT, Method.AUTOMATIC));
        System.out
                .println((System.nanoTime() - clock) / 1_000_000 + " " + (ThreadTime.nanos() - processor) / 1_000_000);
    }
}
