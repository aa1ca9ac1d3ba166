package propria.trial.operating;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import propria.study.run.work.Parallel;
import propria.trial.conduct.SimulatedTrial;
import propria.trial.conduct.TrialSimulator;
import propria.trial.course.CourseBank;
import propria.trial.design.TrialDesign;
import propria.trial.score.ClinicalScore;
import propria.trial.score.clinic.VisitRecorder;

/// Simulates and reads the trials of a design on one bank in memory.
///
/// @param recorder what a clinic writes down
/// @param seed of the random streams
/// @param threads how many; the result is the same
public record OperatingRun(TrialDesign design, VisitRecorder recorder, long seed, int threads) {

    /// Simulates them.
    ///
    /// @param trials how many
    public Recorded simulate(CourseBank bank, int trials) {
        TrialSimulator simulator = new TrialSimulator(design, bank, recorder, seed);
        Map<TrialSet, List<SimulatedTrial>> sets = new LinkedHashMap<>();
        TrialSet.of(design).forEach(set -> sets.put(set, new ArrayList<>()));
        for (Map<TrialSet, SimulatedTrial> one : Parallel.map(IntStream.range(0, trials).boxed().toList(), threads,
                () -> simulator, (s, number) -> of(s, number, number < dosed(trials)))) {
            one.forEach((set, trial) -> sets.computeIfAbsent(set, _ -> new ArrayList<>()).add(trial));
        }
        for (int draw = 0; draw < bank.shape().draws(); draw++) {
            sets.computeIfAbsent(TrialSet.TRUTH, _ -> new ArrayList<>())
                    .add(truth(simulator, draw, bank.shape().draws()));
        }
        return new InMemory(sets, threads);
    }

    /// How many of the trials are carried out with other doses, too.
    public static int dosed(int trials) {
        return StrictMath.min(trials, StrictMath.max(250, trials / 4));
    }

    /// A trial in all sets to which it belongs.
    ///
    /// @param doses whether other doses are among them
    public static Map<TrialSet, SimulatedTrial> of(TrialSimulator simulator, int number, boolean doses) {
        TrialSimulator.Pair pair = simulator.run(number, doses);
        Map<TrialSet, SimulatedTrial> sets = new LinkedHashMap<>();
        sets.put(TrialSet.DESIGN, pair.design());
        sets.put(TrialSet.NULL, pair.alike());
        for (int i = 0; i < pair.doses().size(); i++) {
            sets.put(new TrialSet(TrialSet.Kind.DOSE, simulator.design().curves().doses().get(i)), pair.doses().get(i));
        }
        return sets;
    }

    /// The same subjects of a draw in every arm, one arm after the other; none in a draw that is left out.
    public static SimulatedTrial truth(TrialSimulator simulator, int draw, int draws) {
        return new SimulatedTrial(draw, draw, 0, simulator.bothWays(draw, Truth.people(draws)).stream()
                .flatMap(List::stream).toList());
    }

    private record InMemory(Map<TrialSet, List<SimulatedTrial>> sets, int threads) implements Recorded {

        @Override
        public boolean has(TrialSet set) {
            return !sets.getOrDefault(set, List.of()).isEmpty();
        }

        @Override
        public <R> List<R> map(TrialSet set, int most, Set<ClinicalScore> needed, Function<SimulatedTrial, R> work) {
            List<SimulatedTrial> all = sets.getOrDefault(set, List.of());
            return Parallel.map(all.subList(0, StrictMath.min(most, all.size())), threads, () -> work,
                    Function::apply);
        }
    }
}
