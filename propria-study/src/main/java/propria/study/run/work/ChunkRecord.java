package propria.study.run.work;

import java.nio.ByteBuffer;
import propria.engine.Counters;
import propria.study.summary.Outcomes;

/// The values, the work and the refused draws of a chunk of subjects as bytes.
///
/// @param counters the work
/// @param redrawn how many draws constraints refused
public record ChunkRecord(Counters counters, int redrawn) {

    private static final int HEAD = 8 * Long.BYTES + Integer.BYTES;

    /// Bytes of this and of the values of the subjects from `first` to before `last`.
    public byte[] with(Outcomes outcomes, int draw, int first, int last) {
        int size = outcomes.sizeOfSubject();
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + (last - first) * size * Double.BYTES);
        bytes.putLong(counters.simulations()).putLong(counters.steps()).putLong(counters.rejectedSteps())
                .putLong(counters.derivatives()).putLong(counters.jacobians()).putLong(counters.factorisations())
                .putLong(counters.events()).putLong(counters.failures()).putInt(redrawn);
        for (int subject = first; subject < last; subject++) {
            for (double value : outcomes.subject(draw, subject)) {
                bytes.putDouble(value);
            }
        }
        return bytes.array();
    }

    /// Reads what [#with] wrote back into the outcomes.
    public static ChunkRecord restore(byte[] kept, Outcomes outcomes, int draw, int first, int last) {
        ByteBuffer bytes = ByteBuffer.wrap(kept);
        Counters counters = new Counters(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong(),
                bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
        int redrawn = bytes.getInt();
        for (int subject = first; subject < last; subject++) {
            double[] values = new double[outcomes.sizeOfSubject()];
            for (int i = 0; i < values.length; i++) {
                values[i] = bytes.getDouble();
            }
            outcomes.restore(draw, subject, values);
        }
        return new ChunkRecord(counters, redrawn);
    }
}
