package propria.model.unit;

import java.util.List;
import propria.model.problem.SourceLocation;

/// A named unit as a product of factors, as SBML defines it: each factor is
/// `(multiplier * 10^scale * kind)^exponent`.
public record UnitDefinition(String id, List<Factor> factors, SourceLocation definedAt) {
    public UnitDefinition {
        factors = List.copyOf(factors);
    }

    /// One factor.
    ///
    /// @param kind an SBML base unit (`mole`, `second`, `item`, `dimensionless`, …) or another definition's id
    public record Factor(String kind, double exponent, int scale, double multiplier) {
    }
}
