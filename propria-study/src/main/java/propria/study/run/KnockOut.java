package propria.study.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import propria.engine.simulate.SimulationFailure;
import propria.study.Arm;
import propria.study.Endpoint;
import propria.study.Product;
import propria.study.Regimen;
import propria.study.SourcedValue;
import propria.study.Study;
import propria.study.subject.ParameterDraw;
import propria.study.summary.Effect;
import propria.study.summary.Outcomes;

/// What an endpoint's effect is when something that a product does is switched off, draw by draw, on one subject a draw.
/// Draws and subjects are the same with and without: their streams are named, not counted.
public final class KnockOut {

    private final Study study;
    private final PreparedModel prepared;
    private final Endpoint endpoint;
    private final int draws;

    /// @param endpoint one that compares two arms
    /// @param draws how many draws of the parameters
    /// @throws IllegalArgumentException when the endpoint compares nothing
    public KnockOut(Study study, PreparedModel prepared, Endpoint endpoint, int draws) {
        if (endpoint.comparison().isEmpty()) {
            throw new IllegalArgumentException("the endpoint compares nothing: " + endpoint.id());
        }
        this.study = study;
        this.prepared = prepared;
        this.endpoint = endpoint;
        this.draws = draws;
    }

    /// The effect in each draw; not a number where a subject could not be simulated.
    ///
    /// @param off values of model parameters in arms that receive a product; empty for the study as it is
    /// @throws propria.model.problem.ProblemException as a run of the study does
    public double[] effects(Map<String, Double> off) {
        Study reduced = reduced(off);
        StudyPlan plan = StudyPlan.of(reduced, RunOptions.standard().withDraws(draws), prepared);
        Outcomes outcomes = plan.outcomes();
        SubjectRunner runner = new SubjectRunner(plan);
        for (int i = 0; i < draws; i++) {
            ParameterDraw draw = plan.sampler().draw(i);
            Optional<SimulationFailure> _ = runner.run(draw, plan.sampler().subject(draw, 0), outcomes);
        }
        return Effect.of(reduced, outcomes).getFirst().draws();
    }

    /// Both arms of the endpoint with one subject, and nothing else that takes time.
    private Study reduced(Map<String, Double> off) {
        List<String> compared = List.of(endpoint.comparison().orElseThrow().treated(),
                endpoint.comparison().orElseThrow().control());
        List<Arm> arms = study.arms().stream().filter(arm -> compared.contains(arm.id()))
                .map(arm -> without(arm, off)).toList();
        return new Study(study.id(), study.title(), study.question(), study.mirrors(), study.population(), 1,
                study.phases(), arms, List.of(endpoint.observable()), List.of(endpoint), List.of(),
                study.uncertainty().withDraws(draws), study.integrity(), study.seed(),
                study.simulation(), study.notes(), study.files());
    }

    private static Arm without(Arm arm, Map<String, Double> off) {
        List<Regimen> regimens = arm.regimens().stream().map(r -> new Regimen(without(r.product(), off), r.amount(),
                r.route(), r.at(), r.over(), r.place())).toList();
        return new Arm(arm.id(), arm.name(), arm.role(), arm.population(), arm.insultFree(), regimens, arm.place());
    }

    private static Product without(Product p, Map<String, Double> off) {
        SequencedMap<String, SourcedValue> parameters = new LinkedHashMap<>(p.parameters());
        off.forEach((id, value) -> parameters.put(id, SourcedValue.exactly(value, p.place())));
        return new Product(p.id(), p.name(), p.kind(), p.doseUnit(), p.viability(), p.dead(), p.routes(), p.once(),
                parameters, p.bodyMassScaled(), p.place());
    }
}
