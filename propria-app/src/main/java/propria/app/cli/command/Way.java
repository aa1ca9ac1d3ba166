package propria.app.cli.command;

import java.util.Locale;
import propria.engine.Method;
import propria.engine.stochastic.StochasticMethod;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// The methods that `--method` can name: steps of differential equations, or turns of reactions.
enum Way {
    AUTOMATIC,
    BDF,
    ROSENBROCK,
    RADAU,
    TSITOURAS,
    DIRECT,
    NEXT_REACTION,
    TAU_LEAPING;

    /// @throws ProblemException U308 if this is a method of turns
    Method ofSteps() {
        return switch (this) {
            case AUTOMATIC -> Method.AUTOMATIC;
            case BDF -> Method.BDF;
            case ROSENBROCK -> Method.ROSENBROCK;
            case RADAU -> Method.RADAU;
            case TSITOURAS -> Method.TSITOURAS;
            case DIRECT, NEXT_REACTION, TAU_LEAPING -> throw wrong("is a method of --stochastic", "add --stochastic");
        };
    }

    /// @throws ProblemException U308 if this is a method of steps
    StochasticMethod ofTurns() {
        return switch (this) {
            case AUTOMATIC -> StochasticMethod.AUTOMATIC;
            case DIRECT -> StochasticMethod.DIRECT;
            case NEXT_REACTION -> StochasticMethod.NEXT_REACTION;
            case TAU_LEAPING -> StochasticMethod.TAU_LEAPING;
            case BDF, ROSENBROCK, RADAU, TSITOURAS -> throw wrong("solves differential equations",
                    "with --stochastic use direct, next_reaction or tau_leaping");
        };
    }

    private ProblemException wrong(String why, String fix) {
        String name = name().toLowerCase(Locale.ROOT);
        return new ProblemException(
                Problem.error("U308", "`--method " + name + "` does not go with the rest", name + " " + why, fix));
    }
}
