package propria.formats.petab.check;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import propria.formats.petab.problem.PetabParameter;
import propria.formats.petab.problem.PetabParameter.Prior;
import propria.formats.petab.problem.PetabProblem;
import propria.model.problem.Problem;

/// Priors are those of the version of the problem, with as many numbers as they take.
final class CheckPriorsAreKnown implements PetabCheck {

    private static final Map<String, Integer> ONE = new TreeMap<>(Map.of("uniform", 2, "normal", 2, "laplace", 2,
            "logNormal", 2, "logLaplace", 2, "parameterScaleUniform", 2, "parameterScaleNormal", 2,
            "parameterScaleLaplace", 2));
    private static final Map<String, Integer> TWO = new TreeMap<>(
            Map.ofEntries(Map.entry("cauchy", 2), Map.entry("chisquare", 1), Map.entry("exponential", 1),
                    Map.entry("gamma", 2), Map.entry("laplace", 2), Map.entry("log-laplace", 2),
                    Map.entry("log-normal", 2), Map.entry("log-uniform", 2), Map.entry("normal", 2),
                    Map.entry("rayleigh", 1), Map.entry("uniform", 2)));

    @Override
    public void check(PetabProblem problem, Consumer<Problem> found) {
        Map<String, Integer> known = problem.version() == 1 ? ONE : TWO;
        for (PetabParameter p : problem.parameters()) {
            p.prior().ifPresent(prior -> check(prior, known, found));
            p.initialisationPrior().ifPresent(prior -> check(prior, known, found));
        }
    }

    private static void check(Prior prior, Map<String, Integer> known, Consumer<Problem> found) {
        Integer count = known.get(prior.type());
        boolean byDefault = prior.type().equals("parameterScaleUniform") && prior.parameters().isEmpty();
        if (count == null) {
            found.accept(Problem.error("P207", prior.place(), "`" + prior.type() + "` is not a prior of this version",
                    "", "write one of " + String.join(", ", known.keySet())));
        } else if (prior.parameters().size() != count && !byDefault) {
            found.accept(Problem.error("P207", prior.place(), prior.type() + " takes " + count + " numbers, not "
                    + prior.parameters().size(), "", "write them with semicolons between them"));
        }
    }
}
