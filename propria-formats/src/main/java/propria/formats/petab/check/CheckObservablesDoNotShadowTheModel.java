package propria.formats.petab.check;

import java.util.Set;
import java.util.function.Consumer;
import propria.formats.petab.problem.Entities;
import propria.formats.petab.problem.PetabProblem;
import propria.model.problem.Problem;

/// An observable has no id that means something in the model or the parameter table.
final class CheckObservablesDoNotShadowTheModel implements PetabCheck {

    @Override
    public void check(PetabProblem problem, Consumer<Problem> found) {
        Set<String> model = Entities.all(problem.model());
        problem.observables().forEach(o -> {
            if (model.contains(o.id()) || problem.parameter(o.id()).isPresent()) {
                found.accept(Problem.error("P212", o.place(), "the observable " + o.id()
                        + " has the id of something in the model or the parameter table",
                        "a formula that names it "
                                + "would have two meanings",
                        "rename the observable"));
            }
        });
    }
}
