package propria.bench.contender;

import propria.bench.sundials.CvodeFailure;
import propria.bench.sundials.CvodeLibrary;
import propria.bench.sundials.CvodeSetup;
import propria.bench.sundials.CvodeSolver;
import propria.bench.workload.Workload;
import propria.engine.Method;
import propria.engine.Tolerances;

/// CVODE over C generated from the same model records. Its time is taken in C.
public final class CvodeContender implements Contender {

    private final Workload workload;
    private final CvodeLibrary library;
    private final CvodeSetup setup;

    public CvodeContender(Workload workload, CvodeLibrary library, CvodeSetup setup) {
        this.workload = workload;
        this.library = library;
        this.setup = setup;
    }

    @Override
    public String name() {
        return setup.label();
    }

    @Override
    public boolean isOwn() {
        return false;
    }

    @Override
    public Trial at(Tolerances tolerances) {
        return new CvodeTrial(new CvodeSolver(library, workload.compiled(),
                workload.request(tolerances, Method.AUTOMATIC), setup, tolerances));
    }

    private record CvodeTrial(CvodeSolver solver) implements Trial {

        @Override
        public double run(int repeats) {
            try {
                return solver.run(repeats);
            } catch (CvodeFailure e) {
                throw new ContenderFailure(String.valueOf(e.getMessage()), e);
            }
        }

        @Override
        public double[] values() {
            return solver.values();
        }

        @Override
        public long steps() {
            return solver.steps();
        }

        @Override
        public void close() {
            solver.close();
        }
    }
}
