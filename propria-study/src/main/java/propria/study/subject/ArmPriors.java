package propria.study.subject;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import propria.study.Arm;
import propria.study.Insult;
import propria.study.Phase;
import propria.study.Regimen;
import propria.study.SourcedValue;
import propria.study.Study;
import propria.study.evidence.LibraryNumbers;

/// What the quantities of one arm may be: the model's priors, over them what population, insults and products set.
///
/// @param priors by id of the model; only what may differ from the model's value
/// @param variation the coefficient of variation between subjects, by id
record ArmPriors(SequencedMap<String, Prior> priors, SequencedMap<String, Double> variation) {

    static ArmPriors of(Study study, Arm arm, SequencedMap<String, Prior> model,
            PriorChoice choice) {
        Puts puts = new Puts(choice);
        SequencedMap<String, Prior> priors = new LinkedHashMap<>(model);
        puts.into(priors, arm.population().id(), arm.population().parameters());
        puts.into(priors, arm.population().id(), arm.population().initial());
        for (Phase phase : study.phases()) {
            phase.exposures().stream().map(Phase.Exposure::insult).forEach(insult -> {
                if (insult.kind() == Insult.Kind.LEVEL) {
                    insult.targets().forEach(target -> priors.remove(target.id()));
                }
                if (!arm.insultFree()) {
                    puts.into(priors, insult.id(), insult.parameters());
                }
            });
        }
        for (Regimen regimen : arm.regimens()) {
            if (regimen.amount().value() > 0) {
                puts.into(priors, regimen.product().id(), regimen.product().parameters());
            }
        }
        SequencedMap<String, Double> variation = new LinkedHashMap<>();
        arm.population().betweenSubjects().forEach((id, cv) -> variation.put(id, cv.value()));
        return new ArmPriors(Collections.unmodifiableSequencedMap(priors),
                Collections.unmodifiableSequencedMap(variation));
    }

    /// Puts the values of library files over those of the model.
    private record Puts(PriorChoice choice) {

        void into(Map<String, Prior> priors, String owner, SequencedMap<String, SourcedValue> values) {
            values.forEach((id, value) -> priors.put(id, choice.over(id, LibraryNumbers.id(owner, id),
                    Prior.of(id, value.value(), value.interval(), 1))));
        }
    }
}
