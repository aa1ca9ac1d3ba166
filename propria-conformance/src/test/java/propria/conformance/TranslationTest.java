package propria.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import propria.formats.antimony.AntimonyReader;
import propria.model.Model;
import propria.model.Rule;
import propria.study.library.Library;
import propria.study.library.Translation;

/// The way of every parameter from mouse to human is written down, and agrees with what the library does.
class TranslationTest {

    private static final Path ROOT = Project.ROOT.resolve("library");

    private static Map<String, Translation> table = Translation.read(ROOT);
    private static Library library = Library.read(ROOT);

    private static Set<String> changed() {
        Set<String> changed = new TreeSet<>(library.species().get("human").parameters().keySet());
        for (String population : List.of("crohn", "crohn-fistula", "ulcerative-colitis")) {
            changed.addAll(library.populations().get(population).parameters().keySet());
        }
        return changed;
    }

    @Test
    void every_parameter_of_the_gut_has_a_line_and_nothing_else_has() {
        Model model = AntimonyReader.read(ROOT.resolve("models/gut/gut.ant"));
        Set<String> computed = model.rules().stream().filter(Rule.Assignment.class::isInstance)
                .map(r -> ((Rule.Assignment) r).variable()).collect(Collectors.toSet());
        Set<String> parameters = model.parameters().stream().filter(p -> p.value().isPresent())
                .map(p -> p.id()).filter(id -> !computed.contains(id)).collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(table.keySet())).isEqualTo(parameters);
    }

    @Test
    void what_is_scaled_or_re_estimated_is_what_species_and_populations_change() {
        Set<String> said = table.values().stream()
                .filter(t -> t.how() == Translation.How.SCALED || t.how() == Translation.How.RE_ESTIMATED)
                .map(Translation::parameter).collect(Collectors.toCollection(TreeSet::new));
        assertThat(said).isEqualTo(changed());
    }

    @Test
    void every_line_says_why() {
        assertThat(table.values()).allSatisfy(t -> assertThat(t.rule()).as(t.parameter()).isNotBlank());
    }
}
