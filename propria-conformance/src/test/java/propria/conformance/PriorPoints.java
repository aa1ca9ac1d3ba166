package propria.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import propria.model.Parameter;
import propria.model.expression.Environment;
import propria.model.expression.Evaluate;

/// Parameter values spread over the stated ranges and a fifth beyond, within the constraints of the model; drawn here
/// by themselves, apart from the sampler of the studies.
final class PriorPoints {

    private static final double BEYOND = 1.2;

    private PriorPoints() {
    }

    /// One point; the same for the same number.
    static Map<String, Double> point(long number) {
        Random random = new Random(number);
        for (int tries = 0; tries < 1000; tries++) {
            Map<String, Double> values = new LinkedHashMap<>();
            for (Parameter parameter : Gut.MODEL.parameters()) {
                parameter.description().interval().ifPresent(interval -> {
                    double low = StrictMath.log(interval.low() / BEYOND);
                    double high = StrictMath.log(interval.high() * BEYOND);
                    double value = StrictMath.exp(low + (high - low) * random.nextDouble());
                    boolean fraction = parameter.id().matches("(.*__)?[fw]_.*");
                    values.put(parameter.id(), fraction ? Math.min(value, 0.99) : value);
                });
            }
            if (allowed(values)) {
                return values;
            }
        }
        throw new IllegalStateException("no point within the constraints");
    }

    private static boolean allowed(Map<String, Double> values) {
        Environment environment = new Environment() {
            @Override
            public double value(String id) {
                Double drawn = values.get(id);
                return drawn != null ? drawn : Gut.COMPILED.defaultValue(id);
            }

            @Override
            public double time() {
                return 0;
            }
        };
        return Gut.MODEL.constraints().stream()
                .allMatch(constraint -> Evaluate.of(constraint.condition(), environment));
    }
}
