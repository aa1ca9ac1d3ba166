package propria.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.spark.broadcast.Broadcast;
import propria.study.run.StudyRunner;
import propria.study.run.work.ChunkWorker;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/// Simulates the chunks of a partition where Spark has put it. The same chunk has the same bytes wherever and however often it
/// is computed, so that a task that is tried again changes nothing.
final class ChunkTask extends AbstractFunction1<Iterator<Integer>, ArrayList<ChunkTask.Computed>>
        implements
            Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    /// The studies of this program, read and compiled once, by run.
    private static final Map<String, Supplier<ChunkWorker>> STUDIES = new ConcurrentHashMap<>();

    private final String run;
    private final Broadcast<byte[]> description;

    /// A chunk and its record.
    record Computed(int chunk, byte[] record) implements Serializable {
    }

    /// @param run names the run, alike on all workers
    /// @param description the bytes of a [propria.study.run.work.StudyBundle]
    ChunkTask(String run, Broadcast<byte[]> description) {
        this.run = run;
        this.description = description;
    }

    @Override
    public ArrayList<Computed> apply(Iterator<Integer> chunks) {
        ChunkWorker worker = STUDIES.computeIfAbsent(run, _ -> StudyRunner.workers(description.value())).get();
        ArrayList<Computed> computed = new ArrayList<>();
        while (chunks.hasNext()) {
            int chunk = chunks.next();
            computed.add(new Computed(chunk, worker.run(chunk, () -> !Thread.currentThread().isInterrupted())
                    .orElseThrow(() -> new IllegalStateException("Spark has stopped the task"))));
        }
        return computed;
    }
}
