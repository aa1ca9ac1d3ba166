package propria.app.conform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import propria.app.conform.Outcome.Verdict;
import propria.engine.Method;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.engine.simulate.SimulationFailure;
import propria.engine.simulate.Simulator;
import propria.formats.sbml.SbmlReader;
import propria.model.Compartment;
import propria.model.Model;
import propria.model.Species;
import propria.model.problem.ProblemException;

/// One folder of the SBML semantic test suite: settings, a model in one or several levels of SBML, expected results.
final class SemanticCase {

    /// The simulation is run this much tighter than the comparison.
    private static final double TIGHTER = 1e-4;
    private static final double TIGHTEST_RELATIVE = 1e-11;
    private static final double LOOSEST_RELATIVE = 1e-8;
    private static final double TIGHTEST_ABSOLUTE = 1e-18;

    private final Path folder;

    SemanticCase(Path folder) {
        this.folder = folder;
    }

    String id() {
        return folder.getFileName().toString();
    }

    /// Simulates and compares.
    Outcome run() {
        long begin = System.nanoTime();
        Verdict verdict;
        String reason = "";
        try {
            reason = compare();
            verdict = reason.isEmpty() ? Verdict.PASS : Verdict.FAIL;
        } catch (ProblemException e) {
            verdict = Verdict.REFUSED;
            reason = e.problems().stream().map(problem -> problem.code() + " " + problem.what()).distinct()
                    .collect(Collectors.joining("; "));
        } catch (SimulationFailure e) {
            verdict = Verdict.ERROR;
            reason = e.problem().code() + " " + e.problem().what() + ": " + e.problem().why();
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
            verdict = Verdict.ERROR;
            reason = e.getClass().getSimpleName() + ": " + e.getMessage();
        }
        return new Outcome(id(), verdict, reason, (System.nanoTime() - begin) * 1e-9);
    }

    private String compare() throws IOException {
        CaseSettings settings = CaseSettings.read(folder.resolve(id() + "-settings.txt"));
        ExpectedResults expected = ExpectedResults.read(folder.resolve(id() + "-results.csv"));
        Model model = SbmlReader.read(model());
        CompiledModel compiled = ModelCompiler.compile(model);
        List<Reported> columns = expected.variables().stream().map(id -> Reported.of(id, settings, model)).toList();
        SequencedSet<String> outputs = new LinkedHashSet<>();
        columns.forEach(column -> outputs.addAll(column.outputs()));
        double end = settings.start() + settings.duration();
        Trajectory course = new Simulator(compiled).simulate(new SimulationRequest(java.util.Map.of(), List.of(),
                Math.min(0, settings.start()), end, settings.times(), List.copyOf(outputs), tolerances(settings),
                Method.AUTOMATIC));
        return firstDifference(settings, expected, columns, course);
    }

    private static Tolerances tolerances(CaseSettings settings) {
        return new Tolerances(
                Math.clamp(settings.relative() * TIGHTER, TIGHTEST_RELATIVE, LOOSEST_RELATIVE),
                Math.max(settings.absolute() * TIGHTER, TIGHTEST_ABSOLUTE));
    }

    /// The model in the newest level that the folder has.
    private Path model() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(id() + "-sbml-l\\dv\\d\\.xml"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new IOException("the folder has no model of its name"));
        }
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

    /// How a column follows from what the engine records.
    ///
    /// @param factor a compartment to multiply by
    /// @param divisor a compartment to divide by
    private record Reported(String id, Optional<String> factor, Optional<String> divisor) {

        static Reported of(String id, CaseSettings settings, Model model) {
            Optional<Species> species = model.species().stream().filter(s -> s.id().equals(id)).findFirst();
            Optional<Compartment> home = species.flatMap(s -> model.compartments().stream()
                    .filter(c -> c.id().equals(s.compartment())).findFirst()).filter(c -> c.dimensions() != 0);
            boolean isAmount = species.isPresent() && (species.get().substanceOnly() || home.isEmpty());
            boolean multiply = settings.amount().contains(id) && !isAmount;
            boolean divide = settings.concentration().contains(id) && isAmount;
            Optional<String> compartment = home.map(Compartment::id);
            return new Reported(id, multiply ? compartment : Optional.empty(),
                    divide ? compartment : Optional.empty());
        }

        List<String> outputs() {
            return Stream.of(Optional.of(id), factor, divisor).flatMap(Optional::stream).toList();
        }

        double value(Trajectory course, int row) {
            double value = course.value(row, course.outputs().indexOf(id));
            if (factor.isPresent()) {
                return value * course.value(row, course.outputs().indexOf(factor.get()));
            }
            return divisor.isPresent() ? value / course.value(row, course.outputs().indexOf(divisor.get())) : value;
        }
    }
}
