package propria.trial.score.clinic;

/// What a patient feels and reports. A shift on the logit scale, the same for all questions, holds what makes patients with
/// the same bowel answer differently: their way of reporting, the day, and the response to placebo, which follows
/// `amplitude (1 - exp(-rate t))` as in models of placebo in Crohn's disease and ulcerative colitis (structure of Moein 2023 and
/// Kawakatsu 2021).
record Symptoms(ClinicModel model) {

    private static final String AMPLITUDE = "placebo_amplitude";
    private static final String RATE = "placebo_rate";

    /// The shift without the fluctuation from visit to visit.
    double shift(Latent now) {
        double after = StrictMath.max(now.days(), 0);
        return now.has("symptom") - now.has(AMPLITUDE) * (1 - StrictMath.exp(-now.has(RATE) * after));
    }

    /// Liquid stools a day, on average.
    double stools(Latent now, double shift) {
        return now.of("liquid_stools") * StrictMath.exp(model.of("stool_gain") * shift);
    }

    Ordinal pain() {
        return new Ordinal(3, model.of("pain_slope"));
    }

    Ordinal wellbeing() {
        return new Ordinal(4, model.of("wellbeing_slope"));
    }

    Ordinal stoolFrequency() {
        return new Ordinal(3, model.of("stool_slope"));
    }

    Ordinal bleeding() {
        return new Ordinal(3, model.of("bleeding_slope"));
    }

    Ordinal global() {
        return new Ordinal(3, model.of("global_slope"));
    }

    double bleedingShift(double shift) {
        return model.of("bleeding_gain") * shift;
    }

    double globalShift(double shift) {
        return model.of("global_gain") * shift;
    }

    /// The abdominal mass as a level from 0 to 2.
    double massLevel(Latent now) {
        return StrictMath.max(now.of("matrix") - 1, 0) * model.of("mass_slope");
    }

    static int massPoints(int level) {
        return level == 2 ? 5 : level * 2;
    }
}
