package propria.model;

import java.util.List;
import java.util.Optional;
import propria.model.expression.Expression;
import propria.model.problem.SourceLocation;

/// Turns reactants into products.
///
/// @param id the identifier; in formulas it stands for the rate
/// @param reactants what is used, one entry a species reference
/// @param products what is made
/// @param modifiers species that the rate law names without changing them
/// @param rateLaw the extent per time (SBML's kinetic law); empty for a reaction that has none
/// @param localParameters parameters that only the rate law sees
/// @param reversible a statement about the chemistry; it does not change the dynamics
/// @param fast whether the reaction is at equilibrium at all times (SBML Level 2 and Level 3 Version 1)
/// @param compartment where the reaction happens, when stated
public record Reaction(String id, List<SpeciesReference> reactants, List<SpeciesReference> products,
        List<String> modifiers, Optional<Expression> rateLaw, List<Parameter> localParameters, boolean reversible,
        boolean fast, Optional<String> compartment, Description description, SourceLocation definedAt) {
    public Reaction {
        reactants = List.copyOf(reactants);
        products = List.copyOf(products);
        modifiers = List.copyOf(modifiers);
        localParameters = List.copyOf(localParameters);
    }
}
