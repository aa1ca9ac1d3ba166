package propria.inference.design;

/// How a product was given, as far as the mechanisms of the model may leave something of it out.
///
/// @param lost authors have taken away what they hold that the product works by
/// @param vein cells were given into a vein
/// @param primed the product was primed
/// @param late how much later than usual for such disease the first dose was given, in units of four days, from -1 to 1
public record Traits(boolean lost, boolean vein, boolean primed, double late) {

    /// Nothing of note.
    public static final Traits NONE = new Traits(false, false, false, 0);

    private static final double DAYS = 4;

    /// Of a first dose at a day.
    ///
    /// @param usual the day at which such disease is usually treated [d]
    public static double late(double day, double usual) {
        return StrictMath.max(-1, StrictMath.min(1, (day - usual) / DAYS));
    }

    /// The same given by another route.
    Traits byVein(boolean other) {
        return new Traits(lost, other, primed, late);
    }

    /// The same, primed or not.
    Traits primed(boolean other) {
        return new Traits(lost, vein, other, late);
    }

    /// The same with everything in place.
    Traits whole() {
        return new Traits(false, vein, primed, late);
    }
}
