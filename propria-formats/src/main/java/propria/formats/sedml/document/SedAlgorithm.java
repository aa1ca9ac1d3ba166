package propria.formats.sedml.document;

import java.util.List;
import propria.model.problem.SourceLocation;

/// The algorithm that an experiment asks for.
///
/// @param kisao its term in the Kinetic Simulation Algorithm Ontology (Courtot et al. 2011, Mol. Syst. Biol. 7:543), as
///        `KISAO:0000019`
/// @param settings its parameters
public record SedAlgorithm(String kisao, List<Setting> settings, SourceLocation place) {

    public SedAlgorithm {
        settings = List.copyOf(settings);
    }

    /// A parameter of an algorithm.
    ///
    /// @param kisao its term
    /// @param value as written
    public record Setting(String kisao, String value, SourceLocation place) {
    }
}
