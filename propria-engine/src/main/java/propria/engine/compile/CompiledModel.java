package propria.engine.compile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import propria.engine.compile.functions.Beginning;
import propria.engine.compile.functions.CompiledSystem;
import propria.engine.compile.functions.Initialiser;
import propria.engine.compile.reaction.ReactionCompiler;
import propria.engine.compile.tangent.TangentCompiler;
import propria.engine.compile.tangent.TangentFunctions;
import propria.engine.system.EquationSystem;
import propria.engine.system.ReactionSystem;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// A model as functions, with the names of what is in their arrays. Immutable and safe to share between threads.
///
/// A state that is a species is held as an amount; outputs and given values are what the id means in formulas, so a
/// concentration where the species is not `substanceOnly`. In a compartment of one both are the same number.
public final class CompiledModel {

    private final Names states;
    private final List<String> allStates;
    private final Names parameters;
    private final Names outputs;
    private final CompiledSystem system;
    private final Initialiser initialiser;
    private final Beginning beginning;
    private final Map<String, List<String>> reactions;
    private final double[] defaults;
    private final ReactionCompiler turns;
    private final TangentCompiler tangents;
    private Optional<ReactionSystem> counted = Optional.empty();

    /// Ids and their places.
    private record Names(List<String> ids, Map<String, Integer> places) {
        static Names of(List<String> ids) {
            Map<String, Integer> places = new HashMap<>();
            for (String id : ids) {
                places.put(id, places.size());
            }
            return new Names(List.copyOf(ids), Map.copyOf(places));
        }

        int place(String id, String kind) {
            Integer place = places.get(id);
            if (place == null) {
                throw unknown(id, kind, ids);
            }
            return place;
        }
    }

    CompiledModel(Symbols symbols, List<String> outputs, CompiledSystem system, Initialiser initialiser,
            Map<String, List<String>> reactions, ReactionCompiler turns, TangentCompiler tangents) {
        this.turns = turns;
        this.tangents = tangents;
        this.states = Names.of(symbols.states().stream().limit(symbols.namedStates()).map(Symbol.Stored::id).toList());
        this.allStates = symbols.states().stream().map(Symbol.Stored::id).toList();
        this.parameters = Names.of(symbols.parameters().stream().map(Symbol.Stored::id).toList());
        this.outputs = Names.of(outputs);
        this.system = system;
        this.initialiser = initialiser;
        this.reactions = Map.copyOf(reactions);
        this.beginning = new Beginning(system, initialiser);
        this.defaults = new double[system.outputCount()];
        double[] p = parameters(Map.of());
        double[] y = givenStates(Map.of());
        beginning.states(0, y, p);
        system.outputs(0, y, p, new double[system.scratchSize()], defaults);
    }

    /// The functions.
    public EquationSystem system() {
        return system;
    }

    /// The reactions one by one, for stochastic methods; compiled when first asked for.
    ///
    /// @throws ProblemException with every reason (codes N3##) why the model cannot be simulated turn by turn
    public synchronized ReactionSystem reactions() {
        if (system.algebraicStates().length > 0 || !system.pastValues().isEmpty()) {
            throw new ProblemException(Problem.error("N311", "the model cannot be simulated turn by turn",
                    "it has algebraic rules, fast reactions or delays, which hold between turns as well",
                    "simulate it without --stochastic"));
        }
        if (counted.isEmpty()) {
            counted = Optional.of(turns.compile());
        }
        return counted.get();
    }

    /// How outputs move when given values do; compiled when first asked for.
    ///
    /// @param moving the ids of parameters and states whose given values move
    /// @param wanted the ids of outputs
    /// @throws ProblemException N410 if derivatives are not carried through this model
    /// @throws IllegalArgumentException if an id is not of the model; names the nearest
    public TangentFunctions tangents(Set<String> moving, List<String> wanted) {
        Set<Integer> movingStates = new HashSet<>();
        Set<Integer> movingParameters = new HashSet<>();
        for (String id : moving) {
            if (states.places().containsKey(id)) {
                movingStates.add(stateIndex(id));
            } else if (parameters.places().containsKey(id)) {
                movingParameters.add(parameterIndex(id));
            } else {
                throw unsettable(id);
            }
        }
        return tangents.compile(movingStates, movingParameters, wanted.stream().map(this::outputIndex).toList());
    }

    /// What a state is, also one that the model does not name; those come last.
    public String stateName(int index) {
        return allStates.get(index);
    }

    /// What each state is that the model names.
    public List<String> stateIds() {
        return states.ids();
    }

    /// What each parameter is; the parameter `k` that only reaction `R` knows is `R.k`.
    public List<String> parameterIds() {
        return parameters.ids();
    }

    /// What each output is: the states, the rules and reaction rates, the parameters.
    public List<String> outputIds() {
        return outputs.ids();
    }

