package propria.trial.patient.cohort;

import java.util.List;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.subject.ParameterDraw;
import propria.trial.patient.PatientSource;
import propria.trial.patient.PatientSpace;
import propria.trial.score.clinic.ClinicModel;
import propria.trial.score.clinic.ExpectedReading;
import propria.trial.score.clinic.VisitRecorder;

/// Patients of cohorts: in each draw, as many as the plan wants, chosen so that their baseline readings are distributed as
/// the target says.
///
/// @param method how they are chosen
/// @param clinic how readings follow from latent quantities
/// @param threads how many; does not change who is chosen
public record CohortSource(CohortMethod method, ClinicModel clinic, int threads) implements PatientSource {

    @Override
    public List<double[]> patients(PatientSpace space, ParameterDraw draw) {
        Cohort cohort = cohort(space, draw);
        if (cohort.patients().isEmpty()) {
            throw nobody(space, draw, cohort);
        }
        return cohort.patients().stream().map(Candidate::normals).toList();
    }

    static ProblemException nobody(PatientSpace space, ParameterDraw draw, Cohort cohort) {
        return new ProblemException(Problem.error("T122",
                "no patient of draw " + draw.number() + " is like those of `" + space.target().id() + "`",
                cohort.simulations() + " people were tried",
                "widen what varies between patients, use fewer draws, or take people as the population has them"));
    }

    /// The cohort of a draw.
    public Cohort cohort(PatientSpace space, ParameterDraw draw) {
        ExpectedReading expected = new ExpectedReading(new VisitRecorder(clinic, space.plan().seed()));
        return method.make(new CandidateReader(space, draw, expected), space.plan().patientsPerDraw(), threads);
    }
}
