package propria.formats.sbml.form;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/// The elements of core SBML and their attributes: Level 2 Version 5, Level 3 Versions 1 and 2, and what older versions
/// of Level 2 had.
final class Shapes {

    /// What an element has.
    ///
    /// @param always attributes that every level needs
    /// @param level3 attributes that Level 3 needs besides
    /// @param all every attribute
    record Shape(Set<String> always, Set<String> level3, SequencedSet<String> all) {
    }

    private static final Set<String> EVERYWHERE = Set.of("id", "name", "metaid", "sboTerm");

    /// Element: attributes that all levels need, after `3` those that Level 3 needs, after `?` the others.
    private static final Map<String, Shape> ALL = parsed("""
            sbml: level version ? schemaLocation
            model: ? substanceUnits timeUnits volumeUnits areaUnits lengthUnits extentUnits conversionFactor
            functionDefinition: id
            unitDefinition: id
            unit: kind 3 exponent scale multiplier ? offset
            compartmentType: id
            speciesType: id
            compartment: id 3 constant ? size spatialDimensions units compartmentType outside
            species: id compartment 3 hasOnlySubstanceUnits boundaryCondition constant ? initialAmount \
            initialConcentration substanceUnits conversionFactor speciesType spatialSizeUnits charge
            parameter: id 3 constant ? value units
            localParameter: id ? value units
            initialAssignment: symbol
            assignmentRule: variable
            rateRule: variable
            algebraicRule:
            constraint:
            reaction: id 3 reversible ? fast compartment
            speciesReference: species 3 constant ? stoichiometry
            modifierSpeciesReference: species
            stoichiometryMath:
            kineticLaw: ? timeUnits substanceUnits
            event: 3 useValuesFromTriggerTime ? timeUnits
            trigger: 3 initialValue persistent
            delay:
            priority:
            eventAssignment: variable
            listOfFunctionDefinitions:
            listOfUnitDefinitions:
            listOfUnits:
            listOfCompartmentTypes:
            listOfSpeciesTypes:
            listOfCompartments:
            listOfSpecies:
            listOfParameters:
            listOfLocalParameters:
            listOfInitialAssignments:
            listOfRules:
            listOfConstraints:
            listOfReactions:
            listOfReactants:
            listOfProducts:
            listOfModifiers:
            listOfEvents:
            listOfEventAssignments:
            """);

    private Shapes() {
    }

    /// The shape of an element; empty for one that SBML does not have.
    static Optional<Shape> of(String element) {
        return Optional.ofNullable(ALL.get(element));
    }

    /// The elements that there are.
    static Set<String> names() {
        return ALL.keySet();
    }

    private static Map<String, Shape> parsed(String table) {
        Map<String, Shape> shapes = new HashMap<>();
        table.lines().forEach(line -> {
            String[] parts = line.split(":", 2);
            String[] rest = parts[1].split("\\?", 2);
            String[] needed = rest[0].split(" 3 ", 2);
            Set<String> always = words(needed[0]);
            Set<String> level3 = needed.length > 1 ? words(needed[1]) : Set.of();
            SequencedSet<String> all = new LinkedHashSet<>(always);
            all.addAll(level3);
            all.addAll(rest.length > 1 ? words(rest[1]) : Set.of());
            all.addAll(EVERYWHERE);
            shapes.put(parts[0].strip(), new Shape(always, level3, all));
        });
        return shapes;
    }

    private static Set<String> words(String text) {
        return text.isBlank() ? Set.of() : new LinkedHashSet<>(Arrays.asList(text.strip().split("\\s+")));
    }
}
