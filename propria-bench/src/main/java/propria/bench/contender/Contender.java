package propria.bench.contender;

import propria.engine.Tolerances;

/// A way to simulate one workload.
public interface Contender {

    /// What tables call it.
    String name();

    /// Whether it is the engine of this project.
    boolean isOwn();

    /// Whether it runs on a virtual machine that compiles while it runs, and must be warm before it is timed.
    boolean isCompiledLate();

    /// Gets ready at given tolerances.
    ///
    /// @throws ContenderFailure if it cannot
    Trial at(Tolerances tolerances);

    /// One contender at given tolerances.
    interface Trial extends AutoCloseable {

        /// Simulates `repeats` times.
        ///
        /// @return seconds a simulation
        /// @throws ContenderFailure if it does not reach the end
        double run(int repeats);

        /// What was recorded last, time by time.
        double[] values();

        /// The steps of the last simulation, tried or accepted as the contender counts; -1 where it does not say.
        long steps();

        @Override
        void close();
    }
}
