package propria.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.engine.ScheduledChange;
import propria.engine.ScheduledChange.Assignment;
import propria.engine.ScheduledChange.Bolus;
import propria.engine.ScheduledChange.CappedBolus;
import propria.engine.ScheduledChange.Infusion;
import propria.study.Study;
import propria.study.Toy;

class ArmScheduleTest {

    @TempDir
    private Path folder;

    private List<ScheduledChange> changes(Study study, int arm) {
        return new ArmSchedule(study, study.arms().get(arm)).changes(id -> 0,
                Map.of("cells", 0.75, "primed_cells", 0.5), 0.02);
    }

    @Test
    void a_level_holds_through_its_phase_and_doses_split_into_living_and_dead() {
        assertThat(changes(Toy.study(), 1)).containsExactly(new Assignment(0, "poison", 3),
                new Assignment(7, "poison", 0), new Bolus(1, "cells", 7.5e5), new Bolus(1, "dead", 2.5e5),
                new Bolus(4, "cells", 7.5e5), new Bolus(4, "dead", 2.5e5));
    }

    @Test
    void a_dose_by_body_mass_is_scaled_to_the_subject() {
        Study study = Toy.replaced(folder, "1e6 cells", "1e8 cells/kg");
        assertThat(changes(study, 1)).contains(new Bolus(1, "cells", 1.5e6));
    }

    @Test
    void an_infusion_spreads_the_dose_over_its_time() {
        Study study = Toy.replaced(folder, "at: [1 d, 4 d]", "at: 1 d, over: 6 h");
        assertThat(changes(study, 1)).contains(new Infusion(1, 1.25, "cells", 3e6));
    }

    @Test
    void what_comes_with_each_dose_is_capped() {
        Study study = Toy.replaced(folder, "product: cells", "product: primed_cells");
        assertThat(changes(study, 1)).contains(new CappedBolus(1, "memory", 1, 1),
                new CappedBolus(4, "memory", 1, 1));
    }

    @Test
    void an_absolute_dose_of_a_drug_that_counts_by_body_mass_is_divided_by_it() {
        Study study = Toy.replaced(folder, "product: cells, amount: 1e6 cells, route: intravenous",
                "product: drug, amount: 200 ug, route: enema");
        assertThat(changes(study, 1)).filteredOn(c -> c instanceof Bolus)
                .allSatisfy(c -> assertThat(((Bolus) c).amount()).isCloseTo(1, within(1e-12)));
    }

    @Test
    void an_insult_that_goes_on_is_not_switched_off_between_phases() {
        Study study = Toy.replaced(folder, "{name: ill, from: 0 d, to: 7 d, insult: {poison: 3 %}}",
                "{name: ill, from: 0 d, to: 3 d, insult: {poison: 3 %}}\n"
                        + "  - {name: worse, from: 3 d, to: 7 d, insult: {poison: 5 %}}");
        assertThat(changes(study, 0)).containsExactly(new Assignment(0, "poison", 3), new Assignment(3, "poison", 5),
                new Assignment(7, "poison", 0));
    }

    @Test
    void an_arm_without_insult_is_spared() {
        Study study = Toy.replaced(folder, "{id: vehicle, role: vehicle}", "{id: vehicle, insult_free: true}");
        assertThat(changes(study, 0)).isEmpty();
    }

    @Test
    void a_dose_of_zero_does_nothing() {
        Study study = Toy.replaced(folder, "product: cells, amount: 1e6 cells",
                "product: primed_cells, amount: 0 cells");
        assertThat(changes(study, 1)).isEqualTo(changes(study, 0));
    }
}
