package propria.engine.stochastic;

/// How turns of reactions are drawn.
public enum StochasticMethod {
    /// The direct method for few reactions, the next reaction method for many. Both are exact.
    AUTOMATIC,
    /// Gillespie 1977: which reaction is next and when, from the sum of all propensities.
    DIRECT,
    /// Gibson and Bruck 2000: a time for each reaction, in a queue; a turn recomputes what it can change.
    NEXT_REACTION,
    /// Cao, Gillespie and Petzold 2006: many turns at once while propensities hardly change. An approximation.
    TAU_LEAPING;

    private static final int FEW_REACTIONS = 50;

    /// The method that is used for so many reactions.
    StochasticMethod chosenFor(int reactions) {
        if (this != AUTOMATIC) {
            return this;
        }
        return reactions <= FEW_REACTIONS ? DIRECT : NEXT_REACTION;
    }

    /// A method with memory for a model.
    JumpMethod on(Process process) {
        return switch (chosenFor(process.reactionCount())) {
            case AUTOMATIC, DIRECT -> new DirectMethod(process);
            case NEXT_REACTION -> new NextReaction(process);
            case TAU_LEAPING -> new TauLeaping(process);
        };
    }
}
