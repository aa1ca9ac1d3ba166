package propria.app.run;

import propria.app.report.trial.TrialReport;
import propria.study.Study;
import propria.study.library.Library;
import propria.trial.design.TrialDesign;
import propria.trial.run.TrialRunOptions;
import propria.trial.run.TrialRunResult;
import propria.trial.run.TrialRunner;

/// Runs the trial of a study and writes its report.
public final class TrialWork {

    private TrialWork() {
    }

    /// Carries it out.
    ///
    /// @throws propria.model.problem.ProblemException as [TrialRunner#run] does
    /// @throws java.util.concurrent.CancellationException when the thread is interrupted
    public static TrialRunResult run(Study study, TrialDesign design, Library library, TrialRunOptions options) {
        TrialRunResult result = TrialRunner.run(study, design, library, options);
        TrialReport.write(result.folder());
        return result;
    }
}
