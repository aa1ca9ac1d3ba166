package propria.trial.conduct;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import propria.trial.course.CourseBank;
import propria.trial.score.clinic.Latent;

/// A bank of courses, read on any day: between its times by straight lines, after its last as at its last.
final class BankReader {

    /// The trait that shifts what a patient reports.
    private static final String SYMPTOM = "symptom";

    private final CourseBank bank;
    private final List<Double> times;
    private final Map<String, Integer> quantities = new HashMap<>();
    private final Map<String, Integer> covariates = new HashMap<>();

    /// Whose course is read, and what moves it.
    ///
    /// @param arm place of the arm in the bank
    /// @param comparator place of the comparator
    /// @param skill share of the arm's effect that is attained
    /// @param symptomShift of the centre, after baseline [logit]
    /// @param rescue place of the courses with rescue; negative for none
    /// @param rescueFrom day on which rescue begins in those courses
    /// @param rescuedOn day on which the subject was rescued; infinite when it was not
    record Course(int draw, int person, int arm, int comparator, double skill, double symptomShift, int rescue,
            double rescueFrom, double rescuedOn) {

        static Course plain(int draw, int person, int arm) {
            return new Course(draw, person, arm, arm, 1, 0, -1, 0, Double.POSITIVE_INFINITY);
        }

        Course rescued(double day) {
            return new Course(draw, person, arm, comparator, skill, symptomShift, rescue, rescueFrom, day);
        }
    }

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

    /// A covariate by name; 0 when the bank has none of that name.
    double covariate(int draw, int person, String name) {
        Integer place = covariates.get(name);
        return place == null ? 0 : bank.covariate(draw, person, place);
    }

    Latent at(int draw, int person, int arm, double day) {
        return at(Course.plain(draw, person, arm), day);
    }

    /// The effect of the arm is what its course differs from that of the comparator in the same person; a centre attains a share
    /// of it. The effect of a rescue is that of courses in which it begins on a day, moved to the day of the subject. Neither
    /// takes a quantity below 0 that was not below.
    Latent at(Course course, double day) {
        Moment now = moment(day);
        boolean moved = day > course.rescuedOn() && course.rescue() >= 0;
        Moment then = moved ? moment(course.rescueFrom() + day - course.rescuedOn()) : now;
        return new Latent(id -> {
            int quantity = quantities.getOrDefault(id, -1);
            double value = read(course, course.arm(), now, quantity);
            if (course.skill() == 1 && !moved) {
                return value;
            }
            double control = read(course, course.comparator(), now, quantity);
            double result = control + course.skill() * (value - control);
            if (moved) {
                result += read(course, course.rescue(), then, quantity)
                        - read(course, course.comparator(), then, quantity);
            }
            return StrictMath.max(result, StrictMath.min(0, StrictMath.min(value, control)));
        }, name -> {
            double own = covariate(course.draw(), course.person(), name);
            return name.equals(SYMPTOM) && day > 0 ? own + course.symptomShift() : own;
        }, day);
    }

    private record Moment(int before, int after, double share) {
    }

    private Moment moment(double day) {
        int next = 0;
        while (next < times.size() - 1 && times.get(next) < day) {
            next++;
        }
        int before = StrictMath.max(0, next - 1);
        double span = times.get(next) - times.get(before);
        return new Moment(before, next,
                span > 0 ? StrictMath.min(1, StrictMath.max(0, (day - times.get(before)) / span)) : 1);
    }

    private double read(Course course, int arm, Moment at, int quantity) {
        return (1 - at.share()) * bank.value(course.draw(), course.person(), arm, at.before(), quantity)
                + at.share() * bank.value(course.draw(), course.person(), arm, at.after(), quantity);
    }
}
