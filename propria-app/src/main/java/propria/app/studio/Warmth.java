package propria.app.studio;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import propria.app.studio.answer.PreviewAnswer;
import propria.engine.simulate.SimulationFailure;
import propria.model.problem.ProblemException;
import propria.study.Study;
import propria.study.file.StudyFile;

/// Reads and compiles the model and simulates some courses while a person reads the first page, so that the first slider is
/// followed as fast as the tenth. It waits for that page: both together would keep the page from being painted.
final class Warmth {

    private static final int TIMES = 12;
    private static final long LONGEST_WAIT = 4;

    private final CountDownLatch shown = new CountDownLatch(1);

    /// Is told that a page has what it needs.
    void pageIsThere() {
        shown.countDown();
    }

    /// Begins in the background; what goes wrong there is said when somebody asks for it.
    void begin(Laboratory laboratory) {
        Thread.ofPlatform().name("studio-warmth").daemon().priority(Thread.MIN_PRIORITY).start(() -> warm(laboratory));
    }

    private void warm(Laboratory laboratory) {
        try {
            boolean _ = shown.await(LONGEST_WAIT, TimeUnit.SECONDS);
            for (String name : laboratory.library().studies().stream().limit(1).toList()) {
                Study study = StudyFile.read(laboratory.library().study(name), laboratory.library());
                for (int i = 0; i < TIMES; i++) {
                    PreviewAnswer.of(study, laboratory.models().held(study), List.of(), 1);
                }
            }
        } catch (ProblemException | SimulationFailure _) {
            // said when somebody asks for it
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
