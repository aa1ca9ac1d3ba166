package propria.bench.measure;

import java.util.Map;
import propria.bench.workload.Workload;
import propria.engine.Method;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.compile.CompiledModel;
import propria.study.Study;
import propria.study.subject.ParameterDraw;
import propria.study.subject.SubjectSampler;

/// The virtual subjects of the last arm of a study, through the course of a workload, by the method that runs of studies use.
public final class StudySubjects implements Subjects {

    /// What runs of studies use where their file names nothing else.
    public static final Method METHOD = Method.BDF;

    private final Study study;
    private final Workload workload;
    private final SubjectSampler sampler;
    private final int arm;

    public StudySubjects(Study study, Workload workload) {
        this.study = study;
        this.workload = workload;
        this.sampler = new SubjectSampler(workload.model(), study, Map.of(), study.seed());
        this.arm = study.arms().size() - 1;
    }

    @Override
    public CompiledModel model() {
        return workload.compiled();
    }

    @Override
    public SimulationRequest request(int number, Tolerances tolerances) {
        ParameterDraw draw = sampler.draw(number / study.perArm());
        Map<String, Double> values = sampler.subject(draw, number % study.perArm()).arms().get(arm);
        SimulationRequest base = workload.request(tolerances, METHOD);
        return new SimulationRequest(values, base.changes(), base.start(), base.end(), base.outputTimes(),
                base.outputs(), tolerances, base.method());
    }
}
