package propria.study.run;

/// Is told how far a run is, from the thread that started it.
@FunctionalInterface
public interface Progress {

    /// Tells nobody.
    Progress SILENT = (done, total) -> {
    };

    /// @param done simulations that are finished
    /// @param total simulations of the whole run
    void at(long done, long total);
}
