package propria.app.studio;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import propria.app.studio.answer.ModelCache;
import propria.app.studio.answer.PreviewAnswer;
import propria.app.studio.workspace.Workspace;
import propria.engine.simulate.SimulationFailure;
import propria.model.problem.ProblemException;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;
import propria.study.run.PreparedModel;

/// Reads and compiles the model and simulates some courses while a person reads the first page, so that the first slider is
/// followed as fast as the tenth.
final class Warmth {

    private static final int TIMES = 6;

    private Warmth() {
    }

    /// Begins in the background; what goes wrong there is said when somebody asks for it.
    static void begin(Workspace workspace, Library library, ModelCache models) {
        Thread.ofPlatform().name("studio-warmth").daemon().priority(Thread.MIN_PRIORITY)
                .start(() -> warm(workspace, library, models));
    }

    private static void warm(Workspace workspace, Library library, ModelCache models) {
        List<Path> folders = Stream.concat(library.studies().stream().map(library::study),
                workspace.studies().stream().map(workspace::existingStudy)).limit(1).toList();
        for (Path folder : folders) {
            try {
                Study study = StudyFile.read(folder, library);
                PreparedModel model = models.of(study);
                for (int i = 0; i < TIMES; i++) {
                    PreviewAnswer.of(study, model, List.of());
                }
            } catch (ProblemException | SimulationFailure _) {
                return;
            }
        }
    }
}
