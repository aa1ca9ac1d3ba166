package propria.trial.patient;

import java.util.List;

/// Which courses are wanted.
///
/// @param arms the first is the comparator
/// @param times when a course is kept, ascending; 0 is the start of treatment [d]
/// @param quantities ids of the model that are kept
/// @param draws how many beliefs about the model's parameters (uncertainty); with one, every parameter stands at its value
/// @param patientsPerDraw how many patients of each (variability)
/// @param donors whose cells are given
/// @param seed of the random streams
public record CoursePlan(List<PatientArm> arms, List<Double> times, List<String> quantities, int draws,
        int patientsPerDraw, Donors donors, long seed) {

    public CoursePlan {
        if (arms.isEmpty() || times.isEmpty() || draws < 1 || patientsPerDraw < 1) {
            throw new IllegalArgumentException("an arm, a time, a draw and a patient are needed");
        }
        arms = List.copyOf(arms);
        times = List.copyOf(times);
        quantities = List.copyOf(quantities);
    }

    /// The last time [d].
    public double end() {
        return times.getLast();
    }
}
