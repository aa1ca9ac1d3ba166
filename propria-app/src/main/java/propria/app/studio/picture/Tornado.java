package propria.app.studio.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import propria.model.Parameter;
import propria.study.Endpoint;
import propria.study.Study;
import propria.study.run.PreparedModel;

/// What a tenth more or less of each parameter does to the effect of an endpoint, in typical subjects.
///
/// @param effect as the parameters stand
public record Tornado(String endpoint, String observable, String unit, double effect, List<Bar> bars) {

    private static final double STEP = 0.1;

    public Tornado {
        bars = List.copyOf(bars);
    }

    /// A parameter.
    ///
    /// @param less by how much the effect moves with a tenth less
    /// @param more by how much it moves with a tenth more
    public record Bar(String parameter, String name, double value, String unit, double less, double more) {

        double size() {
            double largest = StrictMath.max(StrictMath.abs(less), StrictMath.abs(more));
            return Double.isNaN(largest) ? 0 : largest;
        }
    }

    /// Varies parameters one by one.
    ///
    /// @param parameters ids of the model
    public static Tornado of(Study study, PreparedModel prepared, Endpoint endpoint, List<String> parameters) {
        TypicalEffect typical = new TypicalEffect(study, prepared, endpoint);
        double whole = typical.effect(Map.of());
        List<Bar> bars = new ArrayList<>();
        for (Parameter p : prepared.model().parameters()) {
            if (parameters.contains(p.id())) {
                double value = prepared.compiled().defaultValue(p.id());
                bars.add(new Bar(p.id().replace("__", "."), p.description().name().orElse(p.id()), value,
                        p.unit().map(Object::toString).orElse(""),
                        typical.effect(Map.of(p.id(), value * (1 - STEP))) - whole,
                        typical.effect(Map.of(p.id(), value * (1 + STEP))) - whole));
            }
        }
        bars.sort(Comparator.comparingDouble((Bar b) -> -b.size()).thenComparing(Bar::parameter));
        return new Tornado(endpoint.id(), endpoint.observable().name(), endpoint.observable().unit(), whole, bars);
    }
}
