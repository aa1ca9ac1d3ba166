package propria.formats.antimony.flatten;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import propria.formats.antimony.tree.Diagnostics;
import propria.formats.antimony.tree.Statement.UnitFactor;
import propria.formats.antimony.tree.Statement.UnitFormula;
import propria.formats.antimony.tree.Statement.UnitStatement;
import propria.model.Model.UnitRole;
import propria.model.problem.Nearest;
import propria.model.problem.SourceLocation;
import propria.model.unit.UnitDefinition;
import propria.model.unit.UnitDefinition.Factor;

/// The unit definitions of all files, and the model-wide units among them (`unit time_unit = day`).
final class Units {

    private static final Set<String> BASE = Set.of("ampere", "avogadro", "becquerel", "candela", "coulomb",
            "dimensionless", "farad", "gram", "gray", "henry", "hertz", "item", "joule", "katal", "kelvin", "kilogram",
            "litre", "lumen", "lux", "metre", "mole", "newton", "ohm", "pascal", "radian", "second", "siemens",
            "sievert",
            "steradian", "tesla", "volt", "watt", "weber", "celsius");
    private static final Map<String, UnitRole> ROLES = Map.of("time_unit", UnitRole.TIME, "substance",
            UnitRole.SUBSTANCE, "volume", UnitRole.VOLUME, "area", UnitRole.AREA, "length", UnitRole.LENGTH, "extent",
            UnitRole.EXTENT);

    private final Diagnostics problems;
    private final SequencedMap<String, UnitDefinition> definitions = new LinkedHashMap<>();
    private final Map<UnitRole, String> defaults = new EnumMap<>(UnitRole.class);
    private final Set<String> stated = new TreeSet<>();
    private final Set<String> sound = new HashSet<>();

    Units(List<UnitStatement> statements, Diagnostics problems) {
        this.problems = problems;
        statements.forEach(statement -> stated.add(statement.name()));
        statements.forEach(this::add);
        definitions.values().forEach(definition -> refuseCycle(definition, List.of()));
    }

    List<UnitDefinition> definitions() {
        return new ArrayList<>(definitions.values());
    }

    Map<UnitRole, String> defaults() {
        return defaults;
    }

    private void add(UnitStatement statement) {
        Optional<UnitRole> role = Optional.ofNullable(ROLES.get(statement.name()));
        if (role.isPresent() && statement.unit().bareName().isPresent()) {
            makeDefault(role.get(), known(statement.unit().bareName().get(), statement.unit().place()), statement);
            return;
        }
        UnitDefinition definition = new UnitDefinition(statement.name(), factors(statement.unit()),
                statement.place());
        UnitDefinition earlier = definitions.putIfAbsent(statement.name(), definition);
        if (earlier != null && !earlier.factors().equals(definition.factors())) {
            twice(statement, earlier.definedAt().toString());
        }
        role.ifPresent(meant -> makeDefault(meant, statement.name(), statement));
    }

    private void makeDefault(UnitRole role, String unit, UnitStatement statement) {
        String earlier = defaults.putIfAbsent(role, unit);
        if (earlier != null && !earlier.equals(unit)) {
            twice(statement, "elsewhere as " + earlier);
        }
    }

    private void twice(UnitStatement statement, String earlier) {
        problems.error("A211", statement.place(), "The unit " + statement.name() + " is given twice.",
                "The first definition is at " + earlier + ".", "Remove or rename one of them.");
    }

    private void refuseCycle(UnitDefinition definition, List<String> above) {
        if (sound.contains(definition.id())) {
            return;
        }
        if (above.contains(definition.id())) {
            problems.error("A226", definition.definedAt(), "The unit " + definition.id() + " is defined by itself.",
                    String.join(" needs ", above) + " needs " + definition.id() + ".",
                    "Define it by base units of SBML.");
            return;
        }
        List<String> path = new ArrayList<>(above);
        path.add(definition.id());
        for (Factor factor : definition.factors()) {
            Optional.ofNullable(definitions.get(factor.kind())).ifPresent(inner -> refuseCycle(inner, path));
        }
        sound.add(definition.id());
    }

    /// The id of a unit written as a formula; a definition is made where the formula is more than a name.
    String id(UnitFormula formula) {
        Optional<String> name = formula.bareName();
        if (name.isPresent()) {
            return known(name.get(), formula.place());
        }
        List<Factor> factors = factors(formula);
        for (UnitDefinition definition : definitions.values()) {
            if (definition.factors().equals(factors)) {
                return definition.id();
            }
        }
        String base = composedName(factors);
        String id = base;
        for (int i = 2; definitions.containsKey(id) || BASE.contains(id); i++) {
            id = base + "_" + i;
        }
        definitions.put(id, new UnitDefinition(id, factors, formula.place()));
        return id;
    }

    private List<Factor> factors(UnitFormula formula) {
        List<Factor> factors = new ArrayList<>();
        for (UnitFactor factor : formula.factors()) {
            factors.add(new Factor(known(factor.unit(), factor.place()), factor.exponent(), factor.scale(),
                    factor.multiplier().orElse(1)));
        }
        return factors;
    }

    private String known(String name, SourceLocation place) {
        if (stated.contains(name) && !ROLES.containsKey(name) || definitions.containsKey(name)) {
            return name;
        }
        UnitRole role = ROLES.get(name);
        if (role != null && defaults.containsKey(role)) {
            return defaults.get(role);
        }
        String spelled = switch (name) {
            case "liter", "liters" -> "litre";
            case "meter", "meters" -> "metre";
            default -> name.endsWith("s") && !BASE.contains(name) ? name.substring(0, name.length() - 1) : name;
        };
        if (BASE.contains(spelled) || stated.contains(spelled)) {
            return spelled;
        }
        Set<String> all = new TreeSet<>(BASE);
        all.addAll(stated);
        problems.error("A220", place, "The unit " + name + " is not defined.",
                stated.isEmpty()
                        ? "Only the base units of SBML are known."
                        : "Defined: " + String.join(", ", stated)
                                + ", and the base units of SBML.",
                Nearest.of(name, all).map(near -> "Did you mean " + near + "?")
                        .orElse("Define it: unit " + name + " = …"));
        return name;
    }

    /// A readable id such as `mole_per_litre`.
    private static String composedName(List<Factor> factors) {
        StringBuilder name = new StringBuilder();
        for (Factor factor : factors) {
            name.append(name.isEmpty() ? "" : "_").append(factor.exponent() < 0 ? "per_" : "");
            if (factor.multiplier() != 1 || factor.scale() != 0) {
                name.append("u").append(factor.multiplier()).append("e").append(factor.scale()).append("_");
            }
            name.append(factor.kind());
            double size = Math.abs(factor.exponent());
            name.append(size == 1 ? "" : String.valueOf(size));
        }
        return name.toString().replaceAll("[^A-Za-z0-9_]", "_");
    }
}
