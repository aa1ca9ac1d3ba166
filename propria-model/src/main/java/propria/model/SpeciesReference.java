package propria.model;

import java.util.Optional;
import propria.model.expression.Expression;

/// How many of a species one turn of a reaction uses or makes.
///
/// @param species the id of the species
/// @param stoichiometry the number, a formula where SBML's stoichiometryMath or a rule on `id` gives it
/// @param id the identifier of this reference, when formulas, rules or events name it
public record SpeciesReference(String species, Expression stoichiometry, Optional<String> id) {
}
