package propria.app.cli.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import propria.engine.SimulationRequest;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
import propria.engine.stochastic.Ensemble;
import propria.engine.stochastic.StochasticMethod;
import propria.engine.stochastic.StochasticSimulator;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// The options of a simulation turn by turn, and what they make of one.
final class StochasticOptions {

    @Option(names = "--stochastic", description = "turn by turn: reactions happen one at a time, at random")
    private boolean stochastic;

    @Option(names = "--seed", paramLabel = "N", description = "of the random numbers of --stochastic (default: 1)")
    private long seed = 1;

    @Option(names = "--runs", paramLabel = "N", description = "runs of --stochastic; one is written as it is, of several "
            + "the mean and standard deviation (default: 1)")
    private int runs = 1;

    boolean wanted() {
        return stochastic;
    }

    /// @return one run, or the courses `X-mean` and `X-sd` of each output
    Trajectory simulate(CompiledModel model, SimulationRequest request, StochasticMethod method) {
        if (runs < 1) {
            throw new ProblemException(
                    Problem.error("U308", "there is no run", "--runs " + runs, "ask for one or more"));
        }
        StochasticSimulator simulator = new StochasticSimulator(model);
        return runs == 1
                ? simulator.trajectory(request, method, seed, 0)
                : table(simulator.simulate(request, method, seed, runs));
    }

    private static Trajectory table(Ensemble ensemble) {
        Trajectory mean = ensemble.mean();
        List<String> columns = new ArrayList<>();
        mean.outputs().forEach(id -> columns.addAll(List.of(id + "-mean", id + "-sd")));
        double[] values = new double[mean.times().size() * columns.size()];
        for (int row = 0; row < mean.times().size(); row++) {
            for (int k = 0; k < mean.outputs().size(); k++) {
                int place = row * columns.size() + 2 * k;
                values[place] = mean.value(row, k);
                values[place + 1] = ensemble.deviation().value(row, k);
            }
        }
        return new Trajectory(columns, mean.times(), values, ensemble.counters());
    }
}
