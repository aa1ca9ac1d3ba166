package propria.model.unit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// The units that a model can name, its own definitions before the predefined ones, each reduced to base units.
public final class Units {

    private final Map<String, UnitDefinition> definitions = new LinkedHashMap<>();
    private final Map<String, Unit> resolved = new HashMap<>();

    /// @param definitions the units that a model defines; of two with one name the later counts
    public Units(List<UnitDefinition> definitions) {
        definitions.forEach(definition -> this.definitions.put(definition.id(), definition));
    }

    /// The unit of a name; empty where the name, or one that its definition uses, is unknown or defined by itself.
    ///
    /// @param name the id of a definition or a predefined unit
    public Optional<Unit> find(String name) {
        try {
            return Optional.of(named(name));
        } catch (ProblemException unknown) {
            return Optional.empty();
        }
    }

    /// The unit of a name.
    ///
    /// @param name the id of a definition or a predefined unit
    /// @throws ProblemException if it is unknown (M012) or defined by itself (M014)
    public Unit named(String name) {
        return resolve(name, new LinkedHashSet<>());
    }

    /// All names that can be found.
    public Set<String> names() {
        Set<String> names = new TreeSet<>(BaseUnit.names());
        names.addAll(definitions.keySet());
        return names;
    }

    /// A unit as a person would say it: by the first definition that is the same and tells more than a number, by a
    /// predefined name, else in base units.
    public String describe(Unit unit) {
        if (unit.dimension().isNone()) {
            return unit.toString();
        }
        for (String name : definitions.keySet()) {
            if (find(name).filter(unit::equivalent).isPresent()) {
                return name;
            }
        }
        for (BaseUnit base : BaseUnit.values()) {
            if (base.unit().equivalent(unit)) {
                return base.text();
            }
        }
        return unit.toString();
    }

    private Unit resolve(String name, SequencedSet<String> open) {
        Unit known = resolved.get(name);
        if (known != null) {
            return known;
        }
        UnitDefinition definition = definitions.get(name);
        // A definition such as `unit second = 60 second` means the predefined unit on its right.
        if (definition == null || open.contains(name) && BaseUnit.find(name).isPresent()) {
            return BaseUnit.find(name).map(BaseUnit::unit).orElseThrow(() -> new ProblemException(unknown(name)));
        }
        if (!open.add(name)) {
            throw new ProblemException(Problem.error("M014", definition.definedAt(),
                    "the unit " + name + " is defined by itself",
                    "the definitions are " + String.join(" -> ", open) + " -> " + name, "break the circle"));
        }
        Unit unit = Unit.DIMENSIONLESS;
        for (UnitDefinition.Factor factor : definition.factors()) {
            double scale = factor.multiplier() * StrictMath.pow(10, factor.scale());
            unit = unit.times(resolve(factor.kind(), open).scaled(scale).toThe(factor.exponent()));
        }
        open.remove(name);
        resolved.put(name, unit);
        return unit;
    }

    private Problem unknown(String name) {
        String fix = Nearest.of(name, names()).map(near -> "did you mean " + near + "?")
                .orElse("define it with: unit " + name + " = …");
        return Problem.error("M012", "the unit " + name + " is unknown", "it is neither defined nor one of SBML's",
                fix);
    }
}
