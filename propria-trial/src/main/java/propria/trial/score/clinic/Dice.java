package propria.trial.score.clinic;

import propria.engine.random.Normal;
import propria.engine.random.Streams;

/// The chance in what is recorded of one patient in one trial: the same names give the same number for ever.
///
/// @param person streams that are the same in every trial
/// @param trial streams of the trial
/// @param draw which belief about the world the patient belongs to
/// @param patient which patient of the draw
record Dice(Streams person, Streams trial, int draw, int patient) {

    private static final int ITEMS = 64;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    static Dice of(long seed, int trial, int draw, int patient) {
        return new Dice(new Streams(seed), new Streams(seed + GOLDEN * (trial + 1L)), draw, patient);
    }

    /// A number between 0 and 1 of an item at a visit.
    ///
    /// @param index which of up to 64 numbers of the item
    double uniform(String item, int visit, int index) {
        return trial.uniform(draw, patient, item, visit * ITEMS + index);
    }

    /// A standard normal number of an item at a visit.
    double normal(String item, int visit, int index) {
        return Normal.quantile(uniform(item, visit, index));
    }

    /// A standard normal number that stays with the person in every trial and at every visit.
    double lasting(String item, int index) {
        return person.normal(draw, patient, item, index);
    }
}
