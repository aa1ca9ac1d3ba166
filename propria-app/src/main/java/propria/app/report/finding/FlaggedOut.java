package propria.app.report.finding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import propria.app.report.data.Rows.SourceRow;
import propria.app.report.data.Run;
import propria.app.text.Figures;
import propria.study.retraction.SourceInfluence;
import propria.study.retraction.SourceInfluence.Exact;
import propria.study.summary.Effect.Middle;

/// The answer without the sources in doubt.
///
/// @param sentence for the first page
public record FlaggedOut(String sentence) {

    /// Empty when no source of the run is in doubt.
    public static Optional<FlaggedOut> of(Run run) {
        List<SourceRow> flagged = run.sources().stream().filter(SourceRow::isFlagged).toList();
        if (flagged.isEmpty() || run.influenceOfSources().isEmpty()
                || run.influenceOfSources().get().endpoints().isEmpty()) {
            return Optional.empty();
        }
        SourceInfluence influence = run.influenceOfSources().get();
        Set<String> off = flagged.stream().map(SourceRow::key).collect(Collectors.toSet());
        Optional<Exact> exact = influence.exact().stream().filter(e -> Set.copyOf(e.off()).equals(off)).findFirst();
        Middle without = exact.map(e -> e.middles().getFirst()).orElseGet(() -> influence.without(off).getFirst());
        String names = flagged.stream()
                .map(s -> s.key() + " (" + s.status().replace('_', ' ')
                        + (s.date().isBlank() ? "" : ", " + s.date()) + ")")
                .collect(Collectors.joining(", "));
        boolean changes = !influence.touched(off).isEmpty();
        return Optional.of(new FlaggedOut("▲ Sources in doubt: " + names + ". Without them the answer "
                + (changes
                        ? "is " + Figures.significant(without.value(), 2) + " ("
                                + Figures.range(without.lower(), without.upper()) + ", "
                                + (exact.isPresent() ? "run again" : "estimated") + "); the conclusion "
                                + influence.verdict(0, without).word()
                        : "does not change; the conclusion holds")
                + "."));
    }
}
