package propria.bench.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import propria.bench.workload.Workload;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.compile.CompiledModel;
import propria.engine.math.Elementary;
import propria.engine.random.RandomStream;

/// Subjects of a model of which nothing is known: each parameter is multiplied by a lognormal number of its own, whose
/// logarithm has a standard deviation of a fifth.
public final class VariedSubjects implements Subjects {

    private static final double DEVIATION = 0.2;

    private final Workload workload;
    private final List<String> parameters;
    private final RandomStream stream = new RandomStream();

    /// @throws IllegalArgumentException for a model without parameters: its subjects would all be one
    public VariedSubjects(Workload workload) {
        this.workload = workload;
        this.parameters = workload.compiled().parameterIds();
        if (parameters.isEmpty()) {
            throw new IllegalArgumentException(workload.name() + " has no parameters to vary");
        }
    }

    @Override
    public CompiledModel model() {
        return workload.compiled();
    }

    @Override
    public SimulationRequest request(int number, Tolerances tolerances) {
        stream.begin(1, number, "bench");
        Map<String, Double> values = new HashMap<>();
        for (String parameter : parameters) {
            values.put(parameter, workload.value(parameter) * Elementary.exp(DEVIATION * stream.normal()));
        }
        SimulationRequest base = workload.request(tolerances, StudySubjects.METHOD);
        return new SimulationRequest(values, base.changes(), base.start(), base.end(), base.outputTimes(),
                base.outputs(), tolerances, base.method());
    }
}
