package propria.formats.petab.check;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import propria.formats.petab.problem.Entities;
import propria.formats.petab.problem.Observable;
import propria.formats.petab.problem.PetabProblem;
import propria.model.expression.Expression;
import propria.model.expression.References;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.SourceLocation;

/// Formulas name what is there, and observables do not lead back to themselves.
final class CheckFormulasAreKnown implements PetabCheck {

    @Override
    public void check(PetabProblem problem, Consumer<Problem> found) {
        Set<String> known = Entities.known(problem);
        problem.conditions().forEach(c -> c.changes()
                .forEach(change -> names(change.value(), known, change.place(), found)));
        Set<String> withObservables = new LinkedHashSet<>(known);
        problem.observables().forEach(o -> withObservables.add(o.id()));
        for (Observable o : problem.observables()) {
            Set<String> own = new LinkedHashSet<>(withObservables);
            own.addAll(o.observablePlaceholders());
            own.addAll(o.noisePlaceholders());
            names(o.formula(), own, o.place(), found);
            names(o.noiseFormula(), own, o.place(), found);
            if (leadsTo(problem, o.formula(), o.id(), new LinkedHashSet<>())) {
                found.accept(Problem.error("P211", o.place(), "the observable " + o.id() + " is defined by itself", "",
                        "write its formula out"));
            }
        }
    }

    private static void names(Expression formula, Set<String> known, SourceLocation place, Consumer<Problem> found) {
        for (String name : References.of(formula)) {
            if (!known.contains(name)) {
                found.accept(Problem.error("P210", place, "the formula names " + name + ", which is not known",
                        "it is neither in the model nor in the tables", Nearest.of(name, known)
                                .map(near -> "did you mean " + near + "?").orElse("define it")));
            }
        }
    }

    private static boolean leadsTo(PetabProblem problem, Expression formula, String id, Set<String> seen) {
        for (String name : References.of(formula)) {
            if (name.equals(id)) {
                return true;
            }
            if (seen.add(name) && problem.observable(name).isPresent()
                    && leadsTo(problem, problem.observable(name).get().formula(), id, seen)) {
                return true;
            }
        }
        return false;
    }
}
