/// What is estimated and how well values of it agree with data: parameters with scale, bounds and prior
/// ([propria.inference.posterior.ParameterSpace]), and a function of a point among them
/// ([propria.inference.posterior.LogPosterior]) with its gradient and, where its form allows, its expected information.
/// Optimisers, profiles and samplers know these types alone. To estimate something new, implement `LogPosterior`.
@NullMarked
package propria.inference.posterior;

import org.jspecify.annotations.NullMarked;
