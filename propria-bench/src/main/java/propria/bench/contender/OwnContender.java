package propria.bench.contender;

import java.util.Locale;
import propria.bench.workload.Workload;
import propria.engine.Method;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.simulate.Simulator;
import propria.model.problem.ProblemException;

/// The engine as a user calls it: one [Simulator], asked again and again. What is timed is the whole call, with the
/// look-up of names, the initial values and the record of outputs.
public final class OwnContender implements Contender {

    private final Workload workload;
    private final Method method;
    private final Simulator simulator;

    /// @throws ContenderFailure if the model cannot be simulated by differential equations
    public OwnContender(Workload workload, Method method) {
        this.workload = workload;
        this.method = method;
        try {
            this.simulator = new Simulator(workload.compiled());
        } catch (ProblemException e) {
            throw new ContenderFailure(e.problems().getFirst().what(), e);
        }
    }

    @Override
    public String name() {
        return name(method);
    }

    /// What tables call a method of the engine.
    public static String name(Method method) {
        return "Propria " + method.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isOwn() {
        return true;
    }

    @Override
    public boolean isCompiledLate() {
        return true;
    }

    @Override
    public Trial at(Tolerances tolerances) {
        return new OwnTrial(workload.request(tolerances, method));
    }

    private final class OwnTrial extends RepeatedTrial<Trajectory> {

        private final SimulationRequest request;

        OwnTrial(SimulationRequest request) {
            this.request = request;
        }

        @Override
        protected Trajectory simulate() {
            return simulator.simulate(request);
        }

        @Override
        protected Recorded recorded(Trajectory course) {
            int columns = course.outputs().size();
            double[] values = new double[course.times().size() * columns];
            for (int k = 0; k < values.length; k++) {
                values[k] = course.value(k / columns, k % columns);
            }
            return new Recorded(values, course.counters().steps());
        }
    }
}
