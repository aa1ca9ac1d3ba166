package propria.model.check;

import java.util.List;
import java.util.stream.Stream;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.problem.Problem;

/// Every parameter says in which unit its value is: without it no formula that names the parameter can be checked.
final class CheckParametersHaveUnits implements ModelCheck {

    @Override
    public List<Problem> check(Model model) {
        Stream<Parameter> locals = model.reactions().stream().flatMap(r -> r.localParameters().stream());
        return Stream.concat(model.parameters().stream(), locals).filter(parameter -> parameter.unit().isEmpty())
                .map(parameter -> Problem.warning("M013", parameter.definedAt(),
                        ModelChecks.shown(parameter.id()) + " has no unit",
                        "formulas that name it are not checked",
                        "state it: " + ModelChecks.shown(parameter.id()) + " has dimensionless, or another unit"))
                .toList();
    }
}
