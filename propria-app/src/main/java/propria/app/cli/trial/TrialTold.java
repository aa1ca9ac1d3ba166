package propria.app.cli.trial;

import propria.app.cli.terminal.Progress;
import propria.app.cli.terminal.Terminal;
import propria.trial.run.TrialProgress;
import propria.trial.run.TrialStage;

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
    public synchronized void begins(TrialStage stage) {
        terminal.overwrite("");
        terminal.note(stage.words());
        counts = new Progress(terminal, stage.unit());
    }

    @Override
    public synchronized void at(long done, long total) {
        counts.at(done, total);
    }
}
