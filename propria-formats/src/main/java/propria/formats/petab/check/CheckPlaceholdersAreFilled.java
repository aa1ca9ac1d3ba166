package propria.formats.petab.check;

import java.util.List;
import java.util.function.Consumer;
import propria.formats.petab.problem.Measurement;
import propria.formats.petab.problem.PetabProblem;
import propria.model.expression.Expression;
import propria.model.problem.Problem;

/// Each measurement gives as many values as its observable has placeholders, and names parameters of the table alone.
final class CheckPlaceholdersAreFilled implements PetabCheck {

    @Override
    public void check(PetabProblem problem, Consumer<Problem> found) {
        for (Measurement m : problem.measurements()) {
            problem.observable(m.observable()).ifPresent(o -> {
                count(m, "observableParameters", o.observablePlaceholders(), m.observableParameters(), found);
                count(m, "noiseParameters", o.noisePlaceholders(), m.noiseParameters(), found);
            });
            m.observableParameters().forEach(value -> known(problem, m, value, found));
            m.noiseParameters().forEach(value -> known(problem, m, value, found));
        }
    }

    private static void count(Measurement m, String column, List<String> wanted, List<Expression> given,
            Consumer<Problem> found) {
        if (wanted.size() != given.size()) {
            found.accept(Problem.error("P204", m.place(), column + " has " + given.size() + " values, not "
                    + wanted.size(), "the observable " + m.observable() + " has the placeholders " + wanted,
                    "give a value for each, with semicolons between them"));
        }
    }

    private static void known(PetabProblem problem, Measurement m, Expression value, Consumer<Problem> found) {
        if (value instanceof Expression.Reference(String id) && problem.parameter(id).isEmpty()) {
            found.accept(Problem.error("P205", m.place(), "the parameter " + id + " is not in the parameter table",
                    "a measurement names it", "add it to the table, or write a number"));
        }
    }
}
