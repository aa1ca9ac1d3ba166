package propria.app.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import propria.formats.sbml.level.SbmlLevel;

/// The cases of the SBML semantic test suite on the way through the writer: each model is read, written in a level, read
/// back, simulated, and compared with what the case expects.
public final class SbmlWrittenSuite implements Suite {

    private final List<ParallelCases.Case> cases = new ArrayList<>();

    /// @param folders the cases, each in its newest level
    /// @param levels the levels to write; each case is run as often as there are levels
    public SbmlWrittenSuite(List<CaseFolder> folders, List<SbmlLevel> levels) {
        for (CaseFolder folder : folders) {
            SemanticCase one = new SemanticCase(folder);
            levels.forEach(
                    level -> cases.add(new ParallelCases.Case(one.label(level), () -> one.written(level))));
        }
    }

    @Override
    public int size() {
        return cases.size();
    }

    @Override
    public List<Outcome> run(IntConsumer progress) throws InterruptedException {
        return ParallelCases.run(cases, progress);
    }
}
