package propria.bench.contender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.DoubleFunction;
import propria.bench.sbscl.SbsclFailure;
import propria.bench.sbscl.SbsclLate;
import propria.bench.sbscl.SbsclProcess;
import propria.bench.workload.Workload;
import propria.engine.Tolerances;
import propria.formats.sbml.SbmlWriter;

/// SBSCL on the same model, handed over as SBML that we write. It takes no changes from outside. A workload has a time, by the
/// clock and over all tolerances, after which SBSCL is left out of what is left to measure.
public final class SbsclContender implements Contender {

    private final SbsclProcess process;
    private final double limit;
    private double left;

    /// @param limit what it may take for the workload [s]
    /// @throws ContenderFailure if SBSCL cannot take the workload
    public SbsclContender(SbsclProcess process, Workload workload, double limit) {
        this.process = process;
        this.limit = limit;
        this.left = limit;
        if (!workload.changes().isEmpty() || !workload.values().isEmpty()) {
            throw new ContenderFailure("SBSCL takes no doses and no other values than those of the model",
                    new IllegalArgumentException());
        }
        double[] times = workload.times().stream().mapToDouble(Double::doubleValue).toArray();
        try {
            Path file = Files.createTempFile("bench", ".xml");
            try {
                Files.writeString(file, SbmlWriter.write(workload.model()));
                ask(most -> {
                    process.load(file, times, workload.outputs(), most);
                    return file;
                });
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T ask(DoubleFunction<T> question) {
        if (left <= 0) {
            throw late(new IllegalStateException());
        }
        long begin = System.nanoTime();
        try {
            return question.apply(left);
        } catch (SbsclLate e) {
            left = 0;
            throw late(e);
        } catch (SbsclFailure e) {
            throw new ContenderFailure(String.valueOf(e.getMessage()), e);
        } finally {
            left -= (System.nanoTime() - begin) * 1e-9;
        }
    }

    private ContenderFailure late(Throwable cause) {
        return ContenderFailure.late(String.format(Locale.ROOT, "not within %.0f s", limit), cause);
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
            SbsclProcess.Course course = ask(
                    most -> process.run(tolerances.relative(), tolerances.absolute(), repeats, most));
            values = course.values();
            return course.seconds();
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
