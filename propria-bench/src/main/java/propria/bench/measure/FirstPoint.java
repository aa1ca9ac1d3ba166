package propria.bench.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import propria.bench.clock.ThreadTime;
import propria.engine.Method;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.engine.simulate.Simulator;
import propria.formats.antimony.AntimonyReader;

/// From a file to a first point. Prints the milliseconds by the clock and of the processor of the main thread.
public final class FirstPoint {

    private static final double STEP = 1e-3;

    private FirstPoint() {
    }

    /// @param arguments the model file, and how often it is read in this process, of which the last time counts
    public static void main(String[] arguments) throws IOException {
        int times = Integer.parseInt(arguments[1]);
        for (int k = 1; k < times; k++) {
            reach(Path.of(arguments[0]));
        }
        long clock = System.nanoTime();
        long processor = ThreadTime.nanos();
        reach(Path.of(arguments[0]));
        System.out
                .println((System.nanoTime() - clock) / 1_000_000 + " " + (ThreadTime.nanos() - processor) / 1_000_000);
    }

    private static void reach(Path file) throws IOException {
        CompiledModel model = ModelCompiler.compile(AntimonyReader.read(file));
        new Simulator(model).simulate(new SimulationRequest(Map.of(), List.of(), 0, STEP, List.of(0.0, STEP),
                model.stateIds(), Tolerances.DEFAULT, Method.AUTOMATIC));
    }
}
