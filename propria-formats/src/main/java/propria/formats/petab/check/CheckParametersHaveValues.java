package propria.formats.petab.check;

import java.util.function.Consumer;
import propria.formats.petab.problem.PetabParameter;
import propria.formats.petab.problem.PetabProblem;
import propria.model.problem.Problem;

/// A fixed parameter has a value; an estimated one has bounds in order, above zero on a logarithmic scale.
final class CheckParametersHaveValues implements PetabCheck {

    @Override
    public void check(PetabProblem problem, Consumer<Problem> found) {
        for (PetabParameter p : problem.parameters()) {
            if (!p.estimated()) {
                if (p.nominal().isEmpty()) {
                    found.accept(Problem.error("P206", p.place(), p.id() + " is fixed and has no value", "",
                            "fill nominalValue in"));
                }
            } else if (p.lower().isEmpty() || p.upper().isEmpty()) {
                found.accept(Problem.error("P206", p.place(), p.id() + " is estimated and has no bounds", "",
                        "fill lowerBound and upperBound in"));
            } else {
                bounds(p, p.lower().getAsDouble(), p.upper().getAsDouble(), found);
            }
        }
    }

    private static void bounds(PetabParameter p, double lower, double upper, Consumer<Problem> found) {
        if (!(lower <= upper)) {
            found.accept(Problem.error("P206", p.place(), "the bounds of " + p.id() + " are not in order",
                    lower + " and " + upper, "write the smaller one first"));
        }
        if (p.scale() != PetabParameter.Scale.LIN && !(lower > 0)) {
            found.accept(Problem.error("P206", p.place(),
                    p.id() + " is searched on a logarithmic scale down to " + lower,
                    "there is no logarithm of zero and below", "give a bound above zero, or the scale lin"));
        }
    }
}
