package propria.engine.stochastic;

/// Lets reactions happen.
interface JumpMethod {

    /// Begins afresh: propensities may be others than when the last turn left them.
    void restart();

    /// Lets reactions happen until `stop`, or until one has that may set off an event.
    void advance(double stop);
}
