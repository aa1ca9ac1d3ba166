package propria.engine.stochastic;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import propria.engine.Counters;
import propria.engine.SimulationRequest;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
import propria.model.problem.ProblemException;

/// Simulates a model turn by turn. Safe to share between threads.
///
/// Run `k` under a seed is the same for ever: whatever else is simulated, in whatever order, by however many threads.
/// Of a request the tolerances and the method of integration are not used.
public final class StochasticSimulator {

    /// Runs are summed in chunks, chunks in order; how many depends on nothing but the number of runs.
    private static final int MOST_CHUNKS = 256;
    private static final int SMALLEST_CHUNK = 16;

    private final CompiledModel model;
    private final int threads;

    /// Uses all processors.
    ///
    /// @throws ProblemException with every reason (codes N3##) why the model cannot be simulated turn by turn
    public StochasticSimulator(CompiledModel model) {
        this(model, Runtime.getRuntime().availableProcessors());
    }

    /// @param threads how many runs at a time, above zero; results do not depend on it
    /// @throws ProblemException with every reason (codes N3##) why the model cannot be simulated turn by turn
    public StochasticSimulator(CompiledModel model, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be above zero: " + threads);
        }
        model.reactions();
        this.model = model;
        this.threads = threads;
    }

    /// One run.
    ///
    /// @param run the number of the run, zero or above
    /// @throws IllegalArgumentException if an id is not of the model; names the nearest
    /// @throws ProblemException N304 to N308 if amounts or rates turn out to be none
    public Trajectory trajectory(SimulationRequest request, StochasticMethod method, long seed, int run) {
        Task task = Task.of(request, model);
        Run workspace = new Run(model, task, method);
        double[] values = new double[task.size()];
        workspace.simulate(seed, run, values);
        return new Trajectory(request.outputs(), request.outputTimes(), values, workspace.counters());
    }

    /// Runs 0 to `runs - 1`, as mean and spread.
    ///
    /// @throws IllegalArgumentException if an id is not of the model, or there is no run
    /// @throws ProblemException N304 to N308 if amounts or rates turn out to be none
    public Ensemble simulate(SimulationRequest request, StochasticMethod method, long seed, int runs) {
        Task task = Task.of(request, model);
        int length = Math.max(SMALLEST_CHUNK, (runs + MOST_CHUNKS - 1) / MOST_CHUNKS);
        Moments[] chunks = new Moments[chunks(runs, length)];
        inParallel(chunks.length, () -> new Run(model, task, method), (workspace, chunk) -> {
            Moments moments = new Moments(task.size());
            double[] values = new double[task.size()];
            for (int run = chunk * length; run < Math.min(runs, (chunk + 1) * length); run++) {
                workspace.simulate(seed, run, values);
                moments.add(values, workspace.counters());
            }
            chunks[chunk] = moments;
        });
        Moments all = new Moments(task.size());
        Arrays.stream(chunks).forEach(all::add);
        return new Ensemble(runs, method.chosenFor(model.reactions().reactionCount()),
                trajectory(request, all.means(), all.counters()),
                trajectory(request, all.deviations(), all.counters()));
    }

    /// Runs 0 to `runs - 1`, each with all that it records.
    ///
    /// @return by run, the values row by row as [Trajectory] has them
    /// @throws IllegalArgumentException if an id is not of the model, or there is no run
    /// @throws ProblemException N304 to N308 if amounts or rates turn out to be none
    public double[][] samples(SimulationRequest request, StochasticMethod method, long seed, int runs) {
        Task task = Task.of(request, model);
        double[][] samples = new double[runs][task.size()];
        inParallel(chunks(runs, SMALLEST_CHUNK), () -> new Run(model, task, method), (workspace, chunk) -> {
            for (int run = chunk * SMALLEST_CHUNK; run < Math.min(runs, (chunk + 1) * SMALLEST_CHUNK); run++) {
                workspace.simulate(seed, run, samples[run]);
            }
        });
        return samples;
    }

    private static int chunks(int runs, int length) {
        if (runs < 1) {
            throw new IllegalArgumentException("there must be a run, not " + runs);
        }
        return (runs + length - 1) / length;
    }

    private static Trajectory trajectory(SimulationRequest request, double[] values, Counters counters) {
        return new Trajectory(request.outputs(), request.outputTimes(), values, counters);
    }

    private interface ChunkWork {
        void simulate(Run workspace, int chunk);
    }

    /// Works on chunks with as many threads as there are; the failure of the first chunk that fails is thrown.
    private void inParallel(int chunks, Supplier<Run> workspaces, ChunkWork work) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger end = new AtomicInteger(chunks);
        RuntimeException[] failures = new RuntimeException[chunks];
        Runnable worker = () -> {
            Run workspace = workspaces.get();
            for (int chunk = next.getAndIncrement(); chunk < end.get(); chunk = next.getAndIncrement()) {
                try {
                    work.simulate(workspace, chunk);
                } catch (RuntimeException failure) {
                    failures[chunk] = failure;
                    end.accumulateAndGet(chunk, Math::min);
                }
            }
        };
        Thread[] helpers = new Thread[Math.min(threads, chunks) - 1];
        Arrays.setAll(helpers, _ -> Thread.ofPlatform().daemon().start(worker));
        worker.run();
        for (Thread helper : helpers) {
            join(helper);
        }
        for (RuntimeException failure : failures) {
            if (failure != null) {
                throw failure;
            }
        }
    }

    private static void join(Thread helper) {
        boolean interrupted = false;
        while (helper.isAlive()) {
            try {
                helper.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
