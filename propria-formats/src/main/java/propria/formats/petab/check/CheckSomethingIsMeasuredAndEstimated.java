package propria.formats.petab.check;

import java.util.function.Consumer;
import propria.formats.petab.problem.PetabParameter;
import propria.formats.petab.problem.PetabProblem;
import propria.model.problem.Problem;

/// A problem without measurements cannot be estimated, one without estimated parameters can only be evaluated.
final class CheckSomethingIsMeasuredAndEstimated implements PetabCheck {

    @Override
    public void check(PetabProblem problem, Consumer<Problem> found) {
        if (problem.measurements().isEmpty()) {
            found.accept(Problem.warning("P215", problem.place(), "nothing is measured", "",
                    "add a table of measurements"));
        }
        if (problem.parameters().stream().noneMatch(PetabParameter::estimated)) {
            found.accept(Problem.warning("P215", problem.place(), "nothing is estimated", "",
                    "set `estimate` for the parameters to search"));
        }
    }
}
