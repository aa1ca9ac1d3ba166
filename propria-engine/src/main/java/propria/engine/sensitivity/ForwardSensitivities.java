package propria.engine.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import propria.engine.Tolerances;
import propria.engine.compile.bytecode.Kernel;
import propria.engine.compile.tangent.TangentFunctions.EventTangents;
import propria.engine.solve.Change;
import propria.engine.solve.Follower;
import propria.engine.step.Equations;
import propria.engine.step.StepFailure;
import propria.engine.step.StepMethod;
import propria.engine.step.grid.Companion;
import propria.engine.system.EquationSystem;

/// Carries sensitivities through a run: across changes from outside, jumps of the right-hand side and events.
///
/// Where a root function `g` is crossed at `t*`, the time moves by `t*' = -(g_y s + g_p p') / (g_y f + g_t)`. What happens
/// there maps the states before to those after, `y+ = h(t, y-, p)`, so that
///
/// `s+ = h_y (s- + f- t*') + h_p p' + h_t t*' - f+ t*'`
///
/// (Rozenvasser, Automation and Remote Control 28, 1967; Galán, Feehery & Barton, Applied Numerical Mathematics 31, 1999).
/// A jump of the right-hand side is the case `h = y`. A delayed event moves with the time of its trigger and with its delay.
public final class ForwardSensitivities implements Follower {

    /// This share of its usual speed is none.
    private static final double GRAZING = 1e-7;

    private final Tangents tangents;
    private final Equations equations;
    private final EquationSystem system;
    private final List<EventTangents> events;
    private final SensitivitySteps steps;
    private final double[] current;
    private final double[] moved;
    private final double[] between;
    private final double[] outputs;
    private double[] derivatives = {};
    private final double[] slope;
    private final double[] slopeBefore;
    private final double[] before;
    private final double[] moment;
    private final double[] signsBefore;
    private final double[] signs;
    private final double[] rootChanges;
    private final boolean[] crossed;
    /// The sensitivity of the time at which each root was crossed, row by row.
    private final double[] crossings;
    /// That of the event executed last.
    private final double[] cause;
    private final List<Pending> pending = new ArrayList<>();
    private double span;

    /// What is known of an execution when its event is triggered.
    ///
    /// @param due the sensitivity of its time
    /// @param values that of its values, where these are from the trigger; one row a target
    private record Pending(double[] due, double[] values) {
    }

    /// @param outputCount how many outputs are recorded
    ForwardSensitivities(Tangents tangents, Tolerances tolerances, boolean controlled, int outputCount) {
        this.tangents = tangents;
        equations = tangents.equations();
        system = equations.system();
        events = tangents.functions().events();
        int n = tangents.states();
        int columns = tangents.columns();
        current = new double[n * columns];
        moved = new double[n * columns];
        between = new double[n * columns];
        steps = new SensitivitySteps(tangents, tolerances, controlled, current);
        outputs = new double[outputCount];
        slope = new double[n];
        slopeBefore = new double[n];
        before = new double[n];
        moment = new double[n];
        signsBefore = new double[system.rootCount()];
        signs = new double[system.rootCount()];
        rootChanges = new double[system.rootCount()];
        crossed = new boolean[system.rootCount()];
        crossings = new double[system.rootCount() * columns];
        cause = new double[columns];
    }

    /// What marches on the steps of the states.
    Companion steps() {
        return steps;
    }

    /// Row by row, output by output.
    double[] derivatives() {
        return derivatives;
    }

    /// Begins a run with these sensitivities of the states.
    ///
    /// @param scales the typical size of each direction
    /// @param length of the run
    /// @param rows how many rows are recorded
    void begin(double[] sensitivities, double[] scales, double length, int rows) {
        derivatives = new double[rows * outputs.length * scales.length];
        System.arraycopy(sensitivities, 0, current, 0, current.length);
        Arrays.fill(cause, 0);
        Arrays.fill(crossed, false);
        pending.clear();
        span = length;
        steps.begin(scales);
    }

    @Override
    public void arrive(StepMethod method, double t, double instant, double[] y) {
        steps.interpolate(t, current);
        steps.stop();
        Arrays.fill(cause, 0);
        if (signs.length == 0) {
            return;
        }
        double low = Math.max(method.previousTime(), t - 2 * instant);
        method.interpolate(low, before);
        system.roots(low, before, equations.parameters(), equations.scratch(), signsBefore);
        system.roots(t, y, equations.parameters(), equations.scratch(), signs);
        int jump = -1;
        for (int r = signs.length - 1; r >= 0; r--) {
            crossed[r] = Math.signum(signs[r]) != Math.signum(signsBefore[r]);
            jump = crossed[r] && r < system.jumpCount() ? r : jump;
        }
        findCrossings(method, low, t);
        if (jump >= 0) {
            equations.slopes(t, y, span, slope);
            move(slopeBefore, crossings, jump, 1);
            move(slope, crossings, jump, -1);
            settle(t, y);
        }
    }

