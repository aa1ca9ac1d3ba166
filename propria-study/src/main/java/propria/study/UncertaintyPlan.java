package propria.study;

/// How what is not known is carried through a study.
///
/// @param fromPriors whether parameters are drawn from their priors, else each stands at its value
/// @param draws how often
public record UncertaintyPlan(boolean fromPriors, int draws) {
}
