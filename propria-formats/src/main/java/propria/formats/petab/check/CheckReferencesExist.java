package propria.formats.petab.check;

import java.util.List;
import java.util.function.Consumer;
import propria.formats.petab.problem.Condition;
import propria.formats.petab.problem.Experiment;
import propria.formats.petab.problem.Observable;
import propria.formats.petab.problem.PetabProblem;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.SourceLocation;

/// Measurements name observables and experiments, experiments name conditions, that are there.
final class CheckReferencesExist implements PetabCheck {

    @Override
    public void check(PetabProblem problem, Consumer<Problem> found) {
        List<String> observables = problem.observables().stream().map(Observable::id).toList();
        List<String> experiments = problem.experiments().stream().map(Experiment::id).toList();
        List<String> conditions = problem.conditions().stream().map(Condition::id).toList();
        problem.measurements().forEach(m -> {
            demand("observable", m.observable(), observables, m.place(), found);
            if (!m.experiment().isEmpty()) {
                demand("experiment", m.experiment(), experiments, m.place(), found);
            }
        });
        problem.experiments().forEach(e -> e.periods()
                .forEach(p -> p.conditions().forEach(c -> demand("condition", c, conditions, p.place(), found))));
    }

    private static void demand(String kind, String id, List<String> known, SourceLocation place,
            Consumer<Problem> found) {
        if (!known.contains(id)) {
            found.accept(Problem.error("P203", place, "there is no " + kind + " " + id, "",
                    Nearest.of(id, known).map(near -> "did you mean " + near + "?").orElse("define it")));
        }
    }
}
