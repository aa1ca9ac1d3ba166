package propria.app.conform;

import java.util.List;
import java.util.function.IntConsumer;

/// A folder of official cases.
public interface Suite {

    /// The number of cases.
    int size();

    /// Runs all cases on all cores.
    ///
    /// @param progress told how many have ended
    /// @return an outcome a case, in the order of their names
    List<Outcome> run(IntConsumer progress) throws InterruptedException;
}
