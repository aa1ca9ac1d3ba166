package propria.trial.conduct;

import java.util.List;

/// What was recorded in one trial.
///
/// @param number of the trial, from 0
/// @param draw which belief about the model it was simulated with
/// @param screened how many were seen until enough had entered
/// @param subjects in the order in which they were randomised
public record SimulatedTrial(int number, int draw, int screened, List<SubjectRecord> subjects) {

    public SimulatedTrial {
        subjects = List.copyOf(subjects);
    }

    /// The subjects of an arm, in order.
    public List<SubjectRecord> arm(int arm) {
        return subjects.stream().filter(s -> s.arm() == arm).toList();
    }
}
