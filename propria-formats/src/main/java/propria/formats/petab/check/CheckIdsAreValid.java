package propria.formats.petab.check;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import propria.formats.petab.math.PetabFunctions;
import propria.formats.petab.problem.PetabProblem;
import propria.model.problem.Problem;
import propria.model.problem.SourceLocation;

/// Ids are letters, digits and underscores, do not begin with a digit and are no words of PEtab.
final class CheckIdsAreValid implements PetabCheck {

    private static final Set<String> RESERVED = Set.of("true", "false", "inf", "time", "nan");

    @Override
    public void check(PetabProblem problem, Consumer<Problem> found) {
        problem.parameters().forEach(p -> check(p.id(), p.place(), found));
        problem.observables().forEach(o -> check(o.id(), o.place(), found));
        problem.conditions().forEach(c -> check(c.id(), c.place(), found));
        if (problem.version() == 2) {
            problem.experiments().forEach(e -> check(e.id(), e.place(), found));
            problem.mappings().forEach(m -> check(m.petabId(), m.place(), found));
        }
    }

    private static void check(String id, SourceLocation place, Consumer<Problem> found) {
        if (!id.matches("[A-Za-z_]\\w*")) {
            found.accept(Problem.error("P201", place, "`" + id + "` is not an id of PEtab", "",
                    "use letters, digits and underscores, and no digit first"));
        } else if (RESERVED.contains(id.toLowerCase(Locale.ROOT)) || PetabFunctions.isFunction(id)) {
            found.accept(Problem.error("P201", place, "`" + id + "` is a word of PEtab formulas", "",
                    "choose another id"));
        }
    }
}
