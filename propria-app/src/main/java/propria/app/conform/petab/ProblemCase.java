package propria.app.conform.petab;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Queue;
import propria.app.conform.Outcome.Finding;
import propria.formats.petab.PetabReader;
import propria.formats.petab.problem.Measurement;
import propria.formats.petab.problem.PetabProblem;
import propria.formats.petab.table.TsvRow;
import propria.formats.petab.table.TsvTable;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlReader;
import propria.inference.petab.PetabPosterior;
import propria.inference.posterior.EstimatedParameter;

/// A problem, evaluated at its nominal values, and what must come out.
final class ProblemCase {

    /// Expected priors are printed with 14 digits after the point.
    private static final double ROUNDING = 0.51e-14;

    private final YamlMapping solution;
    private final Path solutionFile;
    private final PetabPosterior posterior;
    private final double[] point;
    private final List<String> differences = new ArrayList<>();

    ProblemCase(Path problem, Path solutionFile) {
        this.solution = YamlReader.read(solutionFile);
        this.solutionFile = solutionFile;
        this.posterior = new PetabPosterior(PetabReader.read(problem), PetabPosterior.TOLERANCES);
        this.point = posterior.space().nominal();
    }

    Finding compare() {
        double llh = posterior.logLikelihood(point);
        number("llh", llh);
        number("chi2", posterior.chiSquared(point));
        double prior = posterior.space().logPrior(point);
        number("unnorm_log_posterior", llh + prior);
        solution.optionalMapping("log_prior").ifPresent(this::priors);
        for (String file : solution.texts("simulation_files")) {
            simulations(TsvTable.read(solutionFile.resolveSibling(file), file));
        }
        return new Finding(differences.isEmpty(), String.join("; ", differences));
    }

    private double tolerance(String what) {
        return expected(solution, "tol_" + what).orElse(1e-3);
    }

    private static OptionalDouble expected(YamlMapping mapping, String key) {
        return mapping.optionalText(key).map(TsvRow::parse).orElse(OptionalDouble.empty());
    }

    private void number(String key, double value) {
        OptionalDouble wanted = expected(solution, key);
        if (wanted.isPresent()) {
            near(key, value, wanted.getAsDouble(), tolerance(key));
        }
    }

    private void near(String what, double value, double wanted, double tolerance) {
        if (!(Math.abs(value - wanted) <= tolerance)) {
            differences.add(what + " is " + value + ", not " + wanted);
        }
    }

    private void priors(YamlMapping wanted) {
        for (int i = 0; i < point.length; i++) {
            EstimatedParameter p = posterior.space().parameters().get(i);
            OptionalDouble number = expected(wanted, p.id());
            if (number.isPresent()) {
                near("the prior of " + p.id(), p.logPrior(point[i]), number.getAsDouble(),
                        tolerance("log_prior") + ROUNDING);
            }
        }
    }

    private void simulations(TsvTable table) {
        PetabProblem problem = posterior.problem();
        double[] values = posterior.predictions(point).values();
        Map<String, Queue<Double>> simulated = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            Measurement m = problem.measurements().get(i);
            simulated.computeIfAbsent(key(m.observable(), m.experiment(), m.time()), _ -> new ArrayDeque<>())
                    .add(values[i]);
        }
        for (TsvRow row : table.rows()) {
            String experiment = row.text("experimentId").orElseGet(() -> row.text("preequilibrationConditionId")
                    .map(before -> before + ",").orElse("") + row.text("simulationConditionId").orElse(""));
            String key = key(row.required("observableId"), experiment, row.requiredNumber("time"));
            Double value = simulated.getOrDefault(key, new ArrayDeque<>()).poll();
            near("the simulation of " + key, value == null ? Double.NaN : value, row.requiredNumber("simulation"),
                    tolerance("simulations"));
        }
    }

    private static String key(String observable, String experiment, double time) {
        return observable + " " + experiment + " at " + time;
    }
}
