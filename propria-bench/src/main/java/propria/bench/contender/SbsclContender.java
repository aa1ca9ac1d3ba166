package propria.bench.contender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import propria.bench.sbscl.SbsclFailure;
import propria.bench.sbscl.SbsclLibrary;
import propria.bench.sbscl.SbsclModel;
import propria.bench.workload.Workload;
import propria.engine.Tolerances;
import propria.formats.sbml.SbmlWriter;

/// SBSCL on the same model, handed over as SBML that we write. It takes no changes from outside.
public final class SbsclContender implements Contender {

    private final SbsclModel model;

    /// @throws ContenderFailure if SBSCL cannot take the workload
    public SbsclContender(SbsclLibrary library, Workload workload) {
        if (!workload.changes().isEmpty() || !workload.values().isEmpty()) {
            throw new ContenderFailure("SBSCL takes no doses and no other values than those of the model",
                    new IllegalArgumentException());
        }
        if (!workload.model().events().isEmpty()) {
            // Its search for events goes on for ever on BIOMD0000000537, and nothing ends a thread from outside.
            throw new ContenderFailure("models with events are left out: SBSCL does not come back from some of them",
                    new IllegalArgumentException());
        }
        try {
            Path file = Files.createTempFile("bench", ".xml");
            try {
                Files.writeString(file, SbmlWriter.write(workload.model()));
                model = new SbsclModel(library, file,
                        workload.times().stream().mapToDouble(Double::doubleValue).toArray(), workload.outputs());
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SbsclFailure e) {
            throw new ContenderFailure(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public String name() {
        return "SBSCL Rosenbrock";
    }

    @Override
    public boolean isOwn() {
        return false;
    }

    @Override
    public boolean isCompiledLate() {
        return true;
    }

    @Override
    public Trial at(Tolerances tolerances) {
        return new SbsclTrial(tolerances);
    }

    private final class SbsclTrial implements Trial {

        private final Tolerances tolerances;
        private double[] values = {};

        SbsclTrial(Tolerances tolerances) {
            this.tolerances = tolerances;
        }

        @Override
        public double run(int repeats) {
            try {
                long begin = ThreadTime.nanos();
                Object table = model.simulate(tolerances.relative(), tolerances.absolute());
                for (int r = 1; r < repeats; r++) {
                    table = model.simulate(tolerances.relative(), tolerances.absolute());
                }
                double seconds = (ThreadTime.nanos() - begin) * 1e-9 / repeats;
                values = model.values(table);
                return seconds;
            } catch (SbsclFailure e) {
                throw new ContenderFailure(String.valueOf(e.getMessage()), e);
            }
        }

        @Override
        public double[] values() {
            return values.clone();
        }

        @Override
        public long steps() {
            return -1;
        }

        @Override
        public void close() {
            values = new double[0];
        }
    }
}
