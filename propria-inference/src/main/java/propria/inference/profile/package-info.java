/// How far a parameter or a prediction can move before the data object: profiles of the posterior
/// ([propria.inference.profile.Profiling]), a verdict in words ([propria.inference.profile.Verdict]), and which further
/// measurement would tell the points of a profile apart ([propria.inference.profile.MeasurementAdvice]).
@NullMarked
package propria.inference.profile;

import org.jspecify.annotations.NullMarked;
