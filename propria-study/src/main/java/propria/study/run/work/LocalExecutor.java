package propria.study.run.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Computes on threads of this machine. A thread that is free takes the next chunk.
public final class LocalExecutor implements Executor {

    private static final Duration TICK = Duration.ofMillis(100);

    @Override
    public String name() {
        return "local";
    }

    @Override
    public void execute(OpenChunks work, String place, Receiver receiver) {
        if (!place.isEmpty()) {
            throw new ProblemException(Problem.error("S055", "`local` takes no place", "`" + place + "` was given",
                    "write --executor local"));
        }
        new Run(work, receiver).join();
    }

    private static final class Run {

        private final OpenChunks work;
        private final Receiver receiver;
        private final AtomicInteger next = new AtomicInteger();
        private final Queue<Throwable> broken = new ConcurrentLinkedQueue<>();
        private final List<Thread> threads = new ArrayList<>();

        Run(OpenChunks work, Receiver receiver) {
            this.work = work;
            this.receiver = receiver;
            int wanted = StrictMath.min(work.threads(), work.chunks().length);
            for (int i = 0; i < wanted; i++) {
                threads.add(Thread.ofPlatform().name("simulation-" + i).daemon().start(this::work));
            }
        }

        void join() {
            try {
                for (Thread thread : threads) {
                    while (!thread.join(TICK)) {
                        receiver.tick();
                    }
                }
                receiver.tick();
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            } catch (InterruptedException e) {
                broken.add(new CancellationException("interrupted"));
                threads.forEach(Run::await);
                Thread.currentThread().interrupt();
            }
            for (Throwable first : broken) {
                switch (first) {
                    case RuntimeException e -> throw e;
                    case Error e -> throw e;
                    case Throwable e -> throw new IllegalStateException(e);
                }
            }
        }

        private static void await(Thread thread) {
            boolean ended = false;
            while (!ended) {
                try {
                    thread.join();
                    ended = true;
                } catch (InterruptedException e) {
                    ended = false;
                }
            }
        }

        private void work() {
            try {
                ChunkWorker worker = work.workers().get();
                int[] chunks = work.chunks();
                for (int i = next.getAndIncrement(); i < chunks.length && broken.isEmpty(); i = next
                        .getAndIncrement()) {
                    int chunk = chunks[i];
                    worker.run(chunk, this::goOn).ifPresent(record -> receiver.received(chunk, record));
                }
            } catch (RuntimeException | Error e) {
                broken.add(e);
            }
        }

        private boolean goOn() {
            receiver.simulated(1);
            return broken.isEmpty();
        }
    }
}
