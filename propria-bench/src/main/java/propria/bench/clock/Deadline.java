package propria.bench.clock;

/// A time by the clock after which nothing new is begun.
///
/// @param seconds how long it was when it was set
/// @param end by [System#nanoTime()]
public record Deadline(double seconds, long end) {

    /// So many seconds from now.
    public static Deadline in(double seconds) {
        return new Deadline(seconds, System.nanoTime() + (long) (seconds * 1e9));
    }

    public boolean isOver() {
        return System.nanoTime() - end > 0;
    }
}
