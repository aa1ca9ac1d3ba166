package propria.engine;

/// How far a step may be from the solution: the local error of state `y` stays below `absolute * m + relative * |y|`,
/// where `m` is the largest `|y|` that the state has come to in the run, but not above one. So a model in moles of few
/// molecules is as exact as one in molecules, and one in large numbers is as exact as it is asked to be. A state that has
/// been zero so far counts as a millionth of the largest of its unit: all amounts have one, everything else another.
///
/// @param relative [-], above zero
/// @param absolute in the unit of each state, or in units of its magnitude where this is below one; above zero
public record Tolerances(double relative, double absolute) {

    /// What a study uses unless it says otherwise.
    public static final Tolerances DEFAULT = new Tolerances(1e-6, 1e-9);

    public Tolerances {
        if (!(relative > 0) || !(absolute > 0)) {
            throw new IllegalArgumentException("tolerances must be above zero: " + relative + ", " + absolute);
        }
    }
}
