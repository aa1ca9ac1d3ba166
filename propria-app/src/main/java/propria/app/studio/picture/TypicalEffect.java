package propria.app.studio.picture;

import java.util.List;
import java.util.Map;
import propria.engine.Tolerances;
import propria.engine.simulate.SimulationFailure;
import propria.study.Arm;
import propria.study.Endpoint;
import propria.study.Study;
import propria.study.run.PreparedModel;
import propria.study.run.TypicalSubject;

/// The value of an endpoint in typical subjects of its two arms, with some values or doses set otherwise.
///
/// @param endpoint one that compares two arms
record TypicalEffect(Study study, PreparedModel prepared, Endpoint endpoint) {

    /// Tight enough that a tenth of a parameter is told from the error of the solver.
    private static final Tolerances TOLERANCES = new Tolerances(1e-7, 1e-10);

    /// Treated minus control; not a number where it cannot be simulated.
    double effect(Map<String, Double> others) {
        Endpoint.Comparison arms = endpoint.comparison().orElseThrow();
        List<Double> both = values(List.of(arm(arms.treated()), arm(arms.control())), others);
        return both.get(0) - both.get(1);
    }

    /// The endpoint in each of some arms.
    List<Double> values(List<Arm> arms, Map<String, Double> others) {
        Study few = new Study(study.id(), study.title(), study.question(), study.mirrors(), study.population(), 1,
                study.phases(), arms, List.of(endpoint.observable()), List.of(), List.of(), study.uncertainty(),
                study.integrity(), study.seed(), study.simulation(), study.notes(), study.files());
        return TypicalSubject.of(few, TOLERANCES, prepared, others).stream().map(this::value).toList();
    }

    private double value(TypicalSubject subject) {
        try {
            return subject.simulate(prepared.compiled(), List.of(endpoint.at()),
                    List.of(endpoint.observable().quantity()), TOLERANCES).value(0, 0);
        } catch (SimulationFailure _) {
            return Double.NaN;
        }
    }

    Arm arm(String id) {
        return study.arms().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
    }
}
