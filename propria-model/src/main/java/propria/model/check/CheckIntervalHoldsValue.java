package propria.model.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import propria.model.Description;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.problem.Problem;

/// The interval in which a parameter may lie holds its value.
final class CheckIntervalHoldsValue implements ModelCheck {

    @Override
    public List<Problem> check(Model model) {
        Stream<Parameter> locals = model.reactions().stream().flatMap(r -> r.localParameters().stream());
        return Stream.concat(model.parameters().stream(), locals).flatMap(p -> fault(p).stream()).toList();
    }

    private static Optional<Problem> fault(Parameter parameter) {
        if (parameter.description().interval().isEmpty() || parameter.value().isEmpty()) {
            return Optional.empty();
        }
        Description.Interval interval = parameter.description().interval().get();
        double value = parameter.value().getAsDouble();
        if (interval.low() <= value && value <= interval.high()) {
            return Optional.empty();
        }
        return Optional.of(Problem.error("M009", parameter.definedAt(),
                ModelChecks.shown(parameter.id()) + " lies outside its own interval",
                "its value is " + value + ", its interval " + interval.low() + " to " + interval.high(),
                "correct the value or the interval; the value is the median of what the parameter may be"));
    }
}
