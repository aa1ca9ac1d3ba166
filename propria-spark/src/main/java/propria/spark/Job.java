package propria.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import propria.study.run.work.Executor;
import propria.study.run.work.OpenChunks;
import scala.collection.immutable.Range$;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/// The job of a run: a task for some chunks, and their records handed to the run as each task ends.
final class Job {

    private static final long TICK_MILLIS = 100;

    /// A task has about so many subjects, where there are enough of them: what Spark takes for a task is then small beside it.
    private static final int SUBJECTS_OF_TASK = 200;

    /// Where there are few, each core has at least so many tasks, so that none waits long for the last.
    private static final int TASKS_OF_CORE = 4;

    private final OpenChunks work;
    private final Executor.Receiver receiver;
    private final Queue<RuntimeException> broken = new ConcurrentLinkedQueue<>();

    Job(OpenChunks work, Executor.Receiver receiver) {
        this.work = work;
        this.receiver = receiver;
    }

    /// Runs it to its end.
    ///
    /// @throws CancellationException when this thread is interrupted; the interrupt is kept
    /// @throws IllegalStateException when Spark gave up; the cause is Spark's
    void run(JavaSparkContext spark, byte[] description) {
        SimpleFutureAction<BoxedUnit> job = submit(spark, description);
        try {
            while (!job.isCompleted()) {
                Thread.sleep(TICK_MILLIS);
                receiver.tick();
            }
        } catch (InterruptedException e) {
            job.cancel();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
        for (RuntimeException own : broken) {
            throw own;
        }
        Try<BoxedUnit> end = job.value().get();
        if (end.isFailure()) {
            throw new IllegalStateException(end.failed().get());
        }
        receiver.tick();
    }

    private SimpleFutureAction<BoxedUnit> submit(JavaSparkContext spark, byte[] description) {
        List<Integer> chunks = new ArrayList<>();
        for (int chunk : work.chunks()) {
            chunks.add(chunk);
        }
        int fewest = StrictMath.max(2, spark.sc().defaultParallelism()) * TASKS_OF_CORE;
        int perTask = StrictMath.max(1,
                StrictMath.min(SUBJECTS_OF_TASK / work.division().size(), chunks.size() / fewest));
        int tasks = (chunks.size() + perTask - 1) / perTask;
        RDD<Integer> numbers = spark.parallelize(chunks, tasks).rdd();
        SparkContext context = spark.sc();
        @SuppressWarnings({"unchecked", "rawtypes"})
        scala.collection.immutable.Seq<Object> all = (scala.collection.immutable.Seq) Range$.MODULE$
                .apply(0, tasks);
        return context.submitJob(numbers, new ChunkTask(context.applicationId(), spark.broadcast(description)), all,
                new Handler(), new Nothing());
    }

    /// Hands records on; called by Spark as tasks end, in any order.
    private final class Handler extends AbstractFunction2<Object, ArrayList<ChunkTask.Computed>, BoxedUnit> {

        @Override
        public BoxedUnit apply(Object task, ArrayList<ChunkTask.Computed> computed) {
            try {
                for (ChunkTask.Computed one : computed) {
                    receiver.received(one.chunk(), one.record());
                    receiver.simulated(work.division().subjects(one.chunk()));
                }
            } catch (RuntimeException e) {
                broken.add(e);
                throw e;
            }
            return BoxedUnit.UNIT;
        }
    }

    private static final class Nothing extends AbstractFunction0<BoxedUnit> {

        @Override
        public BoxedUnit apply() {
            return BoxedUnit.UNIT;
        }
    }
}
