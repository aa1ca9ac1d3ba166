package propria.trial.conduct;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import propria.trial.course.CourseBank;
import propria.trial.score.clinic.Latent;

/// A bank of courses, read on any day: between its times by straight lines, after its last as at its last.
final class BankReader {

    private final CourseBank bank;
    private final List<Double> times;
    private final Map<String, Integer> quantities = new HashMap<>();
    private final Map<String, Integer> covariates = new HashMap<>();

    BankReader(CourseBank bank) {
        this.bank = bank;
        this.times = bank.shape().times();
        for (int i = 0; i < bank.shape().quantities().size(); i++) {
            quantities.put(bank.shape().quantities().get(i), i);
        }
        for (int i = 0; i < bank.shape().covariates().size(); i++) {
            covariates.put(bank.shape().covariates().get(i), i);
        }
    }

    int draws() {
        return bank.shape().draws();
    }

    int people() {
        return bank.shape().patientsPerDraw();
    }

    double covariate(int draw, int person, int covariate) {
        return bank.covariate(draw, person, covariate);
    }

    Latent at(int draw, int person, int arm, double day) {
        int next = 0;
        while (next < times.size() - 1 && times.get(next) < day) {
            next++;
        }
        int before = StrictMath.max(0, next - 1);
        double span = times.get(next) - times.get(before);
        double share = span > 0 ? StrictMath.min(1, StrictMath.max(0, (day - times.get(before)) / span)) : 1;
        int after = next;
        return new Latent(id -> {
            int quantity = quantities.getOrDefault(id, -1);
            return (1 - share) * bank.value(draw, person, arm, before, quantity)
                    + share * bank.value(draw, person, arm, after, quantity);
        }, name -> {
            Integer place = covariates.get(name);
            return place == null ? 0 : bank.covariate(draw, person, place);
        }, day);
    }
}
