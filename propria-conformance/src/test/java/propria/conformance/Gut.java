package propria.conformance;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import propria.engine.Method;
import propria.engine.ScheduledChange;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.engine.simulate.Simulator;
import propria.formats.antimony.AntimonyReader;
import propria.model.Model;

/// The gut model as the tests use it.
final class Gut {

    static final Path FOLDER = Project.ROOT.resolve("library/models/gut");
    static final Model MODEL = AntimonyReader.read(FOLDER.resolve("gut.ant"));
    static final CompiledModel COMPILED = ModelCompiler.compile(MODEL);

    private Gut() {
    }

    /// The values that turn every mend off: the reference model.
    static Map<String, Double> reference() {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String line : Project.read(FOLDER.resolve("prototype-names.tsv")).lines().skip(1).toList()) {
            String[] cells = line.split("\t");
            if (cells[2].equals("parameter") || cells[2].equals("mend")) {
                values.put(cells[1], Double.parseDouble(cells[3]));
            }
        }
        return values;
    }

    /// DSS in the drinking water from day 0 on.
    static List<ScheduledChange> dss(double percent, double days) {
        return List.of(new ScheduledChange.Assignment(0, "DSS_level", percent),
                new ScheduledChange.Assignment(days, "DSS_level", 0));
    }

    static Trajectory simulate(Map<String, Double> values, List<ScheduledChange> changes, List<Double> times,
            List<String> outputs, Tolerances tolerances, Method method) {
        return new Simulator(COMPILED).simulate(new SimulationRequest(values, changes, 0, times.getLast(), times,
                outputs, tolerances, method));
    }

    static Trajectory simulate(Map<String, Double> values, List<ScheduledChange> changes, int days,
            List<String> outputs) {
        return simulate(values, changes, IntStream.rangeClosed(0, days).mapToObj(d -> (double) d).toList(), outputs,
                Tolerances.DEFAULT, Method.AUTOMATIC);
    }
}
