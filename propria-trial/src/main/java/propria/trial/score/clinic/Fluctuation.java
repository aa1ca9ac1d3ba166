package propria.trial.score.clinic;

/// How active a disease happens to be at a moment beside its lasting level: a stationary Gaussian course of a patient in a
/// trial whose correlation falls as `exp(-t/days)`, on the logit scale of what is reported and seen. Whoever is asked in on a
/// bad day is better later without any treatment (regression to the mean).
///
/// A course is a sum of cosines with random frequencies and phases (random Fourier features, Rahimi & Recht 2007), so it can be
/// read on any day, in any order. Frequencies have the Cauchy distribution that belongs to the exponential correlation.
///
/// @param sd its standard deviation
/// @param days after which the correlation is 1/e
record Fluctuation(double sd, double days) {

    private static final String ITEM = "course of activity";
    private static final String SPREAD = "activity_course_sd";
    private static final String MEMORY = "activity_course_days";
    private static final int WAVES = 8;
    private static final double HIGHEST = 40;

    /// That of a patient; none where the traits do not name it.
    static Fluctuation of(Latent now) {
        return new Fluctuation(now.has(SPREAD), now.has(MEMORY));
    }

    /// How far above the lasting level, on the logit scale.
    double at(double day, Dice dice) {
        if (!(sd > 0) || !(days > 0)) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < WAVES; i++) {
            double wave = StrictMath.tan(StrictMath.PI * (dice.uniform(ITEM, 0, i) - 0.5));
            double bounded = StrictMath.max(-HIGHEST, StrictMath.min(HIGHEST, wave));
            sum += StrictMath.cos(bounded * day / days + 2 * StrictMath.PI * dice.uniform(ITEM, 0, WAVES + i));
        }
        return sd * StrictMath.sqrt(2.0 / WAVES) * sum;
    }
}
