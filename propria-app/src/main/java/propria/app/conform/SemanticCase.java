package propria.app.conform;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.UnaryOperator;
import propria.engine.Method;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.engine.simulate.Simulator;
import propria.formats.sbml.SbmlReader;
import propria.formats.sbml.SbmlWriter;
import propria.formats.sbml.level.SbmlLevel;
import propria.model.Model;

/// One folder of the SBML semantic test suite: settings, a model in one or several levels of SBML, expected results.
final class SemanticCase {

    /// The simulation is run this much tighter than the comparison.
    private static final double TIGHTER = 1e-4;
    private static final double TIGHTEST_RELATIVE = 1e-11;
    private static final double LOOSEST_RELATIVE = 1e-8;
    private static final double TIGHTEST_ABSOLUTE = 1e-18;

    private final CaseFolder folder;

    SemanticCase(CaseFolder folder) {
        this.folder = folder;
    }

    String id() {
        return folder.label();
    }

    /// Simulates and compares.
    Outcome run() {
        return outcome(id(), model -> model);
    }

    /// The same for the model that is read back after it was written in a level.
    Outcome written(SbmlLevel level) {
        return outcome(label(level),
                model -> SbmlReader.readText(SbmlWriter.write(model, level).text(), label(level)));
    }

    /// The name of the case when it is written in a level.
    String label(SbmlLevel level) {
        return id() + "-as-" + level.text();
    }

    private Outcome outcome(String label, UnaryOperator<Model> road) {
        return Outcome.of(label, () -> {
            String difference = compare(road);
            return new Outcome.Finding(difference.isEmpty(), difference);
        });
    }

    private String compare(UnaryOperator<Model> road) throws IOException {
        CaseSettings settings = CaseSettings.read(folder.settings());
        ExpectedResults expected = ExpectedResults.read(folder.results());
        Model model = SbmlReader.read(folder.model());
        CompiledModel compiled = ModelCompiler.compile(road.apply(model));
        List<Reported> columns = expected.variables().stream().map(id -> Reported.of(id, settings, model)).toList();
        SequencedSet<String> outputs = new LinkedHashSet<>();
        columns.forEach(column -> outputs.addAll(column.outputs()));
        double end = settings.start() + settings.duration();
        Trajectory course = new Simulator(compiled).simulate(new SimulationRequest(Map.of(), List.of(),
                Math.min(0, settings.start()), end, settings.times(), List.copyOf(outputs), tolerances(settings),
                Method.AUTOMATIC));
        return firstDifference(settings, expected, columns, course);
    }

    private static Tolerances tolerances(CaseSettings settings) {
        return new Tolerances(
                Math.clamp(settings.relative() * TIGHTER, TIGHTEST_RELATIVE, LOOSEST_RELATIVE),
                Math.max(settings.absolute() * TIGHTER, TIGHTEST_ABSOLUTE));
    }

    private static String firstDifference(CaseSettings settings, ExpectedResults expected, List<Reported> columns,
            Trajectory course) {
        List<String> wrong = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            for (int row = 0; row < expected.times().size(); row++) {
                if (row >= course.times().size()) {
                    return "the table has more rows than the settings ask for";
                }
                double actual = columns.get(column).value(course, row);
                double wanted = expected.values().get(row)[column];
                if (!settings.accepts(wanted, actual)) {
                    wrong.add(expected.variables().get(column) + " at " + expected.times().get(row) + ": " + actual
                            + ", expected " + wanted);
                    break;
                }
            }
        }
        return wrong.isEmpty() ? "" : wrong.size() + " of " + columns.size() + " columns differ; " + wrong.getFirst();
    }
}
