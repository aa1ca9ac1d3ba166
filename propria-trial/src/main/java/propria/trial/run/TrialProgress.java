package propria.trial.run;

import java.util.function.Consumer;

/// Is told how far a run of trials is.
@FunctionalInterface
public interface TrialProgress extends Consumer<String> {

    /// In words, what begins.
    @Override
    void accept(String words);

    /// Counts of what was last said in words: draws whose patients are chosen, people simulated, trials simulated, trials read.
    /// Called from several threads.
    ///
    /// @param done how many are finished
    /// @param total how many there are
    default void at(long done, long total) {
        // who only reads words need not count
    }
}
