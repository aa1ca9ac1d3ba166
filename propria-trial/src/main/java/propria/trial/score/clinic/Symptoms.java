package propria.trial.score.clinic;

/// What a patient feels and reports. A shift on the logit scale, the same for all questions, holds what makes patients with
/// the same bowel answer differently: their way of reporting, the day, and the response to placebo, which follows
/// `amplitude (1 - exp(-rate t))` as in models of placebo in Crohn's disease and ulcerative colitis (structure of Moein 2023 and
/// Kawakatsu 2021).
final class Symptoms {

    private static final String AMPLITUDE = "placebo_amplitude";
    private static final String RATE = "placebo_rate";

    private final Ordinal pain;
    private final Ordinal wellbeing;
    private final Ordinal stoolFrequency;
    private final Ordinal bleeding;
    private final Ordinal global;
    private final double stoolGain;
    private final double bleedingGain;
    private final double globalGain;
    private final double massSlope;

    Symptoms(ClinicModel model) {
        this.pain = new Ordinal(3, model.of("pain_slope"));
        this.wellbeing = new Ordinal(4, model.of("wellbeing_slope"));
        this.stoolFrequency = new Ordinal(3, model.of("stool_slope"));
        this.bleeding = new Ordinal(3, model.of("bleeding_slope"));
        this.global = new Ordinal(3, model.of("global_slope"));
        this.stoolGain = model.of("stool_gain");
        this.bleedingGain = model.of("bleeding_gain");
        this.globalGain = model.of("global_gain");
        this.massSlope = model.of("mass_slope");
    }

    /// The shift without the fluctuation from visit to visit.
    double shift(Latent now) {
        double after = StrictMath.max(now.days(), 0);
        return now.has("symptom") - now.has(AMPLITUDE) * (1 - StrictMath.exp(-now.has(RATE) * after));
    }

    /// Liquid stools a day, on average.
    double stools(Latent now, double shift) {
        return now.of("liquid_stools") * StrictMath.exp(stoolGain * shift);
    }

    Ordinal pain() {
        return pain;
    }

    Ordinal wellbeing() {
        return wellbeing;
    }

    Ordinal stoolFrequency() {
        return stoolFrequency;
    }

    Ordinal bleeding() {
        return bleeding;
    }

    Ordinal global() {
        return global;
    }

    double bleedingShift(double shift) {
        return bleedingGain * shift;
    }

    double globalShift(double shift) {
        return globalGain * shift;
    }

    /// The abdominal mass as a level from 0 to 2.
    double massLevel(Latent now) {
        return StrictMath.max(now.of("matrix") - 1, 0) * massSlope;
    }

    static int massPoints(int level) {
        return level == 2 ? 5 : level * 2;
    }
}
