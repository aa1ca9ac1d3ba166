package propria.study.run.work;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import propria.engine.Counters;
import propria.model.problem.Problem;
import propria.model.problem.Severity;

/// What a chunk of subjects came to. As bytes: this head in a fixed number of bytes, then the values column by column, then
/// the words of the first failure.
///
/// @param counters the work
/// @param redrawn how many draws constraints refused
/// @param failed how many subjects could not be simulated
/// @param failure why the first of them could not; only its code and words are kept
public record ChunkRecord(Counters counters, int redrawn, int failed, Optional<Problem> failure) {

    /// The bytes before the values.
    static final int HEAD = 8 * Long.BYTES + 3 * Integer.BYTES;

    /// Nothing done.
    public static final ChunkRecord NONE = new ChunkRecord(Counters.NONE, 0, 0, Optional.empty());

    private static final String BETWEEN = "\u0000";

    /// Bytes of this and of values.
    ///
    /// @param values by column, then by subject
    public byte[] with(double[][] values) {
        byte[] words = failure.map(p -> String.join(BETWEEN, p.code(), p.what(), p.why(), p.fix())).orElse("")
                .getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer
                .allocate(HEAD + values.length * values[0].length * Double.BYTES + words.length);
        bytes.putLong(counters.simulations()).putLong(counters.steps()).putLong(counters.rejectedSteps())
                .putLong(counters.derivatives()).putLong(counters.jacobians()).putLong(counters.factorisations())
                .putLong(counters.events()).putLong(counters.failures()).putInt(redrawn).putInt(failed)
                .putInt(words.length);
        for (double[] column : values) {
            bytes.asDoubleBuffer().put(column);
            bytes.position(bytes.position() + column.length * Double.BYTES);
        }
        return bytes.put(words).array();
    }

    /// The place of a column in the bytes.
    static int at(int column, int subjects) {
        return HEAD + column * subjects * Double.BYTES;
    }

    /// Reads what [#with] wrote, without the values.
    public static ChunkRecord of(byte[] record) {
        ByteBuffer bytes = ByteBuffer.wrap(record);
        Counters counters = new Counters(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong(),
                bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
        int redrawn = bytes.getInt();
        int failed = bytes.getInt();
        int length = bytes.getInt();
        if (length == 0) {
            return new ChunkRecord(counters, redrawn, failed, Optional.empty());
        }
        String[] words = new String(record, record.length - length, length, StandardCharsets.UTF_8).split(BETWEEN, -1);
        return new ChunkRecord(counters, redrawn, failed, Optional.of(new Problem(Severity.ERROR, words[0],
                Optional.empty(), words[1], words[2], words[3])));
    }

    /// Whether words of a failure stand at the end of a record.
    static boolean hasFailure(byte[] head) {
        return ByteBuffer.wrap(head).getInt(HEAD - Integer.BYTES) > 0;
    }

    /// Reads the values of a subject, by column.
    static double[] subject(byte[] record, int columns, int subjects, int subject) {
        ByteBuffer bytes = ByteBuffer.wrap(record);
        double[] row = new double[columns];
        for (int column = 0; column < columns; column++) {
            row[column] = bytes.getDouble(at(column, subjects) + subject * Double.BYTES);
        }
        return row;
    }

    /// This and what comes after it; the failure of the first that has one.
    public ChunkRecord plus(ChunkRecord later) {
        return new ChunkRecord(counters.plus(later.counters), redrawn + later.redrawn, failed + later.failed,
                failure.or(later::failure));
    }
}
