package propria.trial.run.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import propria.study.run.work.Parallel;
import propria.trial.conduct.SimulatedTrial;
import propria.trial.operating.Recorded;
import propria.trial.operating.TrialSet;
import propria.trial.score.ClinicalScore;

/// The trials of a run folder on one bank of courses.
///
/// @param check looks at each trial before it is read
public record RecordedTrials(Path folder, String bank, int threads,
        Consumer<SimulatedTrial> check) implements Recorded {

    private static final int SOME = 64;

    /// The file of a set.
    public Path file(TrialSet set) {
        return folder.resolve("observations-" + bank + set.suffix() + ".bin");
    }

    @Override
    public boolean has(TrialSet set) {
        return Files.exists(file(set));
    }

    @Override
    public <R> List<R> map(TrialSet set, int most, Set<ClinicalScore> needed, Function<SimulatedTrial, R> work) {
        List<R> results = new ArrayList<>();
        try (ObservationStore.Reader reader = ObservationStore.reader(file(set), most)) {
            List<byte[]> some = reader.next(SOME);
            while (!some.isEmpty()) {
                results.addAll(Parallel.map(some, threads, () -> work, (w, bytes) -> {
                    SimulatedTrial trial = ObservationStore.decode(bytes, needed);
                    check.accept(trial);
                    return w.apply(trial);
                }));
                some = reader.next(SOME);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return results;
    }
}
