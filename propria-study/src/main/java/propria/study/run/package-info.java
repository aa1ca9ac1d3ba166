/// Runs a study: [propria.study.run.StudyRunner] prepares, simulates, summarises and writes. [propria.study.run.StudyPlan]
/// is what all subjects share; [propria.study.run.ArmSchedule] turns phases and regimens into scheduled changes;
/// [propria.study.run.LocalExecutor] shares fixed chunks of subjects among threads, so that the result has the same bits
/// on any number of them.
@NullMarked
package propria.study.run;

import org.jspecify.annotations.NullMarked;
