package propria.app.cli.trial;

import propria.app.cli.terminal.Progress;
import propria.app.cli.terminal.Terminal;
import propria.trial.run.TrialProgress;

/// Says on the command line how far a run of trials is: a line for what begins, and how many of it are done. Safe to share between
/// threads.
final class TrialTold implements TrialProgress {

    private final Terminal terminal;
    private Progress counts;

    TrialTold(Terminal terminal) {
        this.terminal = terminal;
        this.counts = new Progress(terminal, "");
    }

    @Override
    public synchronized void accept(String words) {
        terminal.overwrite("");
        terminal.note(words);
        counts = new Progress(terminal, units(words));
    }

    private static String units(String words) {
        return words.startsWith("choosing") ? "draws" : words.startsWith("simulating") ? "people" : "trials";
    }

    @Override
    public synchronized void at(long done, long total) {
        counts.at(done, total);
    }
}
