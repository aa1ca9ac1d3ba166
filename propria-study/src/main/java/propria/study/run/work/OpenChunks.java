package propria.study.run.work;

import java.util.function.Supplier;

/// The chunks of a run that are to be computed.
///
/// @param chunks the numbers of those that are not finished, ascending
/// @param division of all subjects
/// @param threads how many are used on this machine; of no meaning elsewhere
/// @param workers gives a worker for a thread of this program
/// @param description gives the bytes of a [StudyBundle], from which another program can make a worker
public record OpenChunks(int[] chunks, Chunks division, int threads, Supplier<ChunkWorker> workers,
        Supplier<byte[]> description) {
}
