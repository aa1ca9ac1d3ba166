package propria.formats.petab.check;

import java.util.function.Consumer;
import propria.formats.petab.problem.Observable.Transformation;
import propria.formats.petab.problem.PetabProblem;
import propria.model.problem.Problem;

/// Measurements are numbers, and above zero where their logarithm is taken.
final class CheckMeasurementsFitTheirScale implements PetabCheck {

    @Override
    public void check(PetabProblem problem, Consumer<Problem> found) {
        problem.measurements().forEach(m -> {
            boolean logarithm = problem.observable(m.observable())
                    .filter(o -> o.transformation() != Transformation.LIN).isPresent();
            if (!Double.isFinite(m.value())) {
                found.accept(Problem.error("P213", m.place(), "the measurement is " + m.value(), "",
                        "remove the row, or write a number"));
            } else if (logarithm && !(m.value() > 0)) {
                found.accept(Problem.error("P213", m.place(), "the measurement " + m.value()
                        + " has no logarithm", "the observable " + m.observable() + " is compared by logarithms",
                        "use a distribution on the linear scale, or remove the row"));
            }
        });
    }
}
