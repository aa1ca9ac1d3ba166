package propria.inference.petab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import propria.engine.Tolerances;
import propria.engine.simulate.SimulationFailure;
import propria.formats.petab.problem.Experiment;
import propria.formats.petab.problem.Measurement;
import propria.formats.petab.problem.PetabParameter;
import propria.formats.petab.problem.PetabProblem;
import propria.inference.petab.simulate.Course;
import propria.inference.petab.simulate.ExperimentRunner;
import propria.inference.petab.simulate.Values;
import propria.inference.posterior.Differences;
import propria.inference.posterior.Evaluation;
import propria.inference.posterior.Evaluation.Order;
import propria.inference.posterior.LogPosterior;
import propria.inference.posterior.ParameterSpace;
import propria.model.expression.Evaluate;
import propria.model.problem.ProblemException;

/// The posterior of a PEtab problem. Its gradient comes from differences of the simulations and scales of noise, its
/// information from the same differences by the expected information of the noise ([NoiseModel]). Safe to share.
public final class PetabPosterior implements LogPosterior {

    /// What simulations are carried out with unless said otherwise.
    public static final Tolerances TOLERANCES = new Tolerances(1e-8, 1e-11);

    private final PetabProblem problem;
    private final ParameterSpace space;
    private final ParameterSpace starts;
    private final ExperimentRunner runner;
    private final List<Observation> observations;
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, Double> fixed = new LinkedHashMap<>();

    /// An experiment and what is measured in it.
    ///
    /// @param times ascending, each once
    /// @param outputs of the model that its formulas name
    /// @param members the numbers of its observations
    private record Group(Experiment experiment, double[] times, List<String> outputs, int[] members) {
    }

    /// Simulations and noise.
    ///
    /// @param values the observables, a measurement each
    /// @param scales of the noise, a measurement each
    public record Predictions(double[] values, double[] scales) {
    }

    /// @throws ProblemException N1## where the model cannot be carried out, I103 for priors that are none
    public PetabPosterior(PetabProblem problem, Tolerances tolerances) {
        this.problem = problem;
        this.space = PetabPriors.objective(problem.parameters(), problem.version());
        this.starts = PetabPriors.starts(problem.parameters(), problem.version());
        this.runner = new ExperimentRunner(problem, tolerances);
        this.observations = problem.measurements().stream().map(m -> Observation.of(problem, m)).toList();
        problem.parameters().stream().filter(p -> !p.estimated())
                .forEach(p -> fixed.put(p.id(), p.nominal().orElse(Double.NaN)));
        Set<String> experiments = new LinkedHashSet<>();
        problem.measurements().forEach(m -> experiments.add(m.experiment()));
        experiments.forEach(id -> groups.add(group(problem.experiment(id).orElseThrow())));
    }

    private Group group(Experiment experiment) {
        int[] members = java.util.stream.IntStream.range(0, observations.size())
                .filter(i -> observations.get(i).measurement().experiment().equals(experiment.id())).toArray();
        double[] times = Arrays.stream(members).mapToDouble(i -> observations.get(i).measurement().time()).sorted()
                .distinct().toArray();
        Set<String> outputs = new LinkedHashSet<>();
        for (int i : members) {
            observations.get(i).names().stream().filter(runner::has).forEach(outputs::add);
        }
        return new Group(experiment, times, List.copyOf(outputs), members);
    }

    public PetabProblem problem() {
        return problem;
    }

    @Override
    public ParameterSpace space() {
        return space;
    }

    /// The parameters with the priors from which searches begin.
    public ParameterSpace startSpace() {
        return starts;
    }

    /// The observables and scales of noise at a point.
    ///
    /// @throws SimulationFailure if a simulation cannot go on
    /// @throws ProblemException I101 if a steady state is not reached
    public Predictions predictions(double[] point) {
        Map<String, Double> parameters = new LinkedHashMap<>(fixed);
        parameters.putAll(space.values(point));
        double[] values = new double[observations.size()];
        double[] scales = new double[observations.size()];
        for (Group group : groups) {
            Course course = runner.run(group.experiment(), parameters, group.times(), group.outputs());
            for (int i : group.members()) {
                double time = observations.get(i).measurement().time();
                Map<String, Double> known = new LinkedHashMap<>(parameters);
                double[] row = course.at(time);
                for (int k = 0; k < group.outputs().size(); k++) {
                    known.put(group.outputs().get(k), row[k]);
                }
                Values environment = new Values(known, time);
                values[i] = Evaluate.of(observations.get(i).value(), environment);
                scales[i] = Evaluate.of(observations.get(i).scale(), environment);
            }
        }
        return new Predictions(values, scales);
    }

