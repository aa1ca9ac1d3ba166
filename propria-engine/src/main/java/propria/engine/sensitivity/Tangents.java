package propria.engine.sensitivity;

import java.util.Arrays;
import propria.engine.compile.bytecode.Kernel;
import propria.engine.compile.tangent.TangentFunctions;
import propria.engine.step.Equations;
import propria.engine.system.EquationSystem;
import propria.engine.system.SparsityPattern;

/// Evaluates derivatives of the functions of a model along directions; holds memory of its own, so one a thread. Parameters
/// move too: those of a direction, those that follow them at the start, and those that events have set.
final class Tangents {

    private final Equations equations;
    private final EquationSystem system;
    private final TangentFunctions functions;
    private final TangentFunctions.Layout layout;
    private final int columns;
    private final int[] moving;
    private final int[] entryRows;
    private final int[] entryColumns;
    private final double[] byParameters;
    private final double[] parameterChanges;
    private final double[] y;
    private final double[] p;
    private final double[] scratch;

    /// @param columns how many directions
    Tangents(Equations equations, TangentFunctions functions, int columns) {
        this.equations = equations;
        this.functions = functions;
        this.columns = columns;
        system = equations.system();
        layout = functions.layout();
        moving = functions.moving().stream().mapToInt(Integer::intValue).toArray();
        entryRows = functions.rows().stream().mapToInt(Integer::intValue).toArray();
        entryColumns = functions.columns().stream().mapToInt(Integer::intValue).toArray();
        byParameters = new double[entryRows.length];
        parameterChanges = new double[layout.parameters() * columns];
        y = new double[2 * layout.states()];
        p = new double[layout.timeChange() + 1];
        scratch = new double[layout.scratchSize()];
    }

    Equations equations() {
        return equations;
    }

    TangentFunctions functions() {
        return functions;
    }

    int columns() {
        return columns;
    }

    int states() {
        return layout.states();
    }

    /// The sensitivities of the parameters; to be written to.
    double[] parameterChanges() {
        return parameterChanges;
    }

    /// Begins a run: the sensitivities of parameters and states from those of what is given.
    ///
    /// @param givenStates what is given for states; not a number where nothing is
    /// @param givenParameters the same for parameters
    /// @param seeds the sensitivities of given parameters
    /// @param sensitivities the sensitivities of given states; replaced by those of the states at the start
    void begin(double t, double[] givenStates, double[] givenParameters, double[] seeds, double[] sensitivities) {
        System.arraycopy(seeds, 0, parameterChanges, 0, seeds.length);
        double[] changes = new double[layout.parameters()];
        System.arraycopy(givenStates, 0, y, 0, layout.states());
        System.arraycopy(givenParameters, 0, p, 0, layout.parameters());
        for (int column = 0; column < columns; column++) {
            Arrays.setAll(changes, k -> Double.NaN);
            take(column, sensitivities, seeds, 0);
            functions.initialParameters().run(0, y, p, scratch, changes);
            for (int k = 0; k < changes.length; k++) {
                if (!Double.isNaN(changes[k])) {
                    parameterChanges[k * columns + column] = changes[k];
                }
            }
        }
        System.arraycopy(equations.parameters(), 0, p, 0, layout.parameterChanges());
        double[] started = new double[layout.states()];
        for (int column = 0; column < columns; column++) {
            take(column, sensitivities, parameterChanges, 0);
            System.arraycopy(y, layout.states(), started, 0, started.length);
            functions.initialStates().run(t, y, p, scratch, started);
            for (int i = 0; i < started.length; i++) {
                sensitivities[i * columns + column] = started[i];
            }
        }
    }

    /// From now on functions are evaluated at this point.
    void at(double[] states) {
        System.arraycopy(states, 0, y, 0, layout.states());
        System.arraycopy(equations.parameters(), 0, p, 0, layout.parameterChanges());
    }

    /// The arguments change as one direction says.
    ///
    /// @param timeChange the change of the time
    void along(int column, double[] sensitivities, double timeChange) {
        take(column, sensitivities, parameterChanges, timeChange);
    }

    private void take(int column, double[] sensitivities, double[] parameters, double timeChange) {
        for (int i = 0; i < layout.states(); i++) {
            y[layout.states() + i] = sensitivities[i * columns + column];
        }
        for (int k = 0; k < layout.parameters(); k++) {
            p[layout.parameterChanges() + k] = parameters[k * columns + column];
        }
        p[layout.timeChange()] = timeChange;
    }

    /// The arguments change as they do in time.
    void inTime(double[] slopes) {
        System.arraycopy(slopes, 0, y, layout.states(), layout.states());
        Arrays.fill(p, layout.parameterChanges(), layout.timeChange(), 0);
        p[layout.timeChange()] = 1;
    }

    /// Writes the change of a function.
    void evaluate(Kernel kernel, double t, double[] changes) {
        kernel.run(t, y, p, scratch, changes);
    }

    /// Writes how the right-hand sides change with the parameters alone.
    void forcing(double t, double[] states, double[] forcing) {
        Arrays.fill(forcing, 0);
        functions.byParameters().run(t, states, equations.parameters(), scratch, byParameters);
        for (int k = 0; k < entryRows.length; k++) {
            double entry = byParameters[k];
            addRow(forcing, entryRows[k] * columns, entry, parameterChanges, entryColumns[k] * columns);
        }
    }

    /// Adds the product of the Jacobian and the sensitivities.
    void addProduct(double[] jacobian, double[] sensitivities, double[] sum) {
        SparsityPattern pattern = system.jacobianPattern();
        for (int column = 0; column < pattern.size(); column++) {
            for (int k = pattern.columnStart(column); k < pattern.columnStart(column + 1); k++) {
                addRow(sum, pattern.row(k) * columns, jacobian[k], sensitivities, column * columns);
            }
        }
    }

    private void addRow(double[] sum, int to, double share, double[] summand, int from) {
        for (int j = 0; j < columns; j++) {
            sum[to + j] += share * summand[from + j];
        }
    }

    /// The parameters that can move.
    int[] moving() {
        return moving;
    }
}
