package propria.trial.run;

/// Is told how far a run of trials is.
@FunctionalInterface
public interface TrialProgress {

    /// What begins.
    void begins(TrialStage stage);

    /// How far what began last is, in its unit. Called from several threads.
    ///
    /// @param done how many are finished
    /// @param total how many there are
    default void at(long done, long total) {
        // who is told of stages only need not count
    }
}
