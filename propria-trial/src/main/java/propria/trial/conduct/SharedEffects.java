package propria.trial.conduct;

import propria.engine.random.Streams;
import propria.trial.design.VarianceComponents;

/// What the centres of a trial do to their subjects.
///
/// @param streams of the run
record SharedEffects(VarianceComponents components, Streams streams) {

    /// Where a subject is seen, from 0.
    int centre(int trial, int key) {
        return components.centres() == 1
                ? 0
                : (int) (streams.uniform(trial, key, "centre", 0) * components.centres());
    }

    double symptomShift(int trial, int centre) {
        return components.symptomSpread() == 0
                ? 0
                : components.symptomSpread() * streams.normal(trial, centre, "centre symptoms", 0);
    }

    /// The share of the effect that the people of a centre attain: log-normal with mean 1, so that the effect of a trial with many
    /// centres is that of the courses.
    double skill(int trial, int centre) {
        double sd = components.skillSpread();
        return sd == 0 ? 1 : StrictMath.exp(sd * streams.normal(trial, centre, "centre skill", 0) - sd * sd / 2);
    }

    /// The number of a lot over all donors.
    int lot(BankReader bank, int draw, int person) {
        return (int) (bank.covariate(draw, person, "donor") * components.lots()
                + bank.covariate(draw, person, "lot"));
    }
}
