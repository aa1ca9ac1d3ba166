package propria.app.report.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import propria.study.retraction.SourceInfluence;
import propria.study.retraction.Verdict;
import propria.study.summary.Effect.Middle;

/// What a run would say without one source.
///
/// @param status of the source, as written in files
/// @param numbers how many numbers change
/// @param orphans how many of them no other claim grounds
/// @param measurements published values that fall with it
/// @param main the first endpoint without it
/// @param moved by how much the middle of the first endpoint moves, in halves of its interval
/// @param verdict on the first endpoint
/// @param doubt why the estimate is no ground for a verdict; empty where it is one
public record SourceEffect(String key, String status, int numbers, int orphans, int measurements, Middle main,
        double moved, Verdict verdict, Optional<EstimateTrust.Doubt> doubt) {

    /// Every source alone, the one that moves the answer most first.
    public static List<SourceEffect> each(SourceInfluence influence) {
        Middle with = influence.without(Set.of()).getFirst();
        return influence.sources().stream().map(s -> of(influence, s, with))
                .sorted(Comparator.comparing((SourceEffect e) -> e.verdict() == Verdict.HOLDS)
                        .thenComparing(e -> -e.moved()).thenComparing(e -> -e.numbers() - e.measurements())
                        .thenComparing(SourceEffect::key))
                .toList();
    }

    private static SourceEffect of(SourceInfluence influence, SourceInfluence.SourceRow source, Middle with) {
        Set<String> off = Set.of(source.key());
        List<SourceInfluence.Number> touched = influence.touched(off);
        int orphans = (int) touched.stream()
                .filter(n -> n.rungs().stream().allMatch(r -> r.fallsWith().contains(source.key()))).count();
        int lost = (int) influence.measurements().stream().filter(m -> m.fallsWith().contains(source.key())).count();
        Middle main = influence.without(off).getFirst();
        double half = (with.upper() - with.lower()) / 2;
        double far = StrictMath.max(StrictMath.abs(main.value() - with.value()), StrictMath
                .max(StrictMath.abs(main.lower() - with.lower()), StrictMath.abs(main.upper() - with.upper())));
        return new SourceEffect(source.key(), source.status(), touched.size(), orphans, lost, main,
                half > 0 ? far / half : far, influence.verdict(0, main),
                new EstimateTrust(influence, off).doubt(0, main));
    }
}
