package propria.app.conform.stochastic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import propria.app.conform.CaseFolder;
import propria.app.conform.ExpectedResults;
import propria.app.conform.Outcome;
import propria.app.conform.Reported;
import propria.engine.Counters;
import propria.engine.Method;
import propria.engine.SimulationRequest;
import propria.engine.Tolerances;
import propria.engine.Trajectory;
import propria.engine.compile.ModelCompiler;
import propria.engine.stochastic.StochasticMethod;
import propria.engine.stochastic.StochasticSimulator;
import propria.formats.sbml.SbmlReader;
import propria.model.Model;

/// One folder of the SBML stochastic test suite. It passes while as many points as are outside the ranges of the suite
/// would be outside by chance with a probability above one in a thousand, all seeds together.
final class StochasticCase {

    private static final double LEAST_PROBABILITY = 0.001;
    private static final int DRAWS = 20_000;

    /// How cases are run.
    ///
    /// @param runs for each seed
    record Plan(int runs, List<Long> seeds, StochasticMethod method) {
    }

    private final CaseFolder folder;
    private final Plan plan;

    StochasticCase(CaseFolder folder, Plan plan) {
        this.folder = folder;
        this.plan = plan;
    }

    /// Simulates and judges.
    Outcome run() {
        return Outcome.of(folder.id(), this::compare);
    }

    private Outcome.Finding compare() throws IOException {
        StochasticSettings settings = StochasticSettings.read(folder.settings());
        ExpectedResults table = ExpectedResults.read(folder.results());
        Course[] courses = Course.of(table);
        Model model = SbmlReader.read(folder.model());
        List<Reported> reported = Arrays.stream(courses).map(c -> Reported.of(c.id(), settings.common(), model))
                .toList();
        SequencedSet<String> outputs = new LinkedHashSet<>();
        reported.forEach(r -> outputs.addAll(r.outputs()));
        SimulationRequest request = new SimulationRequest(Map.of(), List.of(), Math.min(0, settings.common().start()),
                settings.common().start() + settings.common().duration(), table.times(), List.copyOf(outputs),
                Tolerances.DEFAULT, Method.AUTOMATIC);
        StochasticSimulator simulator = new StochasticSimulator(ModelCompiler.compile(model));
        List<Scores> scores = new ArrayList<>();
        for (long seed : plan.seeds()) {
            double[][] samples = simulator.samples(request, plan.method(), seed, plan.runs());
            scores.add(scores(samples, request, courses, reported, settings));
        }
        return judge(scores);
    }

    private static Scores scores(double[][] samples, SimulationRequest request, Course[] courses,
            List<Reported> reported, StochasticSettings settings) {
        Scores scores = new Scores();
        List<Trajectory> runs = Arrays.stream(samples)
                .map(values -> new Trajectory(request.outputs(), request.outputTimes(), values,
                        Counters.NONE))
                .toList();
        double[] values = new double[samples.length];
        for (int c = 0; c < courses.length; c++) {
            Course course = courses[c];
            for (int row = 0; row < course.means().length; row++) {
                for (int run = 0; run < values.length; run++) {
                    values[run] = course.transformed(reported.get(c).value(runs.get(run), row));
                }
                int at = row;
                scores.add(values, course.means()[row], course.deviations().map(d -> d[at]).orElse(Double.NaN),
                        settings);
            }
        }
        return scores;
    }

    private Outcome.Finding judge(List<Scores> scores) {
        int impossible = scores.stream().mapToInt(Scores::impossible).sum();
        int outside = scores.stream().mapToInt(Scores::outside).sum();
        int points = scores.stream().mapToInt(s -> s.all().size()).sum();
        double probability = probability(scores, outside);
        String counts = outside + " of " + points + " points outside ("
                + scores.stream().map(s -> String.valueOf(s.outside())).collect(Collectors.joining(" + "))
                + "), by chance with p = " + String.format(Locale.ROOT, "%.3g", probability);
        if (impossible > 0) {
            return new Outcome.Finding(false, impossible + " points without spread are elsewhere; " + counts);
        }
        return new Outcome.Finding(probability > LEAST_PROBABILITY, counts);
    }

    /// The probability of so many points outside or more.
    private double probability(List<Scores> scores, int outside) {
        if (outside == 0) {
            return 1;
        }
        int[] sums = new int[DRAWS];
        for (int k = 0; k < scores.size(); k++) {
            int[] counts = new Chance(scores.get(k).all(), DRAWS, plan.seeds().get(k)).counts();
            Arrays.setAll(sums, draw -> sums[draw] + counts[draw]);
        }
        long asMany = Arrays.stream(sums).filter(sum -> sum >= outside).count();
        return (asMany + 1.0) / (DRAWS + 1.0);
    }
}
