package propria.trial.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;
import propria.study.run.work.ChunkWorker;
import propria.study.run.work.StudyBundle;
import propria.study.run.work.WorkerMaker;
import propria.trial.file.TrialFile;

/// Simulates the people of a run of trials in another program.
public final class TrialWorkers implements WorkerMaker {

    static final String KIND = "people of trials";

    @Override
    public boolean knows(String key) {
        return key.equals(KIND);
    }

    @Override
    public Supplier<ChunkWorker> workers(StudyBundle bundle) {
        try {
            Path folder = Files.createTempDirectory("propria-bundle");
            try {
                Path file = bundle.unpack(folder);
                Library library = Library.read(folder.resolve("library"));
                Study study = StudyFile.read(file, library);
                TrialBanks banks = TrialBanks.of(study, TrialFile.read(file).orElseThrow(), library, bundle.seed(), 1);
                boolean typical = bundle.draws() == 1;
                List<List<double[]>> chosen = PeopleWork.chosen(bundle);
                PeopleWork.worker(banks, typical, chosen);
                return () -> PeopleWork.worker(banks, typical, chosen);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> deepest = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepest) {
                Files.deleteIfExists(path);
            }
        }
    }
}
