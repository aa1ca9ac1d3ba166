package propria.app.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import propria.formats.petab.problem.PetabParameter;
import propria.formats.petab.problem.PetabParameter.Scale;
import propria.model.Description.Interval;
import propria.model.Model;
import propria.model.Parameter;
import propria.study.Observable;
import propria.study.Study;
import propria.study.subject.Prior;
import propria.study.uncertainty.FreeParameter;

/// What a study leaves open, as parameters of PEtab: those of the calibration where it draws from its posterior, those that
/// have an interval where it draws from priors, none where it draws nothing.
///
/// The prior of two halves becomes one with their mean spread: log-normal where it is on the logarithm, else normal.
record PetabParameters(SequencedMap<String, Prior> priors) {

    private static final double EDGE = 3.5;
    private static final double LEAST_ERROR = 1e-3;
    private static final double MOST_ERROR = 1e3;

    static PetabParameters of(Study study, Model model) {
        SequencedMap<String, Prior> priors = new LinkedHashMap<>();
        Map<String, FreeParameter> calibrated = new LinkedHashMap<>();
        study.uncertainty().posterior().ifPresent(p -> p.parameters().stream().filter(f -> !f.isOfEffects())
                .forEach(f -> calibrated.put(f.id(), f)));
        for (Parameter parameter : model.parameters()) {
            Optional<Interval> interval = study.uncertainty().fromPriors()
                    ? parameter.description().interval()
                    : Optional.ofNullable(calibrated.get(parameter.id())).map(f -> new Interval(f.low(), f.high()));
            boolean given = parameter.value().isPresent() && parameter.constant()
                    && parameter.value().getAsDouble() != 0
                    && model.initialAssignments().stream().noneMatch(a -> a.variable().equals(parameter.id()));
            if (interval.isPresent() && given) {
                priors.put(parameter.id(), Prior.of(parameter.id(), parameter.value().getAsDouble(), interval, 1));
            }
        }
        return new PetabParameters(priors);
    }

    /// The ids of the model.
    List<String> ids() {
        return List.copyOf(priors.keySet());
    }

    /// The value of a parameter that is estimated.
    OptionalDouble nominal(String id) {
        return Optional.ofNullable(priors.get(id)).map(p -> OptionalDouble.of(p.value()))
                .orElse(OptionalDouble.empty());
    }

    /// The name in the problem: arms set the parameter of the model to it.
    static String name(String id) {
        return "estimated_" + id;
    }

    /// The standard error of an observable whose table does not state it.
    static String error(Observable observable) {
        return "error_" + observable.id();
    }

    List<PetabParameter> all(Collection<Observable> unknownErrors) {
        List<PetabParameter> all = new ArrayList<>();
        priors.forEach((id, prior) -> all.add(parameter(id, prior)));
        unknownErrors.forEach(o -> all.add(new PetabParameter(error(o),
                Optional.of("standard error of " + o.name()), Scale.LIN, OptionalDouble.of(LEAST_ERROR),
                OptionalDouble.of(MOST_ERROR), OptionalDouble.of(1), true, Optional.empty(), Optional.empty(),
                Experiments.NOWHERE)));
        return all;
    }

    private static PetabParameter parameter(String id, Prior prior) {
        double spread = (prior.below() + prior.above()) / 2;
        boolean log = prior.scale() == Prior.Scale.LOG;
        double low = prior.at(-EDGE);
        double high = prior.at(EDGE);
        PetabParameter.Prior stated = log
                ? new PetabParameter.Prior("log-normal", List.of(StrictMath.log(prior.value()), spread),
                        Experiments.NOWHERE)
                : new PetabParameter.Prior("normal", List.of(prior.value(), (prior.at(1) - prior.at(-1)) / 2),
                        Experiments.NOWHERE);
        return new PetabParameter(name(id), Optional.empty(), Scale.LIN, OptionalDouble.of(low),
                OptionalDouble.of(high), OptionalDouble.of(prior.value()), true, Optional.of(stated),
                Optional.empty(), Experiments.NOWHERE);
    }
}
