package propria.trial.patient;

import java.util.Optional;

/// Keeps the courses of people as they are finished, so that work that was stopped can go on. Called from several threads.
///
/// A record holds, as doubles, how many people failed before this one, the covariates, and the values in the order arm, time,
/// quantity.
public interface CourseKeeper {

    /// Keeps nothing.
    CourseKeeper NONE = new CourseKeeper() {
        @Override
        public Optional<double[]> kept(int place) {
            return Optional.empty();
        }

        @Override
        public void keep(int place, double[] record) {
            // nobody asks again
        }
    };

    /// The record of a person that is kept.
    ///
    /// @param place of the person among all of the plan, draw by draw, from 0
    Optional<double[]> kept(int place);

    /// Is given the record of a person who is done.
    void keep(int place, double[] record);
}
