package propria.app.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import propria.app.report.HtmlReport;
import propria.study.Study;
import propria.study.library.Library;
import propria.study.run.RunOptions;
import propria.study.run.RunResult;
import propria.study.run.StudyRunner;

/// Runs a study, forecasts what a laboratory would find where a calibration allows it, and writes the report.
public final class StudyWork {

    private StudyWork() {
    }

    /// Carries it out.
    ///
    /// @throws propria.model.problem.ProblemException as [StudyRunner#run] does
    /// @throws java.util.concurrent.CancellationException when the thread is interrupted
    public static RunResult run(Study study, Library library, RunOptions options) {
        RunResult result = StudyRunner.run(study, options);
        finish(result.folder(), study, library, options.threads());
        return result;
    }

    /// Adds to the folder of a finished run what is not a part of the run itself.
    ///
    /// @return the report
    public static Path finish(Path folder, Study study, Library library, int threads) {
        try {
            Forecasts.write(folder, study, library, threads);
            return HtmlReport.write(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
