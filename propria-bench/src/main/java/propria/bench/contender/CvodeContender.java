package propria.bench.contender;

import propria.bench.sundials.CvodeFailure;
import propria.bench.sundials.CvodeLibrary;
import propria.bench.sundials.CvodeSetup;
import propria.bench.sundials.CvodeSolver;
import propria.bench.sundials.SensitivitySetup;
import propria.bench.workload.Workload;
import propria.engine.Method;
import propria.engine.Tolerances;

/// CVODE over C generated from the same model records, or CVODES where derivatives are asked for. Its time is taken in C.
public final class CvodeContender implements Contender {

    private final Workload workload;
    private final CvodeLibrary library;
    private final CvodeSetup setup;
    private final SensitivitySetup sensitivities;

    public CvodeContender(Workload workload, CvodeLibrary library, CvodeSetup setup) {
        this(workload, library, setup, SensitivitySetup.NONE);
    }

    /// With derivatives by the directions of the library.
    public CvodeContender(Workload workload, CvodeLibrary library, CvodeSetup setup, SensitivitySetup sensitivities) {
        this.sensitivities = sensitivities;
        this.workload = workload;
        this.library = library;
        this.setup = setup;
    }

    @Override
    public String name() {
        return sensitivities == SensitivitySetup.NONE
                ? setup.label()
                : sensitivities.label() + ", " + (setup == CvodeSetup.KLU ? "KLU" : "dense");
    }

    @Override
    public boolean isOwn() {
        return false;
    }

    @Override
    public boolean isCompiledLate() {
        return false;
    }

    @Override
    public Trial at(Tolerances tolerances) {
        return new CvodeTrial(new CvodeSolver(library, workload.compiled(),
                workload.request(tolerances, Method.AUTOMATIC), setup, tolerances, sensitivities));
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
