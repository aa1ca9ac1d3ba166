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
    public static <T, W, R> List<R> map(List<T> elements, int threads, Supplier<W> tool, BiFunction<W, T, R> work) {
        List<R> results = new ArrayList<>(Collections.nCopies(elements.size(), null));
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> parts = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int first = t;
                parts.add(pool.submit(() -> {
                    W own = tool.get();
                    for (int i = first; i < elements.size(); i += threads) {
                        results.set(i, work.apply(own, elements.get(i)));
                    }
                }));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return results;
    }
}
