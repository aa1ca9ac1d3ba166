package propria.formats.petab.check;

import java.util.Set;
import java.util.function.Consumer;
import propria.formats.petab.problem.Condition;
import propria.formats.petab.problem.Entities;
import propria.formats.petab.problem.PetabProblem;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;

/// Conditions change parameters, species and compartments of the model, or names that formulas of the tables use; not what
/// an assignment rule gives its value, and not parameters of the table.
final class CheckConditionsChangeWhatCanChange implements PetabCheck {

    @Override
    public void check(PetabProblem problem, Consumer<Problem> found) {
        Set<String> all = Entities.all(problem.model());
        Set<String> changeable = Entities.changeable(problem.model());
        Set<String> assigned = Entities.assigned(problem.model());
        for (Condition condition : problem.conditions()) {
            for (Condition.Change change : condition.changes()) {
                String target = problem.modelEntity(change.target());
                if (assigned.contains(target) || all.contains(target) && !changeable.contains(target)) {
                    found.accept(Problem.error("P208", change.place(), "the condition " + condition.id()
                            + " cannot change " + target, "a rule or a rate law gives its value at all times",
                            "change a parameter that the rule uses"));
                } else if (problem.parameter(change.target()).isPresent()) {
                    found.accept(Problem.error("P208", change.place(), "the condition " + condition.id()
                            + " changes " + target + ", which is in the parameter table", "",
                            "remove it from one of the tables"));
                } else if (!all.contains(target) && !Entities.observed(problem).contains(target)) {
                    found.accept(Problem.error("P208", change.place(),
                            "there is nothing named " + target + " to change", "",
                            Nearest.of(target, changeable).map(near -> "did you mean " + near + "?")
                                    .orElse("name a parameter, species or compartment of the model")));
                }
            }
        }
    }
}
