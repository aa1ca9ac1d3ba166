package propria.trial.run;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How the trial of a study is run.
///
/// @param folder to write; must not hold a run
/// @param seed of the random streams, else the study's
/// @param trials how many, else the design's
/// @param threads how many; the result is the same
/// @param resume whether to go on from the people whom a stopped run has left in its checkpoint
/// @param subjectTrials how many of the first trials with every parameter at its value give their subjects as Parquet
/// @param executor where people are simulated: `local`, or `NAME` or `NAME=PLACE` of another
///        [propria.study.run.work.Executor]; does not change the result
/// @param progress told in words and counts what is being done
public record TrialRunOptions(Path folder, OptionalLong seed, OptionalInt trials, int threads, boolean resume,
        int subjectTrials, String executor, TrialProgress progress) {

    private static final int USUAL_SUBJECTS = 3;

    /// On threads of this machine, with the subjects of three trials.
    public TrialRunOptions(Path folder, OptionalLong seed, OptionalInt trials, int threads, boolean resume,
            TrialProgress progress) {
        this(folder, seed, trials, threads, resume, USUAL_SUBJECTS, "local", progress);
    }
}
