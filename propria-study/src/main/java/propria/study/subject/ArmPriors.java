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

/// What the quantities of one arm may be: the model's priors, over them what population, insults and products set.
///
/// @param priors by id of the model; only what may differ from the model's value
/// @param variation the coefficient of variation between subjects, by id
record ArmPriors(SequencedMap<String, Prior> priors, SequencedMap<String, Double> variation) {

    static ArmPriors of(Study study, Arm arm, SequencedMap<String, Prior> model) {
        boolean drawn = study.uncertainty().fromPriors();
        SequencedMap<String, Prior> priors = new LinkedHashMap<>(model);
        put(priors, arm.population().parameters(), drawn);
        put(priors, arm.population().initial(), drawn);
        for (Phase phase : study.phases()) {
            phase.exposures().stream().map(Phase.Exposure::insult).forEach(insult -> {
                if (insult.kind() == Insult.Kind.LEVEL) {
                    insult.targets().forEach(target -> priors.remove(target.id()));
                }
                if (!arm.insultFree()) {
                    put(priors, insult.parameters(), drawn);
                }
            });
        }
        for (Regimen regimen : arm.regimens()) {
            if (regimen.amount().value() > 0) {
                put(priors, regimen.product().parameters(), drawn);
            }
        }
        SequencedMap<String, Double> variation = new LinkedHashMap<>();
        arm.population().betweenSubjects().forEach((id, cv) -> variation.put(id, cv.value()));
        return new ArmPriors(Collections.unmodifiableSequencedMap(priors),
                Collections.unmodifiableSequencedMap(variation));
    }

    private static void put(Map<String, Prior> priors, SequencedMap<String, SourcedValue> values, boolean drawn) {
        values.forEach((id, value) -> priors.put(id, drawn
                ? Prior.of(id, value.value(), value.interval(), 1)
                : Prior.fixed(value.value())));
    }
}
