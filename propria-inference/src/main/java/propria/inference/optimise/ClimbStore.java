package propria.inference.optimise;

import java.util.Optional;
import propria.inference.optimise.MultiStart.Climb;

/// Keeps finished climbs, so that an interrupted run goes on where it was. Safe to share.
public interface ClimbStore {

    /// A finished climb.
    ///
    /// @param from where it must have begun
    Optional<Climb> get(int start, double[] from);

    /// Keeps a climb.
    void put(Climb climb);

    /// Keeps nothing.
    static ClimbStore none() {
        return new ClimbStore() {

            @Override
            public Optional<Climb> get(int start, double[] from) {
                return Optional.empty();
            }

            @Override
            public void put(Climb climb) {
                // kept nowhere
            }
        };
    }
}
