package propria.inference.petab;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import propria.formats.petab.problem.PetabParameter;
import propria.formats.petab.problem.PetabParameter.Prior;
import propria.inference.posterior.EstimatedParameter;
import propria.inference.posterior.ParameterSpace;
import propria.inference.posterior.PriorDistribution;
import propria.inference.posterior.PriorFamily;
import propria.inference.posterior.Scale;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Parameters of a table as parameters to be estimated. In version 2 a prior is cut at the bounds, and a parameter without
/// one is uniform between them; in version 1 priors are not cut, and a parameter without one is uniform on its scale.
final class PetabPriors {

    private PetabPriors() {
    }

    /// The parameters with the priors of the objective.
    static ParameterSpace objective(List<PetabParameter> parameters, int version) {
        return new ParameterSpace(parameters.stream().filter(PetabParameter::estimated)
                .map(p -> parameter(p, p.prior(), version)).toList());
    }

    /// The parameters with the priors from which searches begin.
    static ParameterSpace starts(List<PetabParameter> parameters, int version) {
        return new ParameterSpace(parameters.stream().filter(PetabParameter::estimated)
                .map(p -> parameter(p, p.initialisationPrior().or(p::prior), version)).toList());
    }

    private static EstimatedParameter parameter(PetabParameter p, Optional<Prior> prior, int version) {
        Scale scale = switch (p.scale()) {
            case LIN -> Scale.LINEAR;
            case LOG -> Scale.LOG;
            case LOG10 -> Scale.LOG10;
        };
        double lower = p.lower().orElse(Double.NEGATIVE_INFINITY);
        double upper = p.upper().orElse(Double.POSITIVE_INFINITY);
        boolean onScale = prior.isEmpty() || prior.get().type().startsWith("parameterScale");
        Scale priorScale = onScale ? scale : Scale.LINEAR;
        return new EstimatedParameter(p.id(), scale, lower, upper, p.nominal().orElse(Double.NaN),
                distribution(p, prior, version, priorScale.of(lower), priorScale.of(upper)), priorScale);
    }

    private static PriorDistribution distribution(PetabParameter p, Optional<Prior> prior, int version, double lower,
            double upper) {
        try {
            if (prior.isEmpty() || prior.get().parameters().isEmpty()) {
                return PriorDistribution.uniform(lower, upper);
            }
            double[] numbers = prior.get().parameters().stream().mapToDouble(x -> x).toArray();
            PriorDistribution distribution = PriorDistribution.of(family(prior.get().type()), numbers);
            return version == 2 ? distribution.within(lower, upper) : distribution;
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.error("I103", prior.map(Prior::place).orElse(p.place()),
                    "the prior of " + p.id() + " is no distribution", String.valueOf(e.getMessage()),
                    prior.isEmpty() ? "give it finite bounds or a prior" : "correct its numbers"));
        }
    }

    private static PriorFamily family(String type) {
        return switch (type) {
            case "logNormal" -> PriorFamily.LOG_NORMAL;
            case "logLaplace" -> PriorFamily.LOG_LAPLACE;
            case "parameterScaleUniform" -> PriorFamily.UNIFORM;
            case "parameterScaleNormal" -> PriorFamily.NORMAL;
            case "parameterScaleLaplace" -> PriorFamily.LAPLACE;
            default -> Arrays.stream(PriorFamily.values()).filter(f -> f.text().equals(type)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(type + " is not known"));
        };
    }
}
