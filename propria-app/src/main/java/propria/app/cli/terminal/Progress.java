package propria.app.cli.terminal;

import propria.app.text.Figures;

/// How far a long job is, and how long it still takes: one line that moves where a person watches, else a plain line
/// for every tenth. The time left is what the rate since the first count says, so that work that was done before is no
/// speed; it is shown once a second has passed. Safe to call from several threads.
public final class Progress {

    private final Terminal terminal;
    private final String unit;
    private final long start = System.nanoTime();
    private long shown;
    private int tenth;
    private long before = -1;

    /// @param unit what is counted, in the plural: `subjects`
    public Progress(Terminal terminal, String unit) {
        this.terminal = terminal;
        this.unit = unit;
    }

    /// Says that `done` of `total` are done.
    public synchronized void at(long done, long total) {
        long now = System.nanoTime();
        double seconds = (now - start) / 1e9;
        if (before < 0) {
            before = done - 1;
        }
        if (terminal.isInteractive()) {
            if (now - shown > 100_000_000L || done == total) {
                shown = now;
                terminal.overwrite(done == total ? "" : line(done, total, seconds));
            }
        } else if (total > 0 && (int) (10 * done / total) > tenth && seconds > 2) {
            tenth = (int) (10 * done / total);
            terminal.note(line(done, total, seconds));
        }
    }

    private String line(long done, long total, double seconds) {
        String left = seconds < 1 || done <= before || done == total
                ? ""
                : ", " + Figures.duration(seconds * (total - done) / (done - before)) + " left";
        return "  " + Figures.grouped(done) + " of " + Figures.grouped(total) + " " + unit + left;
    }
}
