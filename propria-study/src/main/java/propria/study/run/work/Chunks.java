package propria.study.run.work;

/// How the subjects of a run are divided: each draw into groups of one size, numbered from 0 in the order of draws and
/// subjects. The division depends on the study alone, not on who computes.
///
/// @param draws of the parameters
/// @param perArm subjects of a draw
/// @param size subjects of a chunk; the last of a draw may be smaller
/// @param columns how many values a subject has
public record Chunks(int draws, int perArm, int size, int columns) {

    private static final int FEWEST = 5;
    private static final int MOST = 500;
    private static final int PARTS_OF_DRAW = 40;
    private static final int MOST_NUMBERS = 4 << 20;

    /// Small enough that a stopped run loses seconds, large enough that columns are read from disk in pieces of kilobytes.
    public static Chunks of(int draws, int perArm, int columns) {
        int wanted = StrictMath.clamp(perArm / PARTS_OF_DRAW, FEWEST, MOST);
        return new Chunks(draws, perArm, StrictMath.clamp(MOST_NUMBERS / columns, 1, wanted), columns);
    }

    private int ofDraw() {
        return (perArm + size - 1) / size;
    }

    /// How many chunks there are.
    public int count() {
        return Math.multiplyExact(draws, ofDraw());
    }

    /// The draw of a chunk.
    public int draw(int chunk) {
        return chunk / ofDraw();
    }

    /// The first subject of a chunk.
    public int first(int chunk) {
        return chunk % ofDraw() * size;
    }

    /// How many subjects a chunk has.
    public int subjects(int chunk) {
        return StrictMath.min(size, perArm - first(chunk));
    }

    /// The chunk of a subject.
    public int of(int draw, int subject) {
        return draw * ofDraw() + subject / size;
    }

    /// What all chunks take on disk [bytes].
    public long bytes() {
        return (long) draws * perArm * columns * Double.BYTES + (long) count() * ChunkRecord.HEAD;
    }
}
