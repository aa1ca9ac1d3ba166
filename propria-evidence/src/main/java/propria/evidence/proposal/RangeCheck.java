package propria.evidence.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import propria.evidence.Claim;
import propria.evidence.Integrity.Status;
import propria.evidence.ParameterEvidence;
import propria.evidence.Source;
import propria.evidence.unit.ClaimUnit;
import propria.model.Parameter;

/// Whether the value lies where known claims lie: those that ground the same number of the model, with that number and its
/// interval, else those of sources that are not retracted that say nearly
/// the same in a unit that converts.
final class RangeCheck implements ProposalCheck {

    /// So many times beyond the known values is worth a look; so many is not believed without one.
    private static final double FAR = 3;
    private static final double VERY_FAR = 100;
    private static final double ALIKE = 0.5;

    @Override
    public Finding of(Proposal proposal, Known known) {
        Optional<ClaimUnit> unit = proposal.unit().flatMap(ClaimUnit::of);
        if (proposal.value().isEmpty() || unit.isEmpty()) {
            return Finding.NOTHING;
        }
        List<Double> others = new ArrayList<>();
        double value = proposal.value().getAsDouble();
        Optional<ParameterEvidence> number = proposal.grounds()
                .flatMap(id -> known.model().of(id.replace(".", "__")));
        Optional<ClaimUnit> own = number.flatMap(n -> ModelUnits.of(n.parameter(), known.units()));
        OptionalDouble inOwn = own.isEmpty()
                ? OptionalDouble.empty()
                : unit.get().convert(value, own.get(), proposal.statement());
        if (number.isPresent() && inOwn.isPresent()) {
            grounded(number.get(), own.get(), others);
            return compare(inOwn.getAsDouble(), others, number.get().parameter().unit().orElse(""));
        }
        similar(proposal, unit.get(), known, others);
        return others.isEmpty()
                ? Finding.well("nothing known to compare with")
                : compare(value, others, proposal.unit().orElse(""));
    }

    private static Finding compare(double value, List<Double> others, String unit) {
        double low = others.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double high = others.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        String range = others.size() + " known: " + Numbers.short3(low) + " to " + Numbers.short3(high) + " " + unit;
        if (value <= 0 && low > 0) {
            return Finding.refuse("it is not above zero; " + range);
        }
        if (low <= 0 || value >= low && value <= high) {
            boolean outside = value < low || value > high;
            return outside ? Finding.look("it lies outside; " + range) : Finding.well("within; " + range);
        }
        double times = value > high ? value / high : low / value;
        String beyond = Numbers.short3(times) + " times " + (value > high ? "above" : "below") + " what is known; "
                + range;
        return times >= VERY_FAR
                ? Finding.refuse(beyond + "; is the unit right?")
                : times > FAR ? Finding.look(beyond) : Finding.well(beyond);
    }

    private static void grounded(ParameterEvidence number, ClaimUnit own, List<Double> others) {
        number.claims().forEach(claim -> values(claim, own, others));
        Parameter parameter = number.parameter();
        parameter.value().ifPresent(others::add);
        parameter.description().interval().ifPresent(i -> {
            others.add(i.low());
            others.add(i.high());
        });
    }

    private static void similar(Proposal proposal, ClaimUnit unit, Known known, List<Double> others) {
        Set<String> wanted = words(proposal.statement());
        for (Source source : known.library().sources()) {
            if (source.status() == Status.RETRACTED) {
                continue;
            }
            for (Claim claim : source.claims()) {
                Set<String> words = words(claim.statement());
                Set<String> both = new HashSet<>(wanted);
                both.retainAll(words);
                words.addAll(wanted);
                if (!words.isEmpty() && both.size() >= ALIKE * words.size()) {
                    values(claim, unit, others);
                }
            }
        }
    }

    private static void values(Claim claim, ClaimUnit unit, List<Double> others) {
        Optional<ClaimUnit> own = claim.unit().flatMap(ClaimUnit::of);
        if (own.isPresent()) {
            for (OptionalDouble value : List.of(claim.value(), claim.low(), claim.high())) {
                if (value.isPresent()) {
                    own.get().convert(value.getAsDouble(), unit, claim.statement()).ifPresent(others::add);
                }
            }
        }
    }

    private static Set<String> words(String statement) {
        Set<String> words = new HashSet<>(Arrays.asList(statement.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+")));
        words.removeIf(w -> w.length() < 2 || List.of("of", "in", "the", "by", "at", "to", "and", "on").contains(w));
        return words;
    }
}
