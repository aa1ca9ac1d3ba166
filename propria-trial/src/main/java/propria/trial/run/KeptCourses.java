package propria.trial.run;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import propria.study.run.work.Checkpoint;
import propria.trial.patient.CourseKeeper;

/// Courses of people in the checkpoint of a run of trials: those of several banks, one after the other.
final class KeptCourses implements CourseKeeper {

    private final Checkpoint checkpoint;
    private final int first;
    private final int total;
    private final AtomicInteger done;
    private final TrialProgress progress;

    /// @param first how many people the banks before this one have
    /// @param total people of all banks
    /// @param done counts over all banks
    KeptCourses(Checkpoint checkpoint, int first, int total, AtomicInteger done, TrialProgress progress) {
        this.checkpoint = checkpoint;
        this.first = first;
        this.total = total;
        this.done = done;
        this.progress = progress;
    }

    @Override
    public Optional<double[]> kept(int place) {
        if (!checkpoint.has(first + place)) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(checkpoint.read(first + place));
        double[] record = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(record);
        progress.at(done.incrementAndGet(), total);
        return Optional.of(record);
    }

    boolean has(int place) {
        return checkpoint.has(first + place);
    }

    @Override
    public void keep(int place, double[] record) {
        ByteBuffer bytes = ByteBuffer.allocate(record.length * Double.BYTES);
        bytes.asDoubleBuffer().put(record);
        checkpoint.keep(first + place, bytes.array());
        progress.at(done.incrementAndGet(), total);
    }
}
