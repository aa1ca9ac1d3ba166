package propria.study.retraction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import propria.evidence.Citation;
import propria.evidence.Citation.Relation;
import propria.evidence.Claim;
import propria.evidence.ParameterEvidence;
import propria.evidence.Source;
import propria.evidence.unit.ClaimUnit;
import propria.model.Description.Interval;
import propria.model.unit.Units;
import propria.study.subject.Prior;

/// What a number stands on, and what it falls back to, rung by rung.
///
/// The number as the study uses it stands on the first rung: the claim that it follows from most closely. When that falls,
/// the next claim that stands takes over: a number that *is* the stated value moves to the next stated value, one that lies
/// in a stated range stays, one that is only of the stated order of magnitude gets twice the width. When no rung is left
/// the number is an orphan: its median stays, as nobody has said anything else about it, and its width becomes that of the
/// widest tenth of the numbers that nobody has grounded, at least twice its own. It never becomes zero.
///
/// @param number the number with its sources
/// @param usual as the study uses it
/// @param rungs claims that ground it, the closest first, each with the prior that the number has on it
/// @param orphan the prior without any of them
/// @param drawable whether a study draws it; else it is kept as it is, and only said to have lost its support
public record Support(ParameterEvidence number, Prior usual, List<Rung> rungs, Prior orphan, boolean drawable) {

    private static final double MAGNITUDE = 2;

    public Support {
        rungs = List.copyOf(rungs);
    }

    /// Claims that ground a number together: one by itself, or all from which it is derived by one formula.
    ///
    /// @param citations at least one; the rung falls with any of them
    public record Rung(List<Citation> citations, Prior prior) {
        public Rung {
            citations = List.copyOf(citations);
        }
    }

    /// What becomes of a number.
    ///
    /// @param next the claim that it now stands on; empty for an orphan
    /// @param prior what it is drawn from
    public record Fallback(Optional<Citation> next, Prior prior) {
    }

    static Support of(ParameterEvidence number, Prior usual, Units units, PriorWidths widths, boolean drawable) {
        List<Rung> rungs = new ArrayList<>();
        List<Citation> grounding = number.citations().stream().filter(Citation::grounds)
                .sorted(Comparator.comparing(Citation::relation)).toList();
        for (Citation citation : grounding) {
            boolean joins = citation.relation() == Relation.DERIVED && !rungs.isEmpty()
                    && rungs.getLast().citations().getFirst().relation() == Relation.DERIVED;
            if (joins) {
                Rung last = rungs.removeLast();
                rungs.add(new Rung(Stream.concat(last.citations().stream(), Stream.of(citation)).toList(),
                        last.prior()));
            } else {
                rungs.add(new Rung(List.of(citation), rungs.isEmpty() ? usual : on(citation, number, usual, units)));
            }
        }
        return new Support(number, usual, rungs, widths.orphan(number.parameter().id(), usual), drawable);
    }

    private static Prior on(Citation citation, ParameterEvidence number, Prior usual, Units units) {
        return switch (citation.relation()) {
            case VALUE -> citation.claim().flatMap(c -> moved(c, number, usual, units)).orElse(usual);
            case DERIVED, FITTED, RANGE, UNSTATED -> usual;
            case MAGNITUDE -> widened(usual, MAGNITUDE);
        };
    }

    private static Optional<Prior> moved(Claim claim, ParameterEvidence number, Prior usual, Units units) {
        Optional<ClaimUnit> own = number.parameter().unit().flatMap(units::find).map(u -> new ClaimUnit(u, Map.of()));
        Optional<ClaimUnit> theirs = claim.unit().flatMap(ClaimUnit::of);
        if (own.isEmpty() || theirs.isEmpty() || claim.value().isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble value = theirs.get().convert(claim.value().getAsDouble(), own.get(), claim.statement());
        if (value.isEmpty()) {
            return Optional.empty();
        }
        double middle = value.getAsDouble();
        double[] ends = Stream.of(claim.low(), claim.high()).filter(OptionalDouble::isPresent)
                .map(e -> theirs.get().convert(e.getAsDouble(), own.get(), claim.statement()))
                .filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble).sorted().toArray();
        boolean stated = ends.length == 2 && ends[0] < middle && middle < ends[1];
        return Optional.of(stated
                ? Prior.of(number.parameter().id(), middle, Optional.of(new Interval(ends[0], ends[1])), 1)
                : new Prior(usual.scale(), middle, usual.below(), usual.above()));
    }

    static Prior widened(Prior prior, double factor) {
        return new Prior(prior.scale(), prior.value(), prior.below() * factor, prior.above() * factor);
    }

    /// Whether any claim that grounds it falls with one of some sources.
    public boolean touchedBy(Collection<Source> fallen) {
        return rungs.stream().anyMatch(r -> falls(r, fallen));
    }

    private static boolean falls(Rung rung, Collection<Source> fallen) {
        return fallen.stream().anyMatch(s -> rung.citations().stream().anyMatch(c -> c.fallsWith(s)));
    }

    /// What becomes of the number without some sources; empty when it stands as before.
    public Optional<Fallback> without(Collection<Source> fallen) {
        if (rungs.isEmpty() || !falls(rungs.getFirst(), fallen)) {
            return Optional.empty();
        }
        Optional<Rung> next = rungs.stream().filter(r -> !falls(r, fallen)).findFirst();
        return Optional.of(next.map(r -> new Fallback(Optional.of(r.citations().getFirst()), r.prior()))
                .orElseGet(() -> new Fallback(Optional.empty(), orphan)));
    }
}
