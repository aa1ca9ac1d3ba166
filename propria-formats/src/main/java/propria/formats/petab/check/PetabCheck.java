package propria.formats.petab.check;

import java.util.function.Consumer;
import propria.formats.petab.problem.PetabProblem;
import propria.model.problem.Problem;

/// A rule.
@FunctionalInterface
interface PetabCheck {

    /// Tells everything in a problem that breaks the rule.
    void check(PetabProblem problem, Consumer<Problem> found);
}
