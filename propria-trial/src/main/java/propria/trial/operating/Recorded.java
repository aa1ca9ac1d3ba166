package propria.trial.operating;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import propria.trial.conduct.SimulatedTrial;
import propria.trial.score.ClinicalScore;

/// What was recorded of all trials on one bank of courses.
public interface Recorded {

    /// Whether there is such a set.
    boolean has(TrialSet set);

    /// Does something with each trial of a set, on several threads.
    ///
    /// @param most no more than so many, from the first
    /// @param needed the scores that are read; others may be left out
    /// @return what came of each, in the order of trials
    <R> List<R> map(TrialSet set, int most, Set<ClinicalScore> needed, Function<SimulatedTrial, R> work);
}
