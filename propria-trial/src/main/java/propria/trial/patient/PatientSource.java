package propria.trial.patient;

import java.util.List;
import propria.study.subject.ParameterDraw;

/// Where the patients of a draw come from.
@FunctionalInterface
public interface PatientSource {

    /// Patients as the population has them, without regard to baseline targets.
    PatientSource POPULATION = (space, draw) -> List.of();

    /// The standard normal numbers of each patient of a draw, in the order of [PatientSpace#dimensions].
    ///
    /// @return as many as the plan wants, or none for patients as the population has them
    List<double[]> patients(PatientSpace space, ParameterDraw draw);
}
