package propria.bench.measure;

import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.compile.CompiledModel;

/// Subjects of one model, each with parameters of its own, numbered from zero without end.
public interface Subjects {

    CompiledModel model();

    /// What is asked of subject `number`; the same whenever it is asked.
    SimulationRequest request(int number, Tolerances tolerances);
}
