package propria.formats.sedml.document;

import java.util.Optional;
import propria.model.problem.SourceLocation;

/// Data computed from what tasks recorded, value by value.
public record SedDataGenerator(String id, Optional<String> name, Computation computation, SourceLocation place) {

    /// The name, else the id.
    public String label() {
        return name.orElse(id);
    }
}
