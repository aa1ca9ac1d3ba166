package propria.app.report.finding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import propria.study.retraction.SourceInfluence;
import propria.study.summary.Effect.Middle;

/// How far the fast estimate without some sources can be trusted: its Monte-Carlo error, and what forbids to show a verdict.
///
/// The error is that of the delete-a-group jackknife over draws (Kott, 2001, Journal of Official Statistics 17:521), which
/// holds for medians where the jackknife of single draws does not.
///
/// @param influence of a run
/// @param off keys of the sources that are taken out
public record EstimateTrust(SourceInfluence influence, Set<String> off) {

    /// Below this many draws the ends of a 90 % interval are the outermost draws themselves.
    public static final int LEAST_DRAWS = 20;
    private static final int GROUPS = 10;
    private static final double FURTHEST = 10;

    /// Why no verdict is told.
    public enum Doubt {
        /// The run has fewer draws than [#LEAST_DRAWS].
        FEW_DRAWS,
        /// The interval reaches more than ten times as far from zero as any effect of the run: factors of several numbers were
        /// multiplied, or a response follows a rare subject.
        BEYOND
    }

    /// What forbids to show the estimate of an endpoint; empty where nothing does.
    public Optional<Doubt> doubt(int endpoint, Middle without) {
        double[] draws = influence.endpoints().get(endpoint).draws();
        if (influence.touched(off).isEmpty()) {
            return Optional.empty();
        }
        if (IntStream.range(0, draws.length).filter(d -> !Double.isNaN(draws[d])).count() < LEAST_DRAWS) {
            return Optional.of(Doubt.FEW_DRAWS);
        }
        double largest = Arrays.stream(draws).filter(d -> !Double.isNaN(d)).map(StrictMath::abs).max().orElse(0);
        double reach = StrictMath.max(StrictMath.abs(without.lower()), StrictMath.abs(without.upper()));
        return reach > FURTHEST * largest ? Optional.of(Doubt.BEYOND) : Optional.empty();
    }

    /// By endpoint, the Monte-Carlo standard error of the middle; not a number with fewer than two draws a group.
    public double[] errors() {
        int draws = influence.endpoints().stream().mapToInt(e -> e.draws().length).min().orElse(0);
        double[] errors = new double[influence.endpoints().size()];
        if (draws < 2 * GROUPS) {
            Arrays.fill(errors, Double.NaN);
            return errors;
        }
        List<List<Middle>> left = IntStream.range(0, GROUPS).mapToObj(g -> without(g, draws)).toList();
        for (int e = 0; e < errors.length; e++) {
            int endpoint = e;
            double mean = left.stream().mapToDouble(m -> m.get(endpoint).value()).sum() / GROUPS;
            double squares = left.stream().mapToDouble(m -> m.get(endpoint).value() - mean).map(d -> d * d).sum();
            errors[e] = StrictMath.sqrt(squares * (GROUPS - 1) / GROUPS);
        }
        return errors;
    }

    /// The estimate from all draws but those of a group.
    private List<Middle> without(int group, int draws) {
        int[] kept = IntStream.range(0, draws).filter(d -> d % GROUPS != group).toArray();
        List<SourceInfluence.Endpoint> endpoints = influence.endpoints().stream()
                .map(e -> new SourceInfluence.Endpoint(e.id(), e.arm(), e.comparator(), some(e.draws(), kept)))
                .toList();
        List<SourceInfluence.Number> numbers = influence.numbers().stream()
                .map(n -> new SourceInfluence.Number(n.id(), n.name(), n.usual(), n.rungs(), n.orphan(),
                        n.normals().length == 0 ? n.normals() : some(n.normals(), kept), n.at(), n.response()))
                .toList();
        return new SourceInfluence(influence.level(), influence.subjects(), endpoints, numbers,
                influence.measurements(), influence.sources(), List.of()).without(off);
    }

    private static double[] some(double[] all, int[] kept) {
        return IntStream.of(kept).mapToDouble(d -> all[d]).toArray();
    }
}
