package propria.inference.calibration.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

/// A density at several points at once.
final class Heights implements AutoCloseable {

    private final ToDoubleFunction<double[]> density;
    private final int threads;
    private final ExecutorService workers;

    Heights(ToDoubleFunction<double[]> density, int threads) {
        this.density = density;
        this.threads = StrictMath.max(1, threads);
        this.workers = Executors.newFixedThreadPool(this.threads);
    }

    /// Looks at the points and writes what is found.
    void of(double[][] points, double[] found) {
        if (threads == 1) {
            some(points, found, 0);
            return;
        }
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int first = t;
            tasks.add(() -> some(points, found, first));
        }
        try {
            for (Future<Boolean> done : workers.invokeAll(tasks)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private boolean some(double[][] points, double[] found, int first) {
        for (int i = first; i < points.length; i += threads) {
            found[i] = density.applyAsDouble(points[i]);
        }
        return true;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
