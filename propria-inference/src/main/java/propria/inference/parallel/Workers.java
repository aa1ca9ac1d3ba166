package propria.inference.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntConsumer;

/// Carries out tasks that know nothing of each other.
public final class Workers {

    private Workers() {
    }

    /// The results in the order of the tasks.
    ///
    /// @param threads how many work at once
    /// @param progress is told how many of the first tasks are done, by the calling thread
    /// @throws CancellationException when this thread is interrupted; the interrupt is kept
    public static <T, R> List<R> map(List<T> tasks, int threads, Function<T, R> work, IntConsumer progress) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads),
                Thread.ofPlatform().daemon().name("estimation-", 0).factory());
        try {
            List<Future<R>> futures = new ArrayList<>();
            tasks.forEach(task -> futures.add(pool.submit(() -> work.apply(task))));
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(future.get());
                progress.accept(results.size());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(e);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static CancellationException cancelled(InterruptedException cause) {
        CancellationException cancelled = new CancellationException("interrupted");
        cancelled.initCause(cause);
        return cancelled;
    }

    private static RuntimeException rethrown(@org.jspecify.annotations.Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            case null, default -> new IllegalStateException(cause);
        };
    }
}
