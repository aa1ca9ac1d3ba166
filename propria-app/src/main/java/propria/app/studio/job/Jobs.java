package propria.app.studio.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// The work that was asked for since the studio was opened. One is carried out at a time, on all threads; the others
/// wait. A change wakes those who wait for it.
public final class Jobs implements AutoCloseable {

    private static final double NANOS = 1e-9;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("studio-runs").daemon().factory());
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Map<String, Future<?>> tasks = new LinkedHashMap<>();
    private int number;

    /// The work of a job.
    @FunctionalInterface
    public interface Work {

        /// Carries it out.
        ///
        /// @param watch told how far it is
        /// @throws CancellationException when the thread is interrupted
        Finished run(Watch watch);
    }

    /// Is told how far a job is.
    public interface Watch {

        /// Counts.
        void at(long done, long total);

        /// Words for what begins.
        void says(String words);

        /// A first answer.
        void early(Job.Early answer);
    }

    /// What a job has made.
    ///
    /// @param name of its folder
    /// @param hash of its summary
    public record Finished(String name, String hash) {
    }

    /// Asks for work.
    ///
    /// @param kind as [Job#kind]
    public synchronized Job start(String kind, String study, Work work) {
        String id = Integer.toString(++number);
        Job job = Job.waiting(id, kind, study);
        jobs.put(id, job);
        tasks.put(id, worker.submit(() -> carryOut(id, work)));
        notifyAll();
        return job;
    }

    /// A job as it stands.
    ///
    /// @throws ProblemException U502 when there is none
    public synchronized Job job(String id) {
        return Optional.ofNullable(jobs.get(id)).orElseThrow(() -> new ProblemException(
                Problem.error("U502", "there is no job " + id, "jobs are forgotten when the studio is closed",
                        "start the run again; what was finished is kept")));
    }

    /// All jobs, the oldest first.
    public synchronized List<Job> all() {
        return List.copyOf(jobs.values());
    }

    /// Stops a job; what it has finished is kept.
    public synchronized Job stop(String id) {
        Job job = job(id);
        if (!job.isOver()) {
            Optional.ofNullable(tasks.get(id)).ifPresent(task -> task.cancel(true));
            if (job.stage() == Job.Stage.WAITING) {
                jobs.put(id, job.stopped());
                notifyAll();
            }
        }
        return job(id);
    }

    /// Waits until a job differs from how it was seen, or for a while.
    ///
    /// @param most how long [ms]
    public synchronized Job await(String id, Job seen, long most) throws InterruptedException {
        long end = System.nanoTime() + most * 1_000_000;
        while (job(id).equals(seen) && System.nanoTime() < end) {
            wait(StrictMath.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        return job(id);
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private void carryOut(String id, Work work) {
        long begin = System.nanoTime();
        try {
            change(id, job -> job.running(0, 0, 0));
            Finished made = work.run(new Watch() {
                @Override
                public void at(long done, long total) {
                    change(id, job -> job.running(done, total, (System.nanoTime() - begin) * NANOS));
                }

                @Override
                public void says(String words) {
                    change(id, job -> job.saying(words));
                }

                @Override
                public void early(Job.Early answer) {
                    change(id, job -> job.saying(answer));
                }
            });
            change(id, job -> job.finished(made, (System.nanoTime() - begin) * NANOS));
        } catch (CancellationException _) {
            change(id, Job::stopped);
        } catch (ProblemException e) {
            change(id, job -> job.failed(e.problems()));
        } catch (RuntimeException | Error e) {
            change(id, job -> job.failed(List.of(Problem.error("U599", "the run ended unexpectedly",
                    String.valueOf(e), "this is a fault of the program: please report it"))));
        }
    }

    private synchronized void change(String id, UnaryOperator<Job> how) {
        Job job = job(id);
        if (!job.isOver()) {
            jobs.put(id, how.apply(job));
            notifyAll();
        }
    }
}