    /// @throws IllegalArgumentException if no state has this id; names the nearest
    public int stateIndex(String id) {
        return states.place(id, "state");
    }

    /// @throws IllegalArgumentException if no parameter has this id; names the nearest
    public int parameterIndex(String id) {
        return parameters.place(id, "parameter");
    }

    /// @throws IllegalArgumentException if no output has this id; names the nearest
    public int outputIndex(String id) {
        return outputs.place(id, "output");
    }

    /// The value of an output at time zero with nothing overridden.
    ///
    /// @throws IllegalArgumentException if no output has this id; names the nearest
    public double defaultValue(String id) {
        return defaults[outputIndex(id)];
    }

    /// The reactions that change a state, in the order of the model; empty for what rules change.
    public List<String> reactionsOf(String stateId) {
        stateIndex(stateId);
        return reactions.getOrDefault(stateId, List.of());
    }

    /// The parameters of a run, prepared. Initial assignments follow overridden values; an override replaces the
    /// initial assignment of its own id.
    ///
    /// @param overrides values of parameters, and of states whose start parameters depend on
    /// @return an array for [EquationSystem], `parameterSize()` long
    /// @throws IllegalArgumentException if an id is neither a state nor a parameter; names the nearest
    public double[] parameters(Map<String, Double> overrides) {
        return beginning.parameters(givenStates(overrides), givenParameters(overrides));
    }

    /// The numbers given for parameters; not a number where a formula gives the value.
    ///
    /// @param overrides values of parameters; those of states are passed over
    /// @return a new array, `parameterCount()` long
    public double[] givenParameters(Map<String, Double> overrides) {
        double[] given = initialiser.givenParameters().clone();
        overrides.forEach((id, value) -> {
            if (parameters.places().containsKey(id)) {
                given[parameterIndex(id)] = value;
            }
        });
        return given;
    }

    /// The states at the start of a run.
    ///
    /// @param t0 the time, in the model's time unit
    /// @param p the parameters, prepared
    /// @param overrides values of states; those of parameters are in `p` already and are passed over
    /// @return a new array for [EquationSystem]
    /// @throws IllegalArgumentException if an id is neither a state nor a parameter; names the nearest
    /// @throws ProblemException N111 if a state has no value, N114 if algebraic rules or fast reactions allow none
    public double[] initialState(double t0, double[] p, Map<String, Double> overrides) {
        double[] y = givenStates(overrides);
        boolean solved = beginning.states(t0, y, p);
        for (int k = 0; k < y.length; k++) {
            if (Double.isNaN(y[k]) && !beginning.isSolvedFor(k)) {
                throw new ProblemException(withoutValue(k, p));
            }
        }
        if (!solved) {
            throw new ProblemException(Problem.error("N114", "the equations that hold at all times have no solution",
                    "no values of " + beginning.unknowns().mapToObj(allStates::get).collect(Collectors.joining(", "))
                            + " were found that satisfy them at the start",
                    "give the quantities values near a solution, or look at the equations for contradictions"));
        }
        return y;
    }

    private Problem withoutValue(int state, double[] p) {
        String missing = parameters.ids().stream().filter(id -> Double.isNaN(p[parameterIndex(id)]))
                .collect(Collectors.joining(", "));
        return Problem.error("N111", "state " + allStates.get(state) + " has no value at the start",
                missing.isEmpty() ? "its initial value is missing or is not a number" : "nor have " + missing,
                "give it a number, or an initial assignment that has a value");
    }

    /// The numbers given for states, as their ids mean them; not a number where a formula gives the value.
    ///
    /// @param overrides values of states; those of parameters are passed over
    /// @return a new array, `stateCount()` long
    /// @throws IllegalArgumentException if an id is neither a state nor a parameter; names the nearest
    public double[] givenStates(Map<String, Double> overrides) {
        double[] given = initialiser.givenStates().clone();
        overrides.forEach((id, value) -> {
            if (states.places().containsKey(id)) {
                given[stateIndex(id)] = value;
            } else if (!parameters.places().containsKey(id)) {
                throw unsettable(id);
            }
        });
        return given;
    }

    private IllegalArgumentException unsettable(String id) {
        if (outputs.places().containsKey(id)) {
            return new IllegalArgumentException(
                    id + " cannot be given a value: a rule, a rate law or the model itself fixes it");
        }
        List<String> settable = outputs.ids().stream()
                .filter(o -> states.places().containsKey(o) || parameters.places().containsKey(o)).toList();
        return unknown(id, "state or parameter", settable);
    }

    private static IllegalArgumentException unknown(String id, String kind, List<String> known) {
        return new IllegalArgumentException("there is no " + kind + " " + id
                + Nearest.of(id, known).map(n -> "; the nearest name is " + n).orElse(""));
    }
}
