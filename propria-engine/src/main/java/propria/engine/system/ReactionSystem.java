package propria.engine.system;

/// The reactions of a model, one by one, for methods that count single turns. States are amounts, as in
/// [EquationSystem], whose arrays and time these functions take. Immutable and safe to share between threads.
///
/// The propensity of a reaction is its rate: the probability of a turn in a short time, divided by that time.
public interface ReactionSystem {

    int reactionCount();

    /// The length of scratch memory that these functions and those of the [EquationSystem] need.
    int scratchSize();

    /// The id of a reaction.
    String id(int reaction);

    /// What a turn of the reaction changes.
    StateChange change(int reaction);

    /// What the reaction needs, with how many of each; also what it gives back.
    StateChange reactants(int reaction);

    /// The states whose amounts the propensity depends on.
    int[] arguments(int reaction);

    /// The reactions whose propensity can differ after a turn, ascending.
    int[] dependents(int reaction);

    /// Writes all propensities.
    void propensities(double t, double[] y, double[] p, double[] scratch, double[] propensities);

    /// Writes the propensities of [#dependents].
    void update(int reaction, double t, double[] y, double[] p, double[] scratch, double[] propensities);

    /// Whether a turn can change a trigger, or the time at which something happens by the clock.
    boolean watched(int reaction);

    /// The states that grow steadily: rate rules that nothing but events changes.
    int[] drifting();

    /// The places among [EquationSystem#roots] of the functions that the clock or a drifting state moves.
    int[] clockRoots();

    /// States, ascending, with a whole number for each.
    ///
    /// @param states the places
    /// @param amounts what is added to or needed of each
    record StateChange(int[] states, double[] amounts) {
    }
}
