/// What a plan of a run is made of: [propria.study.run.plan.ModelNames] checks that all that a study names is in its model,
/// [propria.study.run.plan.OutputTimes] says when outputs are recorded.
@NullMarked
package propria.study.run.plan;

import org.jspecify.annotations.NullMarked;
