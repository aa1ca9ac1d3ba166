package propria.study.run.work;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import propria.study.summary.Outcomes;
import propria.study.summary.Storage;

/// What all subjects came to.
///
/// @param outcomes their values; read from the checkpoint, which must stay open, when they are many
/// @param total the work, and what did not succeed
public record Results(Outcomes outcomes, ChunkRecord total) {

    /// So many numbers are brought into memory [doubles]; of more, memory holds none.
    public static final long MOST_IN_MEMORY = 2_000_000;

    /// Makes outcomes of a size, in memory or over values that are kept elsewhere.
    public interface Shape {

        /// Empty ones, in memory.
        Outcomes empty();

        /// Those that are kept elsewhere.
        Outcomes over(Storage storage);
    }

    /// Computes what is not finished, then reads all of it.
    ///
    /// @param execute computes chunks; is given their numbers and where to put them
    /// @param done is told how many subjects are simulated
    /// @param mostInMemory usually [#MOST_IN_MEMORY]
    public static Results compute(Computation execute, Checkpoint records, Chunks chunks, Shape shape,
            LongConsumer done, long mostInMemory) {
        int[] open = IntStream.range(0, chunks.count()).filter(chunk -> !records.has(chunk)).toArray();
        long finished = (long) chunks.draws() * chunks.perArm()
                - IntStream.of(open).mapToLong(chunks::subjects).sum();
        execute.of(open, new Collector(records, new AtomicLong(finished), done));
        ChunkStorage storage = new ChunkStorage(records, chunks);
        if ((long) chunks.draws() * chunks.perArm() * chunks.columns() > mostInMemory) {
            return new Results(shape.over(storage), total(records, chunks));
        }
        Outcomes outcomes = shape.empty();
        storage.copyTo(outcomes);
        return new Results(outcomes, total(records, chunks));
    }

    /// Reads heads alone, and the whole record where there was a failure.
    private static ChunkRecord total(Checkpoint records, Chunks chunks) {
        ChunkRecord total = ChunkRecord.NONE;
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            byte[] head = records.read(chunk, 0, ChunkRecord.HEAD);
            total = total.plus(ChunkRecord.of(ChunkRecord.hasFailure(head) ? records.read(chunk) : head));
        }
        return total;
    }

    /// Computes chunks.
    @FunctionalInterface
    public interface Computation {
        void of(int[] chunks, Executor.Receiver receiver);
    }

    private record Collector(Checkpoint records, AtomicLong done, LongConsumer progress) implements Executor.Receiver {

        @Override
        public void received(int chunk, byte[] record) {
            records.keep(chunk, record);
        }

        @Override
        public void simulated(int subjects) {
            done.addAndGet(subjects);
        }

        @Override
        public void tick() {
            progress.accept(done.get());
        }
    }
}
