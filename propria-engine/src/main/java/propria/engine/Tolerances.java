package propria.engine;

/// How far a step may be from the solution: the local error of state `y` stays below `absolute + relative * |y|`.
///
/// @param relative [-], above zero
/// @param absolute in the unit of each state, above zero
public record Tolerances(double relative, double absolute) {

    /// What a study uses unless it says otherwise.
    public static final Tolerances DEFAULT = new Tolerances(1e-6, 1e-9);

    public Tolerances {
        if (!(relative > 0) || !(absolute > 0)) {
            throw new IllegalArgumentException("tolerances must be above zero: " + relative + ", " + absolute);
        }
    }
}
