package propria.model;

import java.util.Optional;
import java.util.OptionalDouble;
import propria.model.problem.SourceLocation;

/// A pool of one kind of entity in one compartment.
///
/// @param id the identifier
/// @param compartment the id of its compartment
/// @param initial the value at time zero, as `initialKind` says; empty where a rule or assignment gives it
/// @param initialKind whether `initial` is an amount or a concentration
/// @param substanceOnly whether the id stands for the amount in formulas (SBML's hasOnlySubstanceUnits), else for the
///        concentration
/// @param boundary whether reactions leave it unchanged (SBML's boundaryCondition)
/// @param constant whether it never changes
/// @param unit the unit of the amount
/// @param conversionFactor the id of the parameter that converts reaction extent into this amount
public record Species(String id, String compartment, OptionalDouble initial, InitialKind initialKind,
        boolean substanceOnly, boolean boundary, boolean constant, Optional<String> unit,
        Optional<String> conversionFactor, Description description, SourceLocation definedAt) {

    /// How an initial value is to be read.
    public enum InitialKind {
        AMOUNT,
        CONCENTRATION
    }
}
