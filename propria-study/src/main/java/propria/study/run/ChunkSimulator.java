package propria.study.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import propria.engine.simulate.SimulationFailure;
import propria.model.problem.Problem;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;
import propria.study.run.work.ChunkRecord;
import propria.study.run.work.ChunkWorker;
import propria.study.run.work.Chunks;
import propria.study.run.work.StudyBundle;
import propria.study.subject.ParameterDraw;
import propria.study.subject.VirtualSubject;

/// Simulates the chunks of a plan.
final class ChunkSimulator implements ChunkWorker {

    private final StudyPlan plan;
    private final Chunks chunks;
    private final SubjectRunner runner;

    ChunkSimulator(StudyPlan plan) {
        this.plan = plan;
        this.chunks = plan.chunks();
        this.runner = new SubjectRunner(plan);
    }

    @Override
    public Optional<byte[]> run(int chunk, BooleanSupplier goOn) {
        int first = chunks.first(chunk);
        int subjects = chunks.subjects(chunk);
        ParameterDraw draw = plan.sampler().draw(chunks.draw(chunk));
        int refused = first == 0 ? draw.redrawn() : 0;
        int failed = 0;
        Optional<Problem> failure = Optional.empty();
        double[][] values = new double[chunks.columns()][subjects];
        double[] row = new double[chunks.columns()];
        for (int i = 0; i < subjects; i++) {
            VirtualSubject subject = plan.sampler().subject(draw, first + i);
            refused += subject.redrawn();
            Optional<SimulationFailure> broken = runner.run(draw, subject, row);
            failed += broken.isPresent() ? 1 : 0;
            failure = failure.or(() -> broken.map(SimulationFailure::problem));
            for (int column = 0; column < row.length; column++) {
                values[column][i] = row[column];
            }
            if (!goOn.getAsBoolean()) {
                return Optional.empty();
            }
        }
        return Optional.of(new ChunkRecord(runner.takeCounters(), refused, failed, failure).with(values));
    }

    /// The plan of a run that another program described. Nothing of it stays on disk.
    ///
    /// @throws IllegalStateException when it does not come to the same run
    static StudyPlan plan(StudyBundle bundle) {
        try {
            Path folder = Files.createTempDirectory("propria-bundle");
            try {
                Study study = StudyFile.read(bundle.unpack(folder), Library.read(folder.resolve("library")));
                RunOptions options = RunOptions.standard().withSeed(bundle.seed()).withDraws(bundle.draws());
                StudyPlan plan = StudyPlan.of(study, options);
                if (!plan.key().equals(bundle.key())) {
                    throw new IllegalStateException("the inputs that arrived are not those that were sent: "
                            + plan.key() + ", not " + bundle.key());
                }
                return plan;
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
