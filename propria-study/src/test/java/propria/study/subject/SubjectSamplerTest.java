package propria.study.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.formats.antimony.AntimonyReader;
import propria.study.Study;
import propria.study.Toy;

class SubjectSamplerTest {

    @TempDir
    private Path folder;

    private static SubjectSampler sampler(Study study, Map<String, Prior> changed) {
        return new SubjectSampler(AntimonyReader.read(study.files().model()), study, changed, 7);
    }

    @Test
    void a_subject_is_the_same_animal_in_every_arm() {
        SubjectSampler sampler = sampler(Toy.study(), Map.of());
        VirtualSubject subject = sampler.subject(sampler.draw(3), 2);
        assertThat(subject.arms().getFirst()).isEqualTo(subject.arms().getLast()).containsKeys("k_heal", "k_wound");
        assertThat(subject.bodyMass()[0]).isEqualTo(subject.bodyMass()[1]);
    }

    @Test
    void what_a_product_sets_differs_and_all_else_stays() {
        Study study = Toy.replaced(folder, "product: cells", "product: primed_cells");
        SubjectSampler sampler = sampler(study, Map.of());
        ParameterDraw draw = sampler.draw(0);
        double naive = draw.arms().getFirst().getOrDefault("E_cells", Double.NaN);
        double primed = draw.arms().getLast().getOrDefault("E_cells", Double.NaN);
        assertThat(primed / naive).isBetween(1.5 - 1e-12, 1.5 + 1e-12);
        assertThat(draw.arms().getFirst().get("k_wound")).isEqualTo(draw.arms().getLast().get("k_wound"));
    }

    @Test
    void no_drawn_set_breaks_a_constraint_and_some_were_refused() {
        SubjectSampler sampler = sampler(Toy.study(), Map.of());
        int redrawn = 0;
        for (int draw = 0; draw < 100; draw++) {
            redrawn += sampler.draw(draw).redrawn();
            assertThat(sampler.draw(draw).arms().getFirst().getOrDefault("k_heal", Double.NaN)).isLessThan(0.45);
        }
        assertThat(redrawn).isGreaterThan(0);
    }

    @Test
    void the_spread_of_draws_is_that_of_the_interval() {
        SubjectSampler sampler = sampler(Toy.study(), Map.of());
        int inside = 0;
        for (int draw = 0; draw < 1000; draw++) {
            double value = sampler.draw(draw).arms().getFirst().getOrDefault("k_wound", Double.NaN);
            inside += value >= 0.05 && value <= 0.2 ? 1 : 0;
        }
        assertThat(inside).isBetween(870, 930);
    }

    @Test
    void parameters_stand_at_their_values_when_the_study_says_so_but_animals_differ() {
        Study study = Toy.replaced(folder, "parameters: prior, draws: 12", "parameters: none");
        SubjectSampler sampler = sampler(study, Map.of());
        assertThat(sampler.drawn()).isEmpty();
        ParameterDraw draw = sampler.draw(0);
        assertThat(sampler.subject(draw, 0).arms()).isNotEqualTo(sampler.subject(draw, 1).arms());
        assertThat(draw.viability()).containsEntry("cells", 0.9);
    }

    @Test
    void calibrated_parameters_are_drawn_together_and_all_others_stand() {
        Study study = Toy.replaced(folder, "parameters: prior", "parameters: posterior");
        SubjectSampler sampler = sampler(study, Map.of());
        assertThat(sampler.drawn()).containsExactlyInAnyOrder("k_wound", "E_cells");
        Set<List<Double>> pairs = new HashSet<>();
        for (int draw = 0; draw < 60; draw++) {
            Map<String, Double> values = sampler.draw(draw).arms().getFirst();
            pairs.add(List.of(values.getOrDefault("k_wound", 0.0), values.getOrDefault("E_cells", 0.0)));
            assertThat(values).doesNotContainKey("k_heal");
        }
        Prior wound = usual("k_wound", 1);
        Prior strength = usual("E_cells", 1);
        assertThat(pairs).containsExactlyInAnyOrder(List.of(wound.at(-1), strength.at(1)),
                List.of(wound.at(0.5), strength.at(-0.5)), List.of(wound.at(1), strength.at(-1)));
    }

    @Test
    void what_a_product_sets_moves_with_the_calibrated_value_of_the_model() {
        Study study = Toy.changed(folder, text -> text.replace("parameters: prior", "parameters: posterior")
                .replace("product: cells", "product: primed_cells"));
        ParameterDraw draw = sampler(study, Map.of()).draw(5);
        double naive = draw.arms().getFirst().getOrDefault("E_cells", Double.NaN);
        assertThat(draw.arms().getLast().getOrDefault("E_cells", Double.NaN) / naive).isBetween(1.5 - 1e-12,
                1.5 + 1e-12);
    }

    @Test
    void a_number_that_lost_what_it_stood_on_is_drawn_beside_the_posterior() {
        Study study = Toy.replaced(folder, "parameters: prior", "parameters: posterior");
        SubjectSampler sampler = sampler(study, Map.of("k_heal", usual("k_heal", 2), "k_wound", usual("k_wound", 2)));
        assertThat(sampler.drawn()).contains("k_heal", "k_wound", "E_cells");
        Set<Double> wounds = new HashSet<>();
        for (int draw = 0; draw < 20; draw++) {
            wounds.add(sampler.draw(draw).arms().getFirst().getOrDefault("k_wound", Double.NaN));
        }
        assertThat(wounds).hasSize(20);
    }

    @Test
    void a_prior_in_doubt_is_drawn_wider() {
        double narrow = spread(Map.of());
        assertThat(spread(Map.of("k_wound", usual("k_wound", 3)))).isGreaterThan(2 * narrow);
    }

    private static Prior usual(String id, double widen) {
        return AntimonyReader.read(Toy.study().files().model()).parameters().stream().filter(p -> p.id().equals(id))
                .map(p -> Prior.of(id, p.value().orElseThrow(), p.description().interval(), widen)).findFirst()
                .orElseThrow();
    }

    private static double spread(Map<String, Prior> changed) {
        SubjectSampler sampler = sampler(Toy.study(), changed);
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int draw = 0; draw < 50; draw++) {
            double value = sampler.draw(draw).arms().getFirst().getOrDefault("k_wound", Double.NaN);
            low = StrictMath.min(low, value);
            high = StrictMath.max(high, value);
        }
        return StrictMath.log(high / low);
    }
}
