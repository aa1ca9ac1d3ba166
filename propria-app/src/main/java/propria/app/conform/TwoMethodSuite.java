package propria.app.conform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
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
import propria.model.problem.ProblemException;

/// A folder of SBML models without expected results: each is simulated by two step methods at a tight tolerance, which
/// must agree. The difference of a state is relative to its largest value in the course.
public final class TwoMethodSuite implements Suite {

    private static final double RELATIVE = 1e-10;
    private static final double MOST_ABSOLUTE = 1e-14;
    private static final double AGREEMENT = 1e-6;
    private static final int POINTS = 101;

    private final List<Path> files;
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
        List<Outcome> outcomes = new ArrayList<>();
        for (Path file : files) {
            outcomes.add(compare(file));
            progress.accept(outcomes.size());
        }
        return outcomes;
    }

    private Outcome compare(Path file) {
        String id = String.valueOf(file.getFileName()).replace(".xml", "");
        long begin = System.nanoTime();
        try {
            Model model = SbmlReader.read(file);
            CompiledModel compiled = ModelCompiler.compile(model);
            Trajectory one = simulate(compiled, Method.BDF);
            Trajectory other = simulate(compiled, Method.ROSENBROCK);
            double apart = difference(one, other);
            String what = String.format(Locale.ROOT, "%d states; bdf %d steps; rosenbrock %d steps; difference %.1e",
                    compiled.stateIds().size(), one.counters().steps(), other.counters().steps(), apart);
            return new Outcome(id, apart <= AGREEMENT ? Verdict.PASS : Verdict.FAIL, what, seconds(begin));
        } catch (ProblemException e) {
            return new Outcome(id, Verdict.REFUSED, e.problems().getFirst().code() + " "
                    + e.problems().getFirst().what(), seconds(begin));
        } catch (SimulationFailure e) {
            return new Outcome(id, Verdict.REFUSED, e.problem().code() + " " + e.problem().what() + ": "
                    + e.problem().why(), seconds(begin));
        } catch (RuntimeException e) {
            return new Outcome(id, Verdict.ERROR, String.valueOf(e), seconds(begin));
        }
    }

    private Trajectory simulate(CompiledModel compiled, Method method) {
        List<Double> times = IntStream.range(0, POINTS).mapToObj(i -> end * i / (POINTS - 1)).toList();
        return new Simulator(compiled).simulate(new SimulationRequest(Map.of(), List.of(), 0, end, times,
                compiled.stateIds(), tolerances(compiled), method));
    }

    /// The absolute tolerance lies far below the smallest start of a state, for models in moles of few molecules.
    private static Tolerances tolerances(CompiledModel compiled) {
        double smallest = compiled.stateIds().stream().mapToDouble(id -> StrictMath.abs(compiled.defaultValue(id)))
                .filter(value -> value > 0).min().orElse(1);
        return new Tolerances(RELATIVE, StrictMath.min(MOST_ABSOLUTE, RELATIVE * smallest));
    }

    private static double difference(Trajectory one, Trajectory other) {
        double largest = 0;
        for (int column = 0; column < one.outputs().size(); column++) {
            double size = 0;
            double apart = 0;
            for (int row = 0; row < one.times().size(); row++) {
                size = StrictMath.max(size, StrictMath.abs(one.value(row, column)));
                apart = StrictMath.max(apart, StrictMath.abs(one.value(row, column) - other.value(row, column)));
            }
            largest = StrictMath.max(largest, size == 0 ? apart : apart / size);
        }
        return largest;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) * 1e-9;
    }
}
