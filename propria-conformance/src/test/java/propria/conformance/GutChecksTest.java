package propria.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import propria.formats.antimony.AntimonyReader;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.check.ModelChecks;
import propria.model.problem.Problem;

/// The shipped model keeps every rule, and a slip in it would be seen.
class GutChecksTest {

    private final Model gut = AntimonyReader.read(Project.ROOT.resolve("library/models/gut/gut.ant"));

    @Test
    void the_gut_keeps_every_rule() {
        assertThat(ModelChecks.checkLibrary(gut)).extracting(Problem::toString).isEmpty();
    }

    @Test
    void a_rate_constant_in_a_wrong_unit_is_always_seen() {
        List<String> unseen = new ArrayList<>();
        int tried = 0;
        for (int i = 0; i < gut.parameters().size(); i++) {
            Parameter parameter = gut.parameters().get(i);
            if (parameter.constant() && parameter.unit().filter("per_day"::equals).isPresent() && i % 5 == 0) {
                tried++;
                boolean seen = ModelChecks.check(with(i, parameter)).stream().anyMatch(p -> p.code().equals("M010"));
                if (!seen) {
                    unseen.add(parameter.id());
                }
            }
        }
        assertThat(tried).isPositive();
        assertThat(unseen).isEmpty();
    }

    private Model with(int index, Parameter old) {
        List<Parameter> parameters = new ArrayList<>(gut.parameters());
        parameters.set(index, new Parameter(old.id(), old.value(), true, Optional.of("fold"), old.description(),
                old.definedAt()));
        return new Model(gut.id(), gut.description(), gut.units(), gut.defaults(), gut.compartments(), gut.species(),
                parameters, gut.functions(), gut.reactions(), gut.rules(), gut.initialAssignments(), gut.events(),
                gut.constraints(), gut.conversionFactor());
    }
}
