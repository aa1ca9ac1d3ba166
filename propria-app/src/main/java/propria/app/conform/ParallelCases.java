package propria.app.conform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import propria.app.conform.Outcome.Verdict;

/// Runs cases on all processors.
final class ParallelCases {

    /// A case that takes longer has failed [s].
    private static final long LONGEST = 60;

    /// @param id the name of the case
    record Case(String id, Supplier<Outcome> run) {
    }

    private ParallelCases() {
    }

    /// The outcomes in the order of the names.
    static List<Outcome> run(List<Case> cases, IntConsumer progress) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().daemon().factory());
        try {
            List<Future<Outcome>> futures = cases.stream().map(one -> workers.submit(one.run()::get)).toList();
            List<Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < futures.size(); i++) {
                outcomes.add(outcome(cases.get(i), futures.get(i)));
                progress.accept(outcomes.size());
            }
            outcomes.sort(Comparator.comparing(Outcome::id));
            return outcomes;
        } finally {
            workers.shutdownNow();
        }
    }

    private static Outcome outcome(Case one, Future<Outcome> future) throws InterruptedException {
        try {
            return future.get(LONGEST, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            return new Outcome(one.id(), Verdict.ERROR, "took longer than " + LONGEST + " s", LONGEST);
        } catch (ExecutionException e) {
            return new Outcome(one.id(), Verdict.ERROR, String.valueOf(e.getCause()), 0);
        }
    }
}
