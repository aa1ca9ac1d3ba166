package propria.trial.score.clinic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.trial.course.CourseBank;
import propria.trial.score.Visit;

/// Visits of the patients of a bank. Safe to share between threads.
public final class VisitBank {

    private final CourseBank bank;
    private final VisitRecorder recorder;
    private final Map<String, Integer> quantities = new HashMap<>();
    private final Map<String, Integer> covariates = new HashMap<>();

    /// @throws ProblemException T111 when the bank lacks a quantity that visits need
    public VisitBank(CourseBank bank, VisitRecorder recorder) {
        this.bank = bank;
        this.recorder = recorder;
        List<String> kept = bank.shape().quantities();
        for (String quantity : VisitRecorder.QUANTITIES) {
            if (!kept.contains(quantity)) {
                throw new ProblemException(Problem.error("T111", "the courses do not keep `" + quantity + "`",
                        "visits are recorded from it", "ask for VisitRecorder.QUANTITIES when simulating"));
            }
        }
        for (int i = 0; i < kept.size(); i++) {
            quantities.put(kept.get(i), i);
        }
        List<String> known = bank.shape().covariates();
        for (int i = 0; i < known.size(); i++) {
            covariates.put(known.get(i), i);
        }
    }

    /// The courses beneath.
    public CourseBank courses() {
        return bank;
    }

    /// The latent state of a patient in an arm at a time of the bank, all by their place in its shape.
    public Latent latent(int draw, int patient, int arm, int time) {
        return new Latent(
                id -> bank.value(draw, patient, arm, time, quantities.getOrDefault(id, -1)), name -> {
                    Integer place = covariates.get(name);
                    return place == null ? 0 : bank.covariate(draw, patient, place);
                }, bank.shape().times().get(time));
    }

    /// What is recorded at a time of the bank in a trial.
    ///
    /// @param trial the number of the trial, from 0
    public Visit visit(int trial, int draw, int patient, int arm, int time) {
        return recorder.visit(trial, draw, patient, time, latent(draw, patient, arm, time));
    }
}
