package propria.study.subject;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import propria.engine.random.Streams;
import propria.model.Description.Interval;
import propria.study.uncertainty.FreeParameter;
import propria.study.uncertainty.Posterior;

/// Draws from a posterior: each takes one of its points, whole, so that what belongs together stays together.
final class PosteriorDraws {

    private static final String PURPOSE = "posterior";

    private final Posterior posterior;
    private final Streams streams;
    private final Map<String, Integer> places = new HashMap<>();

    /// @param apart the ids of numbers that are not drawn from it, as what they were calibrated with no longer holds
    PosteriorDraws(Posterior posterior, Streams streams, Set<String> apart) {
        this.posterior = posterior;
        this.streams = streams;
        posterior.placesOfModel().stream().filter(i -> !apart.contains(posterior.parameters().get(i).id()))
                .forEach(i -> places.put(posterior.parameters().get(i).id(), i));
    }

    /// The standard normal number of a parameter in a draw; empty for one that it does not estimate.
    OptionalDouble normal(int draw, String id, int attempt) {
        Integer place = places.get(id);
        if (place == null) {
            return OptionalDouble.empty();
        }
        int size = posterior.points().size();
        int point = (int) (streams.uniform(draw, Streams.NO_SUBJECT, PURPOSE, attempt) * size);
        return OptionalDouble.of(posterior.normal(point, place));
    }

    /// The prior to which those numbers belong.
    Optional<Prior> prior(String id) {
        return Optional.ofNullable(places.get(id)).map(place -> {
            FreeParameter free = posterior.parameters().get(place);
            return Prior.of(id, free.value(), Optional.of(new Interval(free.low(), free.high())), 1);
        });
    }
}
