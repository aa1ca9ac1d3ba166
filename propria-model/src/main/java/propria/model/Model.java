package propria.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.model.unit.UnitDefinition;

/// A model, whole: what a text format reads and writes and what the engine compiles. Lists keep the order of the text.
///
/// @param id the identifier
/// @param description name, sources, notes
/// @param units the unit definitions
/// @param defaults the units of time, substance, volume, area, length and extent where elements state none
/// @param conversionFactor the id of the parameter that converts reaction extent into species amounts
public record Model(String id, Description description, List<UnitDefinition> units, Map<UnitRole, String> defaults,
        List<Compartment> compartments, List<Species> species, List<Parameter> parameters,
        List<FunctionDefinition> functions, List<Reaction> reactions, List<Rule> rules,
        List<InitialAssignment> initialAssignments, List<Event> events, List<Constraint> constraints,
        Optional<String> conversionFactor) {

    public Model {
        units = List.copyOf(units);
        defaults = Map.copyOf(defaults);
        compartments = List.copyOf(compartments);
        species = List.copyOf(species);
        parameters = List.copyOf(parameters);
        functions = List.copyOf(functions);
        reactions = List.copyOf(reactions);
        rules = List.copyOf(rules);
        initialAssignments = List.copyOf(initialAssignments);
        events = List.copyOf(events);
        constraints = List.copyOf(constraints);
    }

    /// What a model-wide unit is the default of.
    public enum UnitRole {
        TIME,
        SUBSTANCE,
        VOLUME,
        AREA,
        LENGTH,
        EXTENT
    }
}
