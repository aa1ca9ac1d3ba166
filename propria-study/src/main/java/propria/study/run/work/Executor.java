package propria.study.run.work;

import java.util.concurrent.CancellationException;

/// Where the chunks of a run are computed: on threads of this machine, or elsewhere. Others than [LocalExecutor] are found
/// by [java.util.ServiceLoader]. What is computed does not depend on the executor.
public interface Executor {

    /// What stands before `=` in `--executor NAME=PLACE`.
    String name();

    /// Computes chunks and hands each on, in any order. Nothing is handed on after this has returned.
    ///
    /// @param place what stands behind `=`; empty for the usual one
    /// @throws CancellationException when this thread is interrupted; the interrupt is kept
    void execute(OpenChunks work, String place, Receiver receiver);

    /// Takes what was computed; safe to call from several threads.
    interface Receiver {

        /// Keeps the record of a chunk.
        void received(int chunk, byte[] record);

        /// Is told of subjects that are simulated, before their chunk is received.
        void simulated(int subjects);

        /// Shows how far the work is; called now and then by the thread that called the executor.
        void tick();
    }
}
