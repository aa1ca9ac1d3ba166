package propria.app.studio.picture;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import propria.app.studio.answer.ModelCache;
import propria.engine.Tolerances;
import propria.engine.simulate.SimulationFailure;
import propria.study.Arm;
import propria.study.Endpoint;
import propria.study.Study;
import propria.study.run.TypicalSubject;
import propria.study.run.TypicalSubject.Maker;

/// The value of an endpoint in typical subjects of its two arms, with some values or doses set otherwise: as parameters stand,
/// or in draws of them.
final class TypicalEffect {

    /// Tight enough that a tenth of a parameter is told from the error of the solver.
    private static final Tolerances TOLERANCES = new Tolerances(1e-7, 1e-10);

    private final ModelCache.Held held;
    private final Endpoint endpoint;
    private final List<Arm> arms;
    private final Maker typical;
    private final Maker drawn;

    /// @param endpoint one that compares two arms
    /// @param arms whose subjects are looked at
    TypicalEffect(Study study, ModelCache.Held held, Endpoint endpoint, List<Arm> arms) {
        this.held = held;
        this.endpoint = endpoint;
        this.arms = List.copyOf(arms);
        Study few = new Study(study.id(), study.title(), study.question(), study.mirrors(), study.population(), 1,
                study.phases(), this.arms, List.of(endpoint.observable()), List.of(), List.of(), study.uncertainty(),
                study.integrity(), study.seed(), study.simulation(), study.notes(), study.files());
        this.typical = Maker.typical(few, held.model(), held.lives());
        this.drawn = Maker.drawn(few, held.model(), held.lives());
    }

    /// Treated minus control, of the two arms of an endpoint.
    static TypicalEffect between(Study study, ModelCache.Held held, Endpoint endpoint) {
        Endpoint.Comparison arms = endpoint.comparison().orElseThrow();
        return new TypicalEffect(study, held, endpoint, List.of(arm(study, arms.treated()),
                arm(study, arms.control())));
    }

    /// The endpoint in each of the arms as parameters stand; not a number where it cannot be simulated.
    ///
    /// @param change what is done to the values of each arm
    double[] values(UnaryOperator<Map<String, Double>> change) {
        return values(typical, 0, change);
    }

    /// The same in a draw of the parameters.
    double[] values(int draw, UnaryOperator<Map<String, Double>> change) {
        return values(drawn, draw, change);
    }

    private double[] values(Maker maker, int draw, UnaryOperator<Map<String, Double>> change) {
        try {
            return maker.subjects(draw, TOLERANCES, change).stream().mapToDouble(this::value).toArray();
        } catch (SimulationFailure _) {
            double[] none = new double[arms.size()];
            Arrays.fill(none, Double.NaN);
            return none;
        }
    }

    private double value(TypicalSubject subject) {
        try {
            return subject.simulate(held.model().compiled(), List.of(endpoint.at()),
                    List.of(endpoint.observable().quantity()), TOLERANCES, held.lives()).value(0, 0);
        } catch (SimulationFailure _) {
            return Double.NaN;
        }
    }

    /// An arm of a study.
    static Arm arm(Study study, String id) {
        return study.arms().get(study.armIndex(id));
    }
}
