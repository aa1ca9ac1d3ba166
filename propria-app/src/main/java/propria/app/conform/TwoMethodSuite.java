package propria.app.conform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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
import propria.model.Model;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// A folder of SBML models without expected results: each is simulated by two step methods at a tight tolerance, which
/// must agree. The difference of a state is relative to its largest value in the course. Where they do not agree, both are
/// tried again at a tighter tolerance: some models blow up what is small at first.
public final class TwoMethodSuite implements Suite {

    private static final Tolerances TIGHT = new Tolerances(1e-10, 1e-13);
    private static final Tolerances TIGHTER = new Tolerances(1e-12, 1e-18);
    private static final double AGREEMENT = 1e-6;
    /// What is smaller, in units of the largest of all states, is rounding.
    private static final double ROUNDING = 1e-12;
    private static final int POINTS = 101;

    private static final List<Method> METHODS = List.of(Method.BDF, Method.ROSENBROCK);

    private final List<Path> files;
    private final List<ModelResult> results = new ArrayList<>();
    private final double end;

    /// @param end until when each model is simulated, in its own time unit
    public TwoMethodSuite(Path folder, double end) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            this.files = all.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
        }
        this.end = end;
    }

    @Override
    public int size() {
        return files.size();
    }

    @Override
    public List<Outcome> run(IntConsumer progress) {
        for (Path file : files) {
            results.add(compare(file));
            progress.accept(results.size());
        }
        return results.stream().map(ModelResult::outcome).toList();
    }

    /// What became of each model that was run.
    public List<ModelResult> results() {
        return List.copyOf(results);
    }

    private ModelResult compare(Path file) {
        String id = String.valueOf(file.getFileName()).replace(".xml", "");
        List<ModelResult.Comparison> found = new ArrayList<>();
        Outcome outcome = Outcome.of(id, () -> {
            Model model = SbmlReader.read(file);
            CompiledModel compiled = ModelCompiler.compile(model);
            ModelResult.Comparison comparison = compare(compiled, TIGHT);
            if (!(comparison.difference() <= AGREEMENT)) {
                comparison = again(compiled, comparison);
            }
            found.add(comparison);
            boolean passes = comparison.difference() <= AGREEMENT;
            return new Outcome.Finding(passes, passes ? "" : "two methods differ");
        });
        return new ModelResult(outcome.verdict() == Verdict.ERROR && outcome.reason().matches("(?s)N2\\d\\d .*")
                ? new Outcome(id, Verdict.REFUSED, outcome.reason(), outcome.seconds())
                : outcome, found.stream().findFirst());
    }

    /// At the tighter tolerance, if both methods come to the end there.
    private ModelResult.Comparison again(CompiledModel compiled, ModelResult.Comparison first) {
        try {
            return compare(compiled, TIGHTER);
        } catch (SimulationFailure _) {
            return first;
        }
    }

    private ModelResult.Comparison compare(CompiledModel compiled, Tolerances tolerances) {
        List<ModelResult.Run> runs = new ArrayList<>();
        List<Trajectory> courses = new ArrayList<>();
        for (Method method : METHODS) {
            long begin = System.nanoTime();
            Trajectory course = simulate(compiled, method, tolerances);
            refuseNoNumbers(course);
            courses.add(course);
            runs.add(new ModelResult.Run(method.name().toLowerCase(Locale.ROOT), course.counters().steps(),
                    seconds(begin)));
        }
        return difference(courses.getFirst(), courses.getLast(), runs);
    }

    /// What is not a number from the start, as in a compartment of size NaN, has no course to compare.
    private static void refuseNoNumbers(Trajectory course) {
        for (int column = 0; column < course.outputs().size(); column++) {
            if (Double.isNaN(course.value(0, column))) {
                throw new ProblemException(Problem.error("U324",
                        "state " + course.outputs().get(column) + " is not a number from the start",
                        "the model gives it, or its compartment, the value NaN", "give it a number"));
            }
        }
    }

    private Trajectory simulate(CompiledModel compiled, Method method, Tolerances tolerances) {
        List<Double> times = IntStream.range(0, POINTS).mapToObj(i -> end * i / (POINTS - 1)).toList();
        return new Simulator(compiled).simulate(new SimulationRequest(Map.of(), List.of(), 0, end, times,
                compiled.stateIds(), tolerances, method));
    }

    private static ModelResult.Comparison difference(Trajectory one, Trajectory other, List<ModelResult.Run> runs) {
        double[] sizes = IntStream.range(0, one.outputs().size()).mapToDouble(column -> DoubleStream
                .of(one.column(column)).map(StrictMath::abs).max().orElse(0)).toArray();
        double floor = ROUNDING * DoubleStream.of(sizes).max().orElse(0);
        double largest = 0;
        String state = "";
        for (int column = 0; column < sizes.length; column++) {
            double size = StrictMath.max(sizes[column], floor);
            for (int row = 0; row < one.times().size(); row++) {
                double apart = StrictMath.abs(one.value(row, column) - other.value(row, column));
                double share = apart == 0 ? 0 : apart / size;
                if (!(share <= largest)) {
                    largest = share;
                    state = one.outputs().get(column);
                }
            }
        }
        return new ModelResult.Comparison(sizes.length, runs, largest, state);
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) * 1e-9;
    }
}
