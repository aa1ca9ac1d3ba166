package propria.study.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How to run a study.
///
/// @param seed of the random streams, else that of the study
/// @param threads how many; does not change the result
/// @param draws how many sets of parameters, else as the study says
/// @param out the folder to write, else `runs/<study>` with a number when that is there
/// @param resume whether to go on from what a stopped run has left
/// @param csv whether subjects are written as CSV, else as Parquet
/// @param executor where to compute: `local`, or `NAME` or `NAME=PLACE` of another [propria.study.run.work.Executor]; does
///        not change the result
public record RunOptions(OptionalLong seed, int threads, OptionalInt draws, Optional<Path> out, boolean resume,
        boolean csv, Progress progress, String executor) {

    public RunOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread: " + threads);
        }
    }

    /// On threads of this machine.
    public RunOptions(OptionalLong seed, int threads, OptionalInt draws, Optional<Path> out, boolean resume,
            boolean csv, Progress progress) {
        this(seed, threads, draws, out, resume, csv, progress, "local");
    }

    /// As the study says, on all processors.
    public static RunOptions standard() {
        return new RunOptions(OptionalLong.empty(), Runtime.getRuntime().availableProcessors(), OptionalInt.empty(),
                Optional.empty(), false, false, Progress.SILENT);
    }

    public RunOptions withSeed(long value) {
        return new RunOptions(OptionalLong.of(value), threads, draws, out, resume, csv, progress, executor);
    }

    public RunOptions withThreads(int count) {
        return new RunOptions(seed, count, draws, out, resume, csv, progress, executor);
    }

    public RunOptions withDraws(int count) {
        return new RunOptions(seed, threads, OptionalInt.of(count), out, resume, csv, progress, executor);
    }

    public RunOptions withOut(Path folder) {
        return new RunOptions(seed, threads, draws, Optional.of(folder), resume, csv, progress, executor);
    }

    public RunOptions withCsv(boolean yes) {
        return new RunOptions(seed, threads, draws, out, resume, yes, progress, executor);
    }

    public RunOptions withProgress(Progress listener) {
        return new RunOptions(seed, threads, draws, out, resume, csv, listener, executor);
    }

    public RunOptions withResume(boolean yes) {
        return new RunOptions(seed, threads, draws, out, yes, csv, progress, executor);
    }

    public RunOptions withExecutor(String named) {
        return new RunOptions(seed, threads, draws, out, resume, csv, progress, named);
    }
}