    private boolean anyCrossed() {
        for (boolean one : crossed) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    private void findCrossings(StepMethod method, double low, double t) {
        if (!anyCrossed()) {
            return;
        }
        equations.slopes(low, before, span, slopeBefore);
        Kernel roots = tangents.functions().roots();
        tangents.at(before);
        tangents.inTime(slopeBefore);
        tangents.evaluate(roots, low, rootChanges);
        double[] speeds = rootChanges.clone();
        forgetGrazing(method, t, speeds);
        int columns = tangents.columns();
        for (int j = 0; j < columns; j++) {
            tangents.along(j, current, 0);
            tangents.evaluate(roots, low, rootChanges);
            for (int r = 0; r < speeds.length; r++) {
                crossings[r * columns + j] = rootChanges[r] == 0 ? 0 : -rootChanges[r] / speeds[r];
            }
        }
    }

    /// A root that is crossed far more slowly than it moved within the step is only touched.
    private void forgetGrazing(StepMethod method, double t, double[] speeds) {
        double begin = method.previousTime();
        method.interpolate(begin, moment);
        system.roots(begin, moment, equations.parameters(), equations.scratch(), signsBefore);
        for (int r = 0; r < speeds.length; r++) {
            double usual = Math.abs(signs[r] - signsBefore[r]) / (t - begin);
            speeds[r] = Math.abs(speeds[r]) < GRAZING * usual ? Double.NaN : speeds[r];
        }
    }

    /// Adds `sign * slopes * times` to the sensitivities.
    private void move(double[] slopes, double[] times, int row, int sign) {
        int columns = tangents.columns();
        for (int i = 0; i < slopes.length; i++) {
            for (int j = 0; j < columns; j++) {
                double time = times[row * columns + j];
                if (time != 0) {
                    current[i * columns + j] += sign * slopes[i] * time;
                }
            }
        }
    }

    private void settle(double t, double[] y) {
        demandFinite(t, current);
        if (!steps.settle(t, y, current)) {
            throw new StepFailure(StepFailure.Reason.INCONSISTENT, t, new double[0]);
        }
    }

    private static void demandFinite(double t, double[] numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw new StepFailure(StepFailure.Reason.GRAZING, t, new double[0]);
            }
        }
    }

    @Override
    public void change(Change change, double[] y) {
        switch (change) {
            case Change.Add(_, var state, var amount, var cap) -> {
                if (y[state] + amount > Math.max(y[state], cap) && cap >= y[state]) {
                    clear(current, state);
                }
            }
            case Change.SetState(_, var state, _) -> clear(current, state);
            case Change.SetParameter(_, var parameter, _) -> clear(tangents.parameterChanges(), parameter);
            case Change.Infuse _ -> {
            }
        }
    }

    private void clear(double[] matrix, int row) {
        Arrays.fill(matrix, row * tangents.columns(), (row + 1) * tangents.columns(), 0);
    }

    @Override
    public void trigger(int execution, int event, double t, double[] y) {
        EventTangents functions = events.get(event);
        int columns = tangents.columns();
        double[] due = cause.clone();
        for (int root : functions.roots()) {
            if (crossed[root]) {
                System.arraycopy(crossings, root * columns, due, 0, columns);
            }
        }
        demandFinite(t, due);
        int targets = system.events().get(event).targets().length;
        double[] values = new double[targets * columns];
        double[] delay = new double[1];
        double[] value = new double[targets];
        double[] later = due.clone();
        moveCopy(t, y, due);
        tangents.at(y);
        for (int j = 0; j < columns; j++) {
            tangents.along(j, moved, due[j]);
            tangents.evaluate(functions.delay(), t, delay);
            later[j] += delay[0];
            tangents.evaluate(functions.values(), t, value);
            for (int k = 0; k < targets; k++) {
                values[k * columns + j] = value[k];
            }
        }
        pending.add(new Pending(later, values));
    }

    /// The sensitivities of the states at a moving time.
    private void moveCopy(double t, double[] y, double[] times) {
        System.arraycopy(current, 0, moved, 0, current.length);
        if (Arrays.stream(times).allMatch(time -> time == 0)) {
            return;
        }
        equations.slopes(t, y, span, slope);
        int columns = tangents.columns();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += slope[i / columns] * times[i % columns];
        }
    }

    @Override
    public void execute(int execution, int event, double t, double[] y, double[] values, double[] scales) {
        EventTangents functions = events.get(event);
        Pending known = pending.get(execution);
        int columns = tangents.columns();
        int[] targets = system.events().get(event).targets();
        boolean fromTrigger = system.events().get(event).valuesFromTrigger();
        double[] valueChanges = new double[targets.length];
        double[] scaleChanges = new double[targets.length];
        System.arraycopy(known.due(), 0, cause, 0, columns);
        moveCopy(t, y, cause);
        tangents.at(y);
        System.arraycopy(moved, 0, current, 0, moved.length);
        double[] assigned = new double[targets.length * columns];
        for (int j = 0; j < columns; j++) {
            tangents.along(j, moved, cause[j]);
            tangents.evaluate(functions.values(), t, valueChanges);
            tangents.evaluate(functions.scales(), t, scaleChanges);
            for (int k = 0; k < targets.length; k++) {
                double change = fromTrigger ? known.values()[k * columns + j] : valueChanges[k];
                assigned[k * columns + j] = scales[k] * change + scaleChanges[k] * values[k];
            }
        }
        for (int k = 0; k < targets.length; k++) {
            double[] matrix = targets[k] >= 0 ? current : tangents.parameterChanges();
            int row = targets[k] >= 0 ? targets[k] : -1 - targets[k];
            System.arraycopy(assigned, k * columns, matrix, row * columns, columns);
        }
    }

    @Override
    public void executed(double t, double[] y) {
        equations.slopes(t, y, span, slope);
        move(slope, cause, 0, -1);
        settle(t, y);
        Arrays.fill(crossed, false);
    }

    @Override
    public void record(int row, double t, double[] y, boolean within) {
        double[] sensitivities = within ? between : current;
        if (within) {
            steps.interpolate(t, between);
        } else {
            settle(t, y);
        }
        int columns = tangents.columns();
        tangents.at(y);
        for (int j = 0; j < columns; j++) {
            tangents.along(j, sensitivities, 0);
            tangents.evaluate(tangents.functions().outputs(), t, outputs);
            for (int k = 0; k < outputs.length; k++) {
                derivatives[(row * outputs.length + k) * columns + j] = outputs[k];
            }
        }
    }
}
