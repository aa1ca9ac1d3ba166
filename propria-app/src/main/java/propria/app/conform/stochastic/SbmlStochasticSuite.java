package propria.app.conform.stochastic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import propria.app.conform.CaseFolder;
import propria.app.conform.Outcome;
import propria.app.conform.Suite;
import propria.engine.stochastic.StochasticMethod;

/// The SBML stochastic test suite (https://github.com/sbmlteam/sbml-test-suite): every folder of a folder is a case. The
/// runs of a case go to all cores, case after case.
public final class SbmlStochasticSuite implements Suite {

    private final List<StochasticCase> cases;

    /// @param folder what holds the folders of the cases
    /// @param runs of each case, for each seed
    /// @param seeds of ensembles that are judged together
    public SbmlStochasticSuite(Path folder, int runs, List<Long> seeds, StochasticMethod method) throws IOException {
        StochasticCase.Plan plan = new StochasticCase.Plan(runs, List.copyOf(seeds), method);
        cases = CaseFolder.in(folder).stream().map(one -> new StochasticCase(one, plan)).toList();
    }

    @Override
    public int size() {
        return cases.size();
    }

    @Override
    public List<Outcome> run(IntConsumer progress) {
        List<Outcome> outcomes = new ArrayList<>();
        for (StochasticCase one : cases) {
            outcomes.add(one.run());
            progress.accept(outcomes.size());
        }
        return outcomes;
    }
}
