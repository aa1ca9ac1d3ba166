package propria.study.uncertainty;

import java.util.Optional;

/// How what is not known is carried through a study.
///
/// @param parameters where the parameters of a draw come from
/// @param draws how often
public record UncertaintyPlan(Parameters parameters, int draws) {

    /// Where the parameters of a draw come from.
    public sealed interface Parameters {

        /// Each stands at its value.
        record Fixed() implements Parameters {
        }

        /// Each is drawn from its own interval.
        record FromPriors() implements Parameters {
        }

        /// Those that a calibration estimated are drawn from its posterior, together; all others stand at their values, as
        /// they did when it was made.
        record FromPosterior(Posterior posterior) implements Parameters {
        }
    }

    /// Parameters as they stand, once.
    public static UncertaintyPlan none() {
        return new UncertaintyPlan(new Parameters.Fixed(), 1);
    }

    /// Whether every number is drawn from its own interval.
    public boolean fromPriors() {
        return parameters instanceof Parameters.FromPriors;
    }

    /// The posterior that draws come from, if they do.
    public Optional<Posterior> posterior() {
        return parameters instanceof Parameters.FromPosterior(var posterior)
                ? Optional.of(posterior)
                : Optional.empty();
    }

    /// The same with another number of draws.
    public UncertaintyPlan withDraws(int count) {
        return new UncertaintyPlan(parameters, count);
    }
}
