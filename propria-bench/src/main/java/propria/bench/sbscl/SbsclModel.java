package propria.bench.sbscl;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/// A model in SBSCL's interpreter, with its Rosenbrock solver: the one of its solvers for stiff systems.
public final class SbsclModel {

    private static final Class<?>[] NONE = {};

    private final SbsclLibrary library;
    private final Object interpreter;
    private final double[] times;
    private final List<String> outputs;

    /// @param file in SBML
    /// @param outputs the ids recorded
    /// @throws SbsclFailure if SBSCL refuses the model
    public SbsclModel(SbsclLibrary library, Path file, double[] times, List<String> outputs) {
        this.library = library;
        this.times = times.clone();
        this.outputs = List.copyOf(outputs);
        Object reader = library.make("org.sbml.jsbml.SBMLReader", NONE);
        Object document = SbsclLibrary.call(reader, "readSBML", new Class<?>[]{File.class}, file.toFile());
        Object model = SbsclLibrary.call(document, "getModel", NONE);
        this.interpreter = library.make("org.simulator.sbml.SBMLinterpreter",
                new Class<?>[]{library.type("org.sbml.jsbml.Model")}, model);
    }

    /// Simulates once.
    ///
    /// @return SBSCL's table
    /// @throws SbsclFailure if it cannot
    public Object simulate(double relative, double absolute) {
        Object solver = library.make("org.simulator.math.odes.RosenbrockSolver", NONE);
        set(solver, "setRelTol", relative);
        set(solver, "setAbsTol", absolute);
        set(solver, "setStepSize", times[1] - times[0]);
        double[] start = (double[]) SbsclLibrary.call(interpreter, "getInitialValues", NONE);
        return SbsclLibrary.call(solver, "solve",
                new Class<?>[]{library.type("org.simulator.math.odes.DESystem"), double[].class, double[].class},
                interpreter, start.clone(), times.clone());
    }

    private static void set(Object solver, String property, double value) {
        SbsclLibrary.call(solver, property, new Class<?>[]{double.class}, value);
    }

    /// What a table holds, time by time.
    public double[] values(Object table) {
        double[] values = new double[times.length * outputs.size()];
        for (int column = 0; column < outputs.size(); column++) {
            int place = (int) SbsclLibrary.call(table, "getColumnIndex", new Class<?>[]{String.class},
                    outputs.get(column));
            for (int row = 0; row < times.length; row++) {
                values[row * outputs.size() + column] = (double) SbsclLibrary.call(table, "getValueAt",
                        new Class<?>[]{int.class, int.class}, row, place);
            }
        }
        return values;
    }
}
