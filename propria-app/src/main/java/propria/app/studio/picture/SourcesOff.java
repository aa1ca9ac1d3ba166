package propria.app.studio.picture;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import propria.app.report.data.Run;
import propria.app.report.finding.EstimateTrust;
import propria.app.report.finding.Names;
import propria.app.report.finding.SourceEffect;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.retraction.SourceInfluence;
import propria.study.retraction.Verdict;
import propria.study.summary.Effect.Middle;

/// What a run would say without some of its sources: estimated from its draws, or as it was when run again.
///
/// @param off keys of the sources that are taken out
/// @param rerun whether the answer is of a run of its own; else it is the fast estimate
/// @param numbers names of the numbers that change
/// @param measurements how many published values fall
/// @param predictions each endpoint before and after
/// @param draws of the run, on which an estimate rests
/// @param holds whether the conclusion of the first endpoint stands
public record SourcesOff(List<String> off, boolean rerun, List<String> numbers, int measurements,
        List<Prediction> predictions, int draws, boolean holds) {

    public SourcesOff {
        off = List.copyOf(off);
        numbers = List.copyOf(numbers);
        predictions = List.copyOf(predictions);
    }

    /// An endpoint.
    ///
    /// @param compared whether it is a difference between arms
    /// @param error Monte-Carlo standard error of the middle without the sources; not a number where it is not known
    /// @param moved whether it moves at all
    /// @param doubt why the estimate is no ground for a verdict; empty where it is one
    public record Prediction(String id, String name, String arm, boolean compared, Middle with, Middle without,
            double error, boolean moved, boolean holds, Optional<String> doubt) {
    }

    /// One source alone, for the tornado.
    ///
    /// @param doubt as [Prediction#doubt]
    public record Alone(String key, String status, int numbers, int orphans, int measurements, Middle main,
            boolean holds, Optional<String> doubt) {

        static Alone of(SourceEffect e) {
            return new Alone(e.key(), e.status(), e.numbers(), e.orphans(), e.measurements(), e.main(),
                    e.verdict() == Verdict.HOLDS,
                    word(e.doubt()));
        }
    }

    private static Optional<String> word(Optional<EstimateTrust.Doubt> doubt) {
        return doubt.map(d -> d.name().toLowerCase(Locale.ROOT));
    }

    /// Takes sources out.
    ///
    /// @throws ProblemException U509 when the run was made without what is needed
    public static SourcesOff of(Run run, Set<String> off) {
        SourceInfluence influence = influence(run);
        List<Middle> before = influence.without(Set.of());
        var exact = influence.exact().stream().filter(e -> Set.copyOf(e.off()).equals(off)).findFirst();
        List<Middle> after = exact.map(SourceInfluence.Exact::middles).orElseGet(() -> influence.without(off));
        EstimateTrust trust = new EstimateTrust(influence, off);
        double[] errors = trust.errors();
        List<Prediction> predictions = IntStream.range(0, influence.endpoints().size()).mapToObj(i -> {
            SourceInfluence.Endpoint e = influence.endpoints().get(i);
            boolean compared = e.comparator().isPresent();
            return new Prediction(e.id(), Names.endpoint(run, e.id()), Names.arm(run, e.arm()), compared,
                    before.get(i), after.get(i), exact.isPresent() ? Double.NaN : errors[i],
                    !before.get(i).equals(after.get(i)),
                    Verdict.of(before.get(i), after.get(i), compared) == Verdict.HOLDS,
                    exact.isPresent() ? Optional.empty() : word(trust.doubt(i, after.get(i))));
        }).toList();
        int lost = (int) influence.measurements().stream().filter(m -> m.fallsWith().stream().anyMatch(off::contains))
                .count();
        return new SourcesOff(off.stream().sorted().toList(), exact.isPresent(),
                influence.touched(off).stream().map(SourceInfluence.Number::name).toList(), lost, predictions,
                influence.endpoints().stream().mapToInt(e -> e.draws().length).max().orElse(0),
                predictions.isEmpty() || predictions.getFirst().holds());
    }

    /// Every source alone, the one that moves the answer most first.
    ///
    /// @throws ProblemException U509 when the run was made without what is needed
    public static List<Alone> each(Run run) {
        return influence(run).endpoints().isEmpty()
                ? List.of()
                : SourceEffect.each(influence(run)).stream().map(Alone::of).toList();
    }

    private static SourceInfluence influence(Run run) {
        return run.influenceOfSources().orElseThrow(() -> new ProblemException(Problem.error("U509",
                "this run cannot be asked what falls with a source", "its folder has no source-influence.json",
                "run the study again")));
    }
}
