package propria.app.conform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;

/// The SBML semantic test suite (https://github.com/sbmlteam/sbml-test-suite): every folder of a folder is a case.
public final class SbmlSemanticSuite implements Suite {

    private final List<SemanticCase> cases;

    /// @param folder what holds the folders of the cases; each case is taken in its newest level
    public SbmlSemanticSuite(Path folder) throws IOException {
        this(CaseFolder.in(folder));
    }

    /// @param folders the cases
    public SbmlSemanticSuite(List<CaseFolder> folders) {
        cases = folders.stream().map(SemanticCase::new).toList();
    }

    @Override
    public int size() {
        return cases.size();
    }

    @Override
    public List<Outcome> run(IntConsumer progress) throws InterruptedException {
        return ParallelCases.run(cases.stream().map(one -> new ParallelCases.Case(one.id(), one::run)).toList(),
                progress);
    }
}
