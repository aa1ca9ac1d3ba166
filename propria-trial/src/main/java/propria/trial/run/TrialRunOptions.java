package propria.trial.run;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// How the trial of a study is run.
///
/// @param folder to write; must not hold a run
/// @param seed of the random streams, else the study's
/// @param trials how many, else the design's
/// @param threads how many; the result is the same
/// @param progress told in words what is being done
public record TrialRunOptions(Path folder, OptionalLong seed, OptionalInt trials, int threads,
        Consumer<String> progress) {
}
