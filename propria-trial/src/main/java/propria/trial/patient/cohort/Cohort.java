package propria.trial.patient.cohort;

import java.util.List;

/// Patients of one draw whose baseline readings are to be distributed as a target says.
///
/// @param patients who was chosen
/// @param simulations how many lives were simulated to choose them
/// @param failures how many of these the model forbade or the solver gave up
/// @param effective how many independent patients they are worth
/// @param missed how many places could not be filled as the method wants: by weights that are cut off, or unmatched targets
public record Cohort(List<Candidate> patients, int simulations, int failures, double effective, int missed) {

    public Cohort {
        patients = List.copyOf(patients);
    }

    /// How many patients have a parameter of the model at the bound of what is plausible.
    ///
    /// @param parameters how many dimensions, from the first, are parameters
    public int atBound(int parameters) {
        int count = 0;
        for (Candidate patient : patients) {
            for (int i = 0; i < parameters; i++) {
                if (StrictMath.abs(patient.normals()[i]) >= CandidateReader.BOUND - 1e-9) {
                    count++;
                    break;
                }
            }
        }
        return count;
    }
}
