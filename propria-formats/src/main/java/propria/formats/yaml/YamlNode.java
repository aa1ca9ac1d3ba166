package propria.formats.yaml;

import java.util.List;
import propria.model.problem.SourceLocation;

/// A node of a YAML document with its place.
public sealed interface YamlNode permits YamlNode.Text, YamlNode.Sequence, YamlMapping {

    SourceLocation place();

    /// A scalar as it was written, without quotes.
    ///
    /// @param value the text
    /// @param quoted whether it stood in quotes or in a block
    record Text(String value, boolean quoted, SourceLocation place) implements YamlNode {
    }

    /// A list.
    record Sequence(List<YamlNode> items, SourceLocation place) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /// What the node is, in a word for messages.
    default String kind() {
        return switch (this) {
            case Text _ -> "a text";
            case Sequence _ -> "a list";
            case YamlMapping _ -> "a mapping";
        };
    }
}
