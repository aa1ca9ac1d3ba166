package propria.inference.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import propria.engine.simulate.Simulator;
import propria.inference.design.ArmDesign;
import propria.inference.design.Courses;
import propria.inference.parallel.Workers;
import propria.inference.prediction.Draw;

/// The same arms under many draws. The result does not depend on the number of threads.
///
/// @param draws those under which every arm could be simulated
/// @param courses one a draw
/// @param failed how many draws were left out
public record DrawnCourses(List<Draw> draws, List<Integer> numbers, List<Courses.Recorded> courses, int failed) {

    public DrawnCourses {
        draws = List.copyOf(draws);
        numbers = List.copyOf(numbers);
        courses = List.copyOf(courses);
    }

    /// Simulates.
    ///
    /// @param threads how many draws at once
    /// @param progress hears how many draws are done
    public static DrawnCourses simulate(Courses courses, List<Draw> draws, int threads, IntConsumer progress)
            throws InterruptedException {
        List<Future<Optional<Courses.Recorded>>> pending = new ArrayList<>();
        ThreadLocal<Simulator> simulators = ThreadLocal.withInitial(() -> new Simulator(courses.model()));
        List<Draw> kept = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<Courses.Recorded> recorded = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            for (Draw draw : draws) {
                Callable<Optional<Courses.Recorded>> task = () -> courses.simulate(simulators.get(), draw.values());
                pending.add(workers.submit(task));
            }
            for (int i = 0; i < draws.size(); i++) {
                Optional<Courses.Recorded> one = result(pending.get(i));
                if (one.isPresent()) {
                    kept.add(draws.get(i));
                    numbers.add(i);
                    recorded.add(one.get());
                }
                progress.accept(i + 1);
            }
        }
        return new DrawnCourses(kept, numbers, recorded, draws.size() - kept.size());
    }

    /// Simulates for a table of which no arm is known beforehand: an arm that cannot be simulated under some draw is told, and
    /// takes nothing else with it.
    ///
    /// @param failed receives every such arm
    public static DrawnCourses simulateSome(Courses courses, List<Draw> draws, int threads, Set<ArmDesign> failed,
            IntConsumer progress) throws InterruptedException {
        ThreadLocal<Simulator> simulators = ThreadLocal.withInitial(() -> new Simulator(courses.model()));
        Set<ArmDesign> told = ConcurrentHashMap.newKeySet();
        List<Courses.Recorded> recorded = Workers.map(draws, threads,
                draw -> courses.simulateSome(simulators.get(), draw.values(), told::add), progress);
        failed.addAll(told);
        return new DrawnCourses(draws, java.util.stream.IntStream.range(0, draws.size()).boxed().toList(), recorded, 0);
    }

    private static <T> T result(Future<T> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
