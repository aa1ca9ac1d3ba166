package propria.inference.petab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import propria.formats.petab.problem.Measurement;
import propria.formats.petab.problem.PetabProblem;
import propria.formats.petab.table.TsvRow;
import propria.inference.profile.MeasurementAdvice.Candidates;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// What could be measured next in the experiments of a problem: each observable that has been measured somewhere, in every
/// experiment, at times up to half as long again as measured.
public final class CandidateMeasurements {

    private static final int TIMES = 9;
    private static final double LONGER = 1.5;

    private final PetabPosterior posterior;
    private final List<String> names;

    private CandidateMeasurements(PetabPosterior posterior) {
        this.posterior = posterior;
        this.names = posterior.problem().measurements().stream().map(CandidateMeasurements::name).toList();
    }

    private static String name(Measurement m) {
        return m.observable() + (m.experiment().isEmpty() ? "" : " in " + m.experiment()) + " at " + m.time();
    }

    /// The candidates of a problem.
    public static CandidateMeasurements of(PetabPosterior posterior) {
        PetabProblem problem = posterior.problem();
        Map<String, Measurement> examples = new LinkedHashMap<>();
        Map<String, Double> last = new LinkedHashMap<>();
        for (Measurement m : problem.measurements()) {
            examples.putIfAbsent(m.observable(), m);
            last.merge(m.experiment(), Double.isFinite(m.time()) ? m.time() : 0, Math::max);
        }
        List<Measurement> candidates = new ArrayList<>();
        examples.values().forEach(example -> last.forEach((experiment, end) -> {
            double start = problem.experiment(experiment).orElseThrow().periods().stream()
                    .filter(p -> !p.isPreEquilibration()).mapToDouble(p -> p.time()).findFirst().orElse(0);
            for (int k = 1; k <= TIMES && end > start; k++) {
                candidates.add(at(example, experiment, start + (end - start) * LONGER * k / TIMES));
            }
        }));
        return new CandidateMeasurements(
                new PetabPosterior(problem.withMeasurements(candidates), PetabPosterior.TOLERANCES));
    }

    private static Measurement at(Measurement example, String experiment, double time) {
        return new Measurement(example.observable(), experiment, time, 1, example.observableParameters(),
                example.noiseParameters(), example.place());
    }

    /// The candidates as they are predicted at a point.
    public Candidates at(double[] point) {
        PetabPosterior.Predictions predictions = posterior.predictions(point);
        return new Candidates(names, predictions.values(), predictions.scales());
    }

    /// A problem whose only measurement is the prediction that a text names.
    ///
    /// @param text `observable@experiment@time`, the experiment perhaps empty
    /// @throws ProblemException I104 where it names nothing
    public static PetabPosterior prediction(PetabPosterior posterior, String text) {
        String[] parts = text.split("@", -1);
        PetabProblem problem = posterior.problem();
        OptionalDouble time = parts.length == 3 ? TsvRow.parse(parts[2]) : OptionalDouble.empty();
        if (time.isEmpty() || problem.observable(parts[0]).isEmpty() || problem.experiment(parts[1]).isEmpty()) {
            throw new ProblemException(Problem.error("I104", "`" + text + "` is not a prediction of this problem",
                    "a prediction is OBSERVABLE@EXPERIMENT@TIME",
                    "observables: " + String.join(", ", problem.observables().stream().map(o -> o.id()).toList())));
        }
        Measurement example = problem.measurements().stream().filter(m -> m.observable().equals(parts[0])).findFirst()
                .orElse(new Measurement(parts[0], parts[1], time.getAsDouble(), 1, List.of(), List.of(),
                        SourceLocation.of(text)));
        return new PetabPosterior(
                problem.withMeasurements(List.of(at(example, parts[1], time.getAsDouble()))),
                PetabPosterior.TOLERANCES);
    }
}
