package propria.study.file;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import propria.engine.Method;
import propria.engine.Tolerances;
import propria.formats.yaml.YamlMapping;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.Study.Simulation;
import propria.study.reading.Findings;

/// Reads how the courses of a study are computed.
final class SimulationReader {

    /// Below this, rounding is larger than what is allowed.
    private static final double TIGHTEST = 1e-13;
    private static final double LOOSEST = 0.1;

    /// Those that use one method from the first step to the last, so that what was used is what was asked for.
    private static final Map<String, Method> METHODS = methods();

    private static Map<String, Method> methods() {
        Map<String, Method> methods = new LinkedHashMap<>();
        for (Method method : Method.values()) {
            if (method != Method.AUTOMATIC) {
                methods.put(method.name().toLowerCase(Locale.ROOT), method);
            }
        }
        return methods;
    }

    /// @throws ProblemException S057 for another method, S058 for a tolerance out of range, S059 in a study that is a trial
    Simulation simulation(YamlMapping file) {
        Optional<YamlMapping> block = file.optionalMapping("simulation");
        if (block.isEmpty()) {
            return Simulation.STANDARD;
        }
        if (file.has("trial")) {
            throw new ProblemException(Problem.error("S059", file.placeOf("simulation"),
                    "a trial has a way to simulate of its own", "its people are simulated by BDF at 1e-5",
                    "remove `simulation:` or `trial:`"));
        }
        YamlMapping simulation = block.get();
        simulation.allow("method", "rtol", "atol");
        Tolerances usual = Simulation.STANDARD.tolerances();
        double relative = tolerance(simulation, "rtol", usual.relative());
        double absolute = tolerance(simulation, "atol", usual.absolute() * relative / usual.relative());
        return new Simulation(method(simulation), new Tolerances(relative, absolute));
    }

    private static Method method(YamlMapping simulation) {
        String name = simulation.optionalText("method").orElse("bdf");
        return Optional.ofNullable(METHODS.get(name)).orElseThrow(
                () -> Findings.unknown("S057", simulation.placeOf("method"), "step method", name, METHODS.keySet()));
    }

    private static double tolerance(YamlMapping simulation, String key, double usual) {
        double value = simulation.optionalNumber(key).orElse(usual);
        boolean possible = value > 0 && (!key.equals("rtol") || value >= TIGHTEST) && value <= LOOSEST;
        if (!possible) {
            throw new ProblemException(Problem.error("S058", simulation.placeOf(key),
                    "`" + key + "` is not a tolerance", "it is " + value + "; possible is "
                            + (key.equals("rtol") ? TIGHTEST + " to " : "above zero, to ") + LOOSEST,
                    "write a number such as 1e-6"));
        }
        return value;
    }
}