    @Override
    public double logLikelihood(double[] point) {
        double sum = 0;
        for (double log : pointwise(point)) {
            sum += log;
        }
        return sum;
    }

    @Override
    public double[] pointwise(double[] point) {
        double[] logs = new double[observations.size()];
        try {
            Predictions predictions = predictions(point);
            for (int i = 0; i < logs.length; i++) {
                logs[i] = observations.get(i).noise().logDensity(measured(i), predictions.values()[i],
                        predictions.scales()[i]);
            }
        } catch (SimulationFailure | ProblemException _) {
            Arrays.fill(logs, Double.NEGATIVE_INFINITY);
        }
        return logs;
    }

    @Override
    public List<String> pieces() {
        return observations.stream().map(Observation::label).toList();
    }

    /// The sum of squared residuals in units of their scales, the test suite's chi2.
    public double chiSquared(double[] point) {
        Predictions predictions = predictions(point);
        double sum = 0;
        for (int i = 0; i < observations.size(); i++) {
            double r = observations.get(i).noise().residual(measured(i), predictions.values()[i],
                    predictions.scales()[i]);
            sum += r * r;
        }
        return sum;
    }

    private double measured(int i) {
        return observations.get(i).measurement().value();
    }

    /// The problem with simulations in the place of measurements.
    public PetabProblem simulated(double[] point) {
        double[] values = predictions(point).values();
        List<Measurement> measurements = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Measurement m = observations.get(i).measurement();
            measurements.add(new Measurement(m.observable(), m.experiment(), m.time(), values[i],
                    m.observableParameters(), m.noiseParameters(), m.place()));
        }
        return problem.withMeasurements(measurements);
    }

    /// The problem with the values of a point as nominal values.
    public PetabProblem at(double[] point) {
        Map<String, Double> values = space.values(point);
        List<PetabParameter> parameters = problem.parameters().stream()
                .map(p -> p.estimated() ? p.withNominal(values.getOrDefault(p.id(), Double.NaN)) : p).toList();
        return problem.withParameters(parameters);
    }

    @Override
    public Evaluation likelihood(double[] point, Order order) {
        if (order == Order.VALUE) {
            return Evaluation.of(logLikelihood(point));
        }
        try {
            Predictions here = predictions(point);
            double value = 0;
            for (int i = 0; i < observations.size(); i++) {
                value += observations.get(i).noise().logDensity(measured(i), here.values()[i], here.scales()[i]);
            }
            return Double.isFinite(value) ? slopes(point, here, value) : Evaluation.nowhere();
        } catch (SimulationFailure | ProblemException _) {
            return Evaluation.nowhere();
        }
    }

    private Evaluation slopes(double[] point, Predictions here, double value) {
        int n = point.length;
        double[][] byValue = new double[n][];
        double[][] byScale = new double[n][];
        for (int k = 0; k < n; k++) {
            double[] ends = Differences.ends(space, point, k);
            double[] moved = point.clone();
            moved[k] = ends[0];
            Predictions low = predictions(moved);
            moved[k] = ends[1];
            Predictions high = predictions(moved);
            double width = ends[1] - ends[0];
            byValue[k] = new double[observations.size()];
            byScale[k] = new double[observations.size()];
            for (int i = 0; i < observations.size() && width > 0; i++) {
                NoiseModel noise = observations.get(i).noise();
                byValue[k][i] = (noise.transformed(high.values()[i]) - noise.transformed(low.values()[i])) / width;
                byScale[k][i] = (high.scales()[i] - low.scales()[i]) / width;
            }
        }
        double[] gradient = new double[n];
        double[][] information = new double[n][n];
        for (int i = 0; i < observations.size(); i++) {
            NoiseModel noise = observations.get(i).noise();
            double scale = here.scales()[i];
            double r = noise.residual(measured(i), here.values()[i], scale);
            for (int k = 0; k < n; k++) {
                gradient[k] += noise.slopeBySimulation(r, scale) * byValue[k][i]
                        + noise.slopeByScale(r, scale) * byScale[k][i];
                for (int l = 0; l <= k; l++) {
                    double more = noise.information(scale) * byValue[k][i] * byValue[l][i]
                            + noise.scaleInformation(scale) * byScale[k][i] * byScale[l][i];
                    information[k][l] += more;
                    information[l][k] = information[k][l];
                }
            }
        }
        return new Evaluation(value, gradient, information);
    }
}
