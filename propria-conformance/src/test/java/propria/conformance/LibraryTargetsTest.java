package propria.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import propria.study.Insult;
import propria.study.library.Library;

/// Everything in the library that names a quantity of the gut names one that is there, used by a study or not.
class LibraryTargetsTest {

    private static final Library LIBRARY = Library.read(Project.ROOT.resolve("library"));
    private static final Set<String> STATES = new HashSet<>(Gut.COMPILED.stateIds());
    private static final Set<String> SETTABLE = new HashSet<>(Gut.COMPILED.parameterIds());
    private static final Set<String> OUTPUTS = new HashSet<>(Gut.COMPILED.outputIds());

    static {
        SETTABLE.addAll(STATES);
    }

    private final List<String> missing = new ArrayList<>();

    private void in(Set<String> known, String owner, Collection<String> ids) {
        ids.stream().filter(id -> !known.contains(id)).forEach(id -> missing.add(owner + ": " + id));
    }

    @Test
    void products_act_on_states_and_set_parameters_of_the_gut() {
        assertThat(LIBRARY.products()).hasSizeGreaterThan(15);
        LIBRARY.products().forEach((id, product) -> {
            product.routes().values().forEach(to -> in(STATES, id, to.stream().map(target -> target.id()).toList()));
            product.dead().ifPresent(dead -> in(STATES, id, List.of(dead)));
            product.once().forEach(once -> in(STATES, id, List.of(once.target())));
            in(SETTABLE, id, product.parameters().keySet());
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void insults_act_on_the_gut() {
        assertThat(LIBRARY.insults()).hasSizeGreaterThan(4);
        LIBRARY.insults().forEach((id, insult) -> {
            Set<String> allowed = insult.kind() == Insult.Kind.BOLUS ? STATES : SETTABLE;
            in(allowed, id, insult.targets().stream().map(target -> target.id()).toList());
            in(SETTABLE, id, insult.parameters().keySet());
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void populations_and_species_set_what_the_gut_has() {
        assertThat(LIBRARY.populations()).hasSizeGreaterThan(8);
        LIBRARY.populations().forEach((id, population) -> {
            in(SETTABLE, id, population.parameters().keySet());
            in(SETTABLE, id, population.initial().keySet());
            in(SETTABLE, id, population.betweenSubjects().keySet());
        });
        LIBRARY.species().forEach((id, species) -> in(SETTABLE, id, species.parameters().keySet()));
        assertThat(missing).isEmpty();
    }

    @Test
    void observables_are_quantities_of_the_gut() {
        LIBRARY.observables().forEach((id, observable) -> in(OUTPUTS, id, List.of(observable.quantity())));
        assertThat(missing).isEmpty();
    }
}
