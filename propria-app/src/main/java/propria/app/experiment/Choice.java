package propria.app.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import propria.engine.Method;
import propria.engine.Tolerances;
import propria.engine.stochastic.StochasticMethod;
import propria.formats.sedml.KisaoTerm;
import propria.formats.sedml.document.SedAlgorithm;
import propria.formats.sedml.document.SedSimulation;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// The algorithm that does what an experiment asks for.
///
/// @param method of steps
/// @param turns of turns, when the experiment is stochastic
/// @param warnings what is otherwise than asked for
record Choice(Method method, Optional<StochasticMethod> turns, Tolerances tolerances, long seed,
        List<Problem> warnings) {

    private static final String RELATIVE = "KISAO:0000209";
    private static final String ABSOLUTE = "KISAO:0000211";
    private static final String SEED = "KISAO:0000488";
    private static final String MOST_STEPS = "KISAO:0000415";
    private static final long USUAL_SEED = 1;

    /// @throws ProblemException D031 when nothing can stand in for the algorithm, D003 for a setting that is no number
    static Choice of(SedSimulation simulation) {
        if (simulation.algorithm().isEmpty()) {
            return new Choice(Method.BDF, Optional.empty(), Tolerances.DEFAULT, USUAL_SEED, List.of());
        }
        SedAlgorithm asked = simulation.algorithm().get();
        List<Problem> warnings = new ArrayList<>();
        Optional<KisaoTerm> term = KisaoTerm.of(asked.kisao());
        KisaoTerm.Kind kind = term.map(KisaoTerm::kind).orElse(KisaoTerm.Kind.STEPS);
        String name = term.map(t -> t.name() + " (" + t.id() + ")").orElse("unknown (" + asked.kisao() + ")");
        boolean steady = simulation instanceof SedSimulation.SteadyState;
        Method method = kind == KisaoTerm.Kind.ROSENBROCK ? Method.ROSENBROCK : Method.BDF;
        Optional<StochasticMethod> turns = steady ? Optional.empty() : turns(kind);
        if (kind == KisaoTerm.Kind.OTHER) {
            throw new ProblemException(Problem.error("D031", asked.place(), "nothing here can stand in for " + name,
                    "it solves another kind of problem", "use a program that has it"));
        }
        if (steady || !isOurs(kind)) {
            warnings.add(Problem.warning("D030", asked.place(), "the algorithm asked for was " + name,
                    "used: " + used(method, turns, steady), ""));
        }
        return settled(asked, method, turns, warnings);
    }

    private static Choice settled(SedAlgorithm asked, Method method, Optional<StochasticMethod> turns,
            List<Problem> warnings) {
        double relative = Tolerances.DEFAULT.relative();
        double absolute = Tolerances.DEFAULT.absolute();
        Optional<Long> seed = Optional.empty();
        for (SedAlgorithm.Setting setting : asked.settings()) {
            switch (setting.kisao()) {
                case RELATIVE -> relative = positive(setting);
                case ABSOLUTE -> absolute = positive(setting);
                case SEED -> seed = Optional.of((long) number(setting));
                case MOST_STEPS -> {
                    // there is a limit of our own
                }
                default -> warnings.add(unused(setting));
            }
        }
        if (turns.isPresent() && seed.isEmpty()) {
            warnings.add(Problem.warning("D033", asked.place(), "the experiment states no seed",
                    "used: " + USUAL_SEED, ""));
        }
        return new Choice(method, turns, new Tolerances(relative, absolute), seed.orElse(USUAL_SEED), warnings);
    }

    private static Optional<StochasticMethod> turns(KisaoTerm.Kind kind) {
        return switch (kind) {
            case DIRECT -> Optional.of(StochasticMethod.DIRECT);
            case NEXT_REACTION -> Optional.of(StochasticMethod.NEXT_REACTION);
            case TURNS -> Optional.of(StochasticMethod.AUTOMATIC);
            case TAU_LEAPING, LEAPS -> Optional.of(StochasticMethod.TAU_LEAPING);
            case BDF, ROSENBROCK, STEPS, STEADY, OTHER -> Optional.empty();
        };
    }

    private static boolean isOurs(KisaoTerm.Kind kind) {
        return switch (kind) {
            case BDF, ROSENBROCK, DIRECT, NEXT_REACTION, TAU_LEAPING -> true;
            case STEPS, TURNS, LEAPS, STEADY, OTHER -> false;
        };
    }

    private static String used(Method method, Optional<StochasticMethod> turns, boolean steady) {
        String word = turns.map(Enum::name).orElse(method.name()).toLowerCase(Locale.ROOT).replace('_', ' ');
        return steady ? "a course by " + word + " until nothing changes" : word;
    }

    private static Problem unused(SedAlgorithm.Setting setting) {
        return Problem.warning("D032", setting.place(), "the setting " + setting.kisao() + " has no counterpart here",
                "its value is " + setting.value(), "");
    }

    private static double positive(SedAlgorithm.Setting setting) {
        double value = number(setting);
        if (!(value > 0)) {
            throw bad(setting.place(), setting, "it must be above zero");
        }
        return value;
    }

    private static double number(SedAlgorithm.Setting setting) {
        try {
            double value = Double.parseDouble(setting.value());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw bad(setting.place(), setting, "it must be a finite number");
    }

    private static ProblemException bad(SourceLocation place, SedAlgorithm.Setting setting, String why) {
        return new ProblemException(Problem.error("D003", place,
                "the setting " + setting.kisao() + " is `" + setting.value() + "`", why, "correct it"));
    }
}
