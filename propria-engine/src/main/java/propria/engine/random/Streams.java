package propria.engine.random;

import java.nio.charset.StandardCharsets;

/// Random numbers named by what they are for. The same names give the same number for ever; an arm is no part of a name,
/// so that a subject is the same in every arm.
///
/// @param seed of a study
public record Streams(long seed) {

    /// The subject of what belongs to a whole draw.
    public static final int NO_SUBJECT = -1;

    private static final double STEP = 0x1.0p-53;
    private static final int OFFSET_BASIS = 0x811C9DC5;
    private static final int PRIME = 0x01000193;

    /// A number between 0 and 1, neither of them.
    ///
    /// @param draw the number of the draw of parameters
    /// @param subject the number of the subject within the draw, or [#NO_SUBJECT]
    /// @param purpose what the number is for, such as the id of a parameter
    /// @param index which of several numbers for one purpose
    public double uniform(int draw, int subject, String purpose, int index) {
        int[] words = Philox.block(new int[]{index, code(purpose), subject, draw}, (int) seed, (int) (seed >>> 32));
        long bits = ((long) words[0] << 32 | words[1] & 0xFFFFFFFFL) >>> 11;
        return (bits + 0.5) * STEP;
    }

    /// A standard normal number; the names are those of [#uniform].
    public double normal(int draw, int subject, String purpose, int index) {
        return Normal.quantile(uniform(draw, subject, purpose, index));
    }

    /// FNV-1a, 32 bits: Fowler, Noll, Vo, draft-eastlake-fnv.
    static int code(String purpose) {
        int hash = OFFSET_BASIS;
        for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b & 0xFF) * PRIME;
        }
        return hash;
    }
}
