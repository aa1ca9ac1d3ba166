package propria.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import propria.engine.Counters;
import propria.engine.simulate.SimulationFailure;
import propria.study.run.work.Checkpoint;
import propria.study.run.work.ChunkRecord;
import propria.study.subject.ParameterDraw;
import propria.study.subject.VirtualSubject;
import propria.study.summary.Outcomes;

/// Simulates all subjects of a plan on threads of this machine. Chunks of subjects are fixed; a thread that is free takes
/// the next. Each subject's numbers go to their own place, so the result does not depend on who took what.
final class LocalExecutor {

    private static final int CHUNK = 5;
    private static final long TICK_MILLIS = 100;

    private final StudyPlan plan;
    private final Outcomes outcomes;
    private final int chunksPerDraw;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong subjectsDone = new AtomicLong();
    private final Queue<Throwable> broken = new ConcurrentLinkedQueue<>();
    private final Optional<Checkpoint> checkpoint;
    private final Map<Integer, byte[]> kept;
    private final double[][] normals;
    private final TreeMap<Long, SimulationFailure> failures = new TreeMap<>();
    private Counters counters = Counters.NONE;
    private long redrawn;

    /// @param checkpoint what is finished already, and where finished chunks are kept; empty to keep nothing
    LocalExecutor(StudyPlan plan, Optional<Checkpoint> checkpoint) {
        this.plan = plan;
        this.checkpoint = checkpoint;
        this.kept = checkpoint.map(Checkpoint::finished).orElse(Map.of());
        this.outcomes = plan.outcomes();
        this.chunksPerDraw = (plan.study().perArm() + CHUNK - 1) / CHUNK;
        this.normals = new double[plan.draws()][];
    }

    /// What all subjects came to.
    ///
    /// @param normals by draw, the standard normal numbers behind it
    /// @param failed how many subjects could not be simulated
    /// @param first why the first of them could not
    record Result(Outcomes outcomes, List<double[]> normals, Counters counters, long redrawn, int failed,
            Optional<SimulationFailure> first) {
    }

    /// Simulates.
    ///
    /// @throws CancellationException when this thread is interrupted; the interrupt is kept
    Result run(int threads, Progress progress) {
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(Thread.ofPlatform().name("simulation-" + i).daemon().start(this::work));
        }
        try {
            for (Thread worker : workers) {
                while (!worker.join(java.time.Duration.ofMillis(TICK_MILLIS))) {
                    progress.at(done(), plan.simulations());
                }
            }
        } catch (InterruptedException e) {
            broken.add(new CancellationException("interrupted"));
            workers.forEach(LocalExecutor::await);
            Thread.currentThread().interrupt();
        }
        rethrow();
        progress.at(done(), plan.simulations());
        synchronized (this) {
            return new Result(outcomes, List.of(normals), counters, redrawn, failures.size(),
                    failures.isEmpty() ? Optional.empty() : Optional.of(failures.firstEntry().getValue()));
        }
    }

    private long done() {
        return subjectsDone.get() * plan.study().arms().size();
    }

    private static void await(Thread worker) {
        boolean ended = false;
        while (!ended) {
            try {
                worker.join();
                ended = true;
            } catch (InterruptedException e) {
                ended = false;
            }
        }
    }

    private void rethrow() {
        for (Throwable first : broken) {
            switch (first) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case Throwable e -> throw new IllegalStateException(e);
            }
        }
    }

    private void work() {
        try {
            SubjectRunner runner = new SubjectRunner(plan);
            int chunks = plan.draws() * chunksPerDraw;
            for (int chunk = next.getAndIncrement(); chunk < chunks && broken.isEmpty(); chunk = next
                    .getAndIncrement()) {
                chunk(runner, chunk);
            }
        } catch (RuntimeException | Error e) {
            broken.add(e);
        }
    }

    private void chunk(SubjectRunner runner, int chunk) {
        int drawNumber = chunk / chunksPerDraw;
        int first = chunk % chunksPerDraw * CHUNK;
        int last = StrictMath.min(first + CHUNK, plan.study().perArm());
        ParameterDraw draw = plan.sampler().draw(drawNumber);
        if (first == 0) {
            normals[drawNumber] = draw.normals();
        }
        byte[] finished = kept.get(chunk);
        if (finished != null) {
            add(ChunkRecord.restore(finished, outcomes, drawNumber, first, last));
            subjectsDone.addAndGet(last - first);
            return;
        }
        int refused = first == 0 ? draw.redrawn() : 0;
        boolean whole = true;
        for (int number = first; number < last; number++) {
            if (!broken.isEmpty()) {
                return;
            }
            VirtualSubject subject = plan.sampler().subject(draw, number);
            refused += subject.redrawn();
            long place = (long) drawNumber * plan.study().perArm() + number;
            Optional<SimulationFailure> failure = runner.run(draw, subject, outcomes);
            failure.ifPresent(f -> failed(place, f));
            whole &= failure.isEmpty();
            subjectsDone.incrementAndGet();
        }
        ChunkRecord record = new ChunkRecord(runner.takeCounters(), refused);
        add(record);
        if (whole) {
            checkpoint.ifPresent(c -> c.keep(chunk, record.with(outcomes, drawNumber, first, last)));
        }
    }

    private synchronized void add(ChunkRecord record) {
        counters = counters.plus(record.counters());
        redrawn += record.redrawn();
    }

    private synchronized void failed(long place, SimulationFailure failure) {
        failures.put(place, failure);
    }
}
