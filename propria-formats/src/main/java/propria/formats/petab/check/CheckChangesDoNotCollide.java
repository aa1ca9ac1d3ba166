package propria.formats.petab.check;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import propria.formats.petab.problem.Condition;
import propria.formats.petab.problem.Experiment;
import propria.formats.petab.problem.PetabProblem;
import propria.model.problem.Problem;

/// What changes at one time changes once.
final class CheckChangesDoNotCollide implements PetabCheck {

    @Override
    public void check(PetabProblem problem, Consumer<Problem> found) {
        for (Experiment experiment : problem.experiments()) {
            for (Experiment.Period period : experiment.periods()) {
                Set<String> targets = new HashSet<>();
                period.conditions().forEach(id -> problem.condition(id).map(Condition::changes)
                        .ifPresent(changes -> changes.forEach(change -> {
                            if (!targets.add(change.target())) {
                                found.accept(Problem.error("P209", period.place(), change.target()
                                        + " is changed twice at time " + period.time() + " of " + experiment.id(),
                                        "by " + String.join(", ", period.conditions()), "leave one of the changes"));
                            }
                        })));
            }
        }
    }
}
