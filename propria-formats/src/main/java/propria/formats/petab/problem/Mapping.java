package propria.formats.petab.problem;

import java.util.Optional;
import propria.model.problem.SourceLocation;

/// A name of the tables for something of the model whose own name PEtab does not allow.
///
/// @param modelId empty for a row that only annotates
public record Mapping(String petabId, String modelId, Optional<String> name, SourceLocation place) {
}
