package propria.bench.ablation;

import propria.bench.contender.Contender;
import propria.bench.contender.RepeatedTrial;
import propria.bench.workload.Workload;
import propria.engine.Method;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.compile.CompiledModel;
import propria.engine.simulate.ChangePlaces;
import propria.engine.solve.StepLoop;
import propria.engine.step.Equations;
import propria.engine.step.StepMethod;
import propria.engine.step.StepMethods;

/// The march of the engine over a poorer form of the equations.
public final class AblatedContender implements Contender {

    private final Workload workload;
    private final Ablation ablation;

    public AblatedContender(Workload workload, Ablation ablation) {
        this.workload = workload;
        this.ablation = ablation;
    }

    @Override
    public String name() {
        return ablation.label();
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
        return new AblatedTrial(workload.request(tolerances, Method.AUTOMATIC));
    }

    private final class AblatedTrial extends RepeatedTrial<double[]> {

        private final SimulationRequest request;
        private final Equations equations;
        private final StepMethod method;

        AblatedTrial(SimulationRequest request) {
            this.request = request;
            this.equations = ablation.of(workload.compiled().system());
            this.method = StepMethods.of(request.method()).on(equations, request.tolerances());
        }

        @Override
        protected double[] simulate() {
            CompiledModel model = workload.compiled();
            double[] p = model.parameters(request.values());
            double[] y = model.initialState(request.start(), p, request.values());
            equations.begin(p);
            int[] columns = request.outputs().stream().mapToInt(model::outputIndex).toArray();
            double[] times = request.outputTimes().stream().mapToDouble(Double::doubleValue).toArray();
            return new StepLoop(equations, method).run(y, request.start(), request.end(),
                    ChangePlaces.of(request.changes(), model), times, columns);
        }

        @Override
        protected Recorded recorded(double[] values) {
            return new Recorded(values, equations.counters().steps());
        }
    }
}
