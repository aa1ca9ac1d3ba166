package propria.app.conform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import propria.app.conform.Outcome.Verdict;

/// The SBML semantic test suite (https://github.com/sbmlteam/sbml-test-suite): every folder of a folder is a case.
public final class SbmlSemanticSuite implements Suite {

    /// A case that takes longer has failed [s].
    private static final long LONGEST = 60;

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
        ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().daemon().factory());
        try {
            List<Future<Outcome>> futures = cases.stream().map(one -> workers.submit(one::run)).toList();
            List<Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < futures.size(); i++) {
                outcomes.add(outcome(cases.get(i), futures.get(i)));
                progress.accept(outcomes.size());
            }
            outcomes.sort(Comparator.comparing(Outcome::id));
            return outcomes;
        } finally {
            workers.shutdownNow();
        }
    }

    private static Outcome outcome(SemanticCase one, Future<Outcome> future) throws InterruptedException {
        try {
            return future.get(LONGEST, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            return new Outcome(one.id(), Verdict.ERROR, "took longer than " + LONGEST + " s", LONGEST);
        } catch (ExecutionException e) {
            return new Outcome(one.id(), Verdict.ERROR, String.valueOf(e.getCause()), 0);
        }
    }
}
