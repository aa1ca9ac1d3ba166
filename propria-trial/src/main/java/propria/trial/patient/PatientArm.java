package propria.trial.patient;

import java.util.List;

/// What the patients of an arm are given.
///
/// @param id the name of the arm
/// @param treatments none for a placebo that does nothing to the gut
public record PatientArm(String id, List<Treatment> treatments) {

    public PatientArm {
        treatments = List.copyOf(treatments);
    }
}
