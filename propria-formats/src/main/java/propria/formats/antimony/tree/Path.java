package propria.formats.antimony.tree;

import java.util.List;
import propria.model.problem.SourceLocation;

/// A name, or a name inside an instance of a sub-model: `instance.name`.
///
/// @param parts at least one; all but the last name instances
public record Path(List<String> parts, SourceLocation place) {
    public Path {
        parts = List.copyOf(parts);
    }

    /// The last part.
    public String last() {
        return parts.getLast();
    }

    /// Whether this names something of the scope where it stands.
    public boolean isLocal() {
        return parts.size() == 1;
    }

    /// The path without its last part; of a path with at least two parts.
    public Path owner() {
        return new Path(parts.subList(0, parts.size() - 1), place);
    }

    @Override
    public String toString() {
        return String.join(".", parts);
    }
}
