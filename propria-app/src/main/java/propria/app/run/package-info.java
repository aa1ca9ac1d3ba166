/// What the command line and the studio do alike: [propria.app.run.StudyWork] and [propria.app.run.TrialWork] run and write a
/// folder with its report, [propria.app.run.CohortWork] makes virtual patients.
@NullMarked
package propria.app.run;

import org.jspecify.annotations.NullMarked;
