package propria.study.run.work;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Simulates chunks of the subjects of one run, one after another; one a thread.
@FunctionalInterface
public interface ChunkWorker {

    /// Simulates a chunk. The bytes depend on the study and the number of the chunk alone.
    ///
    /// @param goOn asked after every subject; false gives the chunk up
    /// @return a [ChunkRecord] with its values; empty when it was given up
    Optional<byte[]> run(int chunk, BooleanSupplier goOn);
}
