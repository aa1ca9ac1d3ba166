package propria.study.retraction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import propria.evidence.ModelEvidence;
import propria.evidence.ParameterEvidence;
import propria.evidence.Source;
import propria.evidence.Standing;
import propria.model.unit.Units;
import propria.study.subject.Prior;

/// What all numbers of a study stand on.
///
/// @param all those that some claim grounds, in the order of the model
public record Supports(List<Support> all) {

    public Supports {
        all = List.copyOf(all);
    }

    /// @param usual the prior of each number, by id
    /// @param drawable whether the study draws a number of that id
    public static Supports of(ModelEvidence evidence, Map<String, Prior> usual, Units units,
            Predicate<String> drawable) {
        List<Prior> assumed = new ArrayList<>();
        evidence.parameters().forEach((id, number) -> {
            Optional<Prior> prior = Optional.ofNullable(usual.get(id));
            if (number.standing() == Standing.ASSUMED && prior.isPresent() && drawable.test(id)) {
                assumed.add(prior.get());
            }
        });
        PriorWidths widths = PriorWidths.of(assumed);
        List<Support> all = new ArrayList<>();
        for (ParameterEvidence number : evidence.parameters().values()) {
            String id = number.parameter().id();
            Optional<Prior> prior = Optional.ofNullable(usual.get(id));
            if (prior.isPresent() && number.citations().stream().anyMatch(c -> c.grounds())) {
                all.add(Support.of(number, prior.get(), units, widths, drawable.test(id)));
            }
        }
        return new Supports(all);
    }

    /// The numbers that lose a claim with some sources.
    public List<Support> touchedBy(Collection<Source> fallen) {
        return all.stream().filter(s -> s.touchedBy(fallen)).toList();
    }

    /// The priors that take the place of the usual ones without some sources, by id.
    public Map<String, Prior> without(Collection<Source> fallen) {
        Map<String, Prior> changed = new LinkedHashMap<>();
        for (Support support : all) {
            if (support.drawable()) {
                support.without(fallen)
                        .ifPresent(f -> changed.put(support.number().parameter().id(), f.prior()));
            }
        }
        return changed;
    }
}
