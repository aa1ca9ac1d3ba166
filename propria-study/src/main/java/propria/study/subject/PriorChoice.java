package propria.study.subject;

import java.util.Map;
import java.util.Optional;
import propria.model.Parameter;
import propria.study.uncertainty.UncertaintyPlan;

/// Which prior a number has in a study.
///
/// - drawn from priors: its own
/// - from a posterior: that of the calibration where it was calibrated, else its value alone; a number that lost what it
///   stood on is drawn from what it falls back to
/// - not drawn: its value alone
///
/// @param changed priors that take the place of the usual ones
/// @param model the values of the model, by id
record PriorChoice(UncertaintyPlan plan, Optional<PosteriorDraws> posterior, Map<String, Prior> changed,
        Map<String, Double> model) {

    PriorChoice(UncertaintyPlan plan, Optional<PosteriorDraws> posterior, Map<String, Prior> changed) {
        this(plan, posterior, changed, Map.of());
    }

    PriorChoice with(Map<String, Double> values) {
        return new PriorChoice(plan, posterior, changed, values);
    }

    /// The prior of a parameter of the model; empty when it stands at the model's value.
    Optional<Prior> of(Parameter parameter) {
        Optional<Prior> other = Optional.ofNullable(changed.get(parameter.id()));
        if (other.isPresent()) {
            return other.map(this::changed);
        }
        return posterior.isPresent()
                ? posterior.get().prior(parameter.id())
                : Optional.of(parameter).filter(p -> plan.fromPriors() && p.description().interval().isPresent())
                        .map(p -> Prior.of(p.id(), p.value().orElseThrow(), p.description().interval(), 1));
    }

    /// The prior of a number of a library file that is none of the model.
    Prior of(String key, Prior usual) {
        return changed.containsKey(key) ? changed(changed.get(key)) : drawn(usual);
    }

    /// The prior of a number of a library file that takes the place of one of the model. Where that is calibrated, it moves
    /// in proportion, as in the calibration.
    Prior over(String id, String key, Prior usual) {
        if (changed.containsKey(key)) {
            return changed(changed.get(key));
        }
        Optional<Prior> calibrated = posterior.flatMap(p -> p.prior(id));
        double middle = model.getOrDefault(id, 0.0);
        return calibrated.filter(c -> c.scale() == Prior.Scale.LOG && middle > 0)
                .map(c -> new Prior(c.scale(), usual.value() * c.value() / middle, c.below(), c.above()))
                .orElseGet(() -> drawn(usual));
    }

    private Prior changed(Prior prior) {
        return posterior.isPresent() ? prior : drawn(prior);
    }

    private Prior drawn(Prior prior) {
        return plan.fromPriors() ? prior : Prior.fixed(prior.value());
    }
}
