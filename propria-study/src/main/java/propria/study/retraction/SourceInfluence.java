package propria.study.retraction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import propria.study.summary.Effect.Middle;

/// What the endpoints of a run would be without any set of its sources, estimated from the draws that are there.
///
/// The effect of each draw is moved by what the response to each touched number says: the median over a few subjects of the
/// effect with the number at the 5 %, 50 % and 95 % quantile of its widest prior, all else as drawn. A response that keeps
/// its sign scales the effect, one that changes it shifts the effect ([Response]). Numbers are taken to act one by one. The draw keeps its standard normal number, so that with and without are
/// compared on the same random numbers. The exact answer is a run of its own.
///
/// @param level of the intervals
/// @param subjects on how many subjects the responses rest
/// @param endpoints in the order of the study
/// @param numbers those that claims ground
/// @param measurements published values of the study
/// @param sources every source that something here rests on
/// @param exact answers that were computed by running again
public record SourceInfluence(double level, int subjects, List<Endpoint> endpoints, List<Number> numbers,
        List<Measured> measurements, List<SourceRow> sources, List<Exact> exact) {

    public SourceInfluence {
        endpoints = List.copyOf(endpoints);
        numbers = List.copyOf(numbers);
        measurements = List.copyOf(measurements);
        sources = List.copyOf(sources);
        exact = List.copyOf(exact);
    }

    /// An endpoint of an arm.
    ///
    /// @param comparator the arm that it is compared with; empty where none is
    /// @param draws the effect in each draw; not a number where it is missing
    public record Endpoint(String id, String arm, Optional<String> comparator, double[] draws) {
    }

    /// A prior on its scale, as far as it differs from the usual one.
    ///
    /// @param offset of the median from the usual one, on the scale
    /// @param below the standard deviation below the median
    /// @param above that above it
    public record Shape(double offset, double below, double above) {

        double at(double normal) {
            return offset + normal * (normal < 0 ? below : above);
        }
    }

    /// A claim that a number can stand on.
    ///
    /// @param claim `key#claim`
    /// @param fallsWith keys of the sources with which it falls
    public record Rung(String claim, List<String> fallsWith, Shape shape) {
        public Rung {
            fallsWith = List.copyOf(fallsWith);
        }
    }

    /// A number that claims ground.
    ///
    /// @param name what it is
    /// @param rungs the claims, the closest first
    /// @param orphan without any of them
    /// @param normals the standard normal number of each draw
    /// @param at where the response was computed, on the scale from the usual median, ascending
    /// @param response by endpoint, the effect there; empty when the number is not drawn, or could not be simulated
    public record Number(String id, String name, Shape usual, List<Rung> rungs, Shape orphan, double[] normals,
            double[] at, List<double[]> response) {
        public Number {
            rungs = List.copyOf(rungs);
            response = List.copyOf(response);
        }

        /// The shape without some sources; empty when it stands as before.
        Optional<Shape> without(Set<String> off) {
            if (rungs.isEmpty() || rungs.getFirst().fallsWith().stream().noneMatch(off::contains)) {
                return Optional.empty();
            }
            return Optional.of(rungs.stream().filter(r -> r.fallsWith().stream().noneMatch(off::contains))
                    .map(Rung::shape).findFirst().orElse(orphan));
        }
    }

    /// A published value.
    ///
    /// @param fallsWith keys of the sources with which it falls
    /// @param inside `yes`, `no` or `na`, as the run compared it
    public record Measured(List<String> fallsWith, String inside) {
        public Measured {
            fallsWith = List.copyOf(fallsWith);
        }
    }

    /// A source that the run rests on.
    ///
    /// @param status as written in files
    public record SourceRow(String key, String status) {
    }

    /// An answer by running again.
    ///
    /// @param off keys of the sources that were taken out
    /// @param why it was computed
    /// @param middles by endpoint
    public record Exact(List<String> off, String why, List<Middle> middles) {
        public Exact {
            off = List.copyOf(off);
            middles = List.copyOf(middles);
        }
    }

    /// The middle and interval of each endpoint without some sources.
    ///
    /// @param off keys
    public List<Middle> without(Set<String> off) {
        return java.util.stream.IntStream.range(0, endpoints.size()).mapToObj(e -> Middle.of(moved(e, off))).toList();
    }

    private double[] moved(int endpoint, Set<String> off) {
        double[] draws = endpoints.get(endpoint).draws().clone();
        for (Number number : numbers) {
            Optional<Shape> other = number.without(off);
            if (other.isPresent() && !number.response().isEmpty()) {
                Response response = Response.of(number.at(), number.response().get(endpoint));
                for (int d = 0; d < draws.length; d++) {
                    double normal = number.normals()[d];
                    draws[d] = response.moved(draws[d], number.usual().at(normal), other.get().at(normal));
                }
            }
        }
        return draws;
    }

    /// The verdict on an endpoint without some sources.
    public Verdict verdict(int endpoint, Middle without) {
        return Verdict.of(Middle.of(endpoints.get(endpoint).draws()), without,
                endpoints.get(endpoint).comparator().isPresent());
    }

    /// The numbers that change without some sources.
    public List<Number> touched(Set<String> off) {
        return numbers.stream().filter(n -> n.without(off).isPresent()).toList();
    }
}
