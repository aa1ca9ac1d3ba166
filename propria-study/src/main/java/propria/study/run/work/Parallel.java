package propria.study.run.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// The same work on each element of a list, on several threads. What comes out does not depend on how many.
public final class Parallel {

    private Parallel() {
    }

    /// @param tool what a thread works with; one a thread
    /// @throws CancellationException when the thread is interrupted
    /// @throws RuntimeException that the work threw
    public static <T, W, R> List<R> map(List<T> elements, int threads, Supplier<W> tool, BiFunction<W, T, R> work) {
        List<R> results = new ArrayList<>(Collections.nCopies(elements.size(), null));
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> parts = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int first = t;
                parts.add(pool.submit(() -> {
                    W own = tool.get();
                    for (int i = first; i < elements.size(); i += threads) {
                        if (Thread.interrupted()) {
                            throw new CancellationException("interrupted");
                        }
                        results.set(i, work.apply(own, elements.get(i)));
                    }
                }));
            }
            await(pool, parts);
        }
        return results;
    }

    /// Waits for all parts. When this thread is interrupted, or one part fails, the others end before their next element.
    private static void await(ExecutorService pool, List<Future<?>> parts) {
        try {
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            pool.shutdownNow();
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
