package propria.formats.sbml.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import propria.model.problem.SourceLocation;

/// An element with its attributes and content, which can change. Attributes without a prefix have the namespace `""`.
public final class XmlElement implements XmlNode {

    /// The name of an attribute.
    public record Name(String namespace, String local) {
    }

    private final String prefix;
    private final String namespace;
    private final String name;
    private final SourceLocation place;
    private final Map<Name, String> attributes = new LinkedHashMap<>();
    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private final List<XmlNode> content = new ArrayList<>();

    public XmlElement(String prefix, String namespace, String name, SourceLocation place) {
        this.prefix = prefix;
        this.namespace = namespace;
        this.name = name;
        this.place = place;
    }

    /// The prefix that the author wrote; empty for none.
    public String prefix() {
        return prefix;
    }

    public String namespace() {
        return namespace;
    }

    /// The name without prefix.
    public String name() {
        return name;
    }

    /// Where the start tag ends.
    public SourceLocation place() {
        return place;
    }

    public boolean is(String space, String local) {
        return name.equals(local) && namespace.equals(space);
    }

    /// The attributes in the order of the text.
    public Map<Name, String> attributes() {
        return attributes;
    }

    /// An attribute without a prefix.
    public Optional<String> attribute(String local) {
        return attribute("", local);
    }

    public Optional<String> attribute(String space, String local) {
        return Optional.ofNullable(attributes.get(new Name(space, local)));
    }

    /// Gives an attribute without a prefix a value.
    public void set(String local, String value) {
        attributes.put(new Name("", local), value);
    }

    public void set(String space, String local, String value) {
        attributes.put(new Name(space, local), value);
    }

    /// The prefix that the author gave to a namespace of an attribute.
    Map<String, String> prefixes() {
        return prefixes;
    }

    /// Elements and text in order; may be changed.
    public List<XmlNode> content() {
        return content;
    }

    /// The elements within, in order.
    public List<XmlElement> elements() {
        return content.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast).toList();
    }

    /// The elements within that have this name, in the namespace of this element.
    public List<XmlElement> elements(String local) {
        return elements(namespace, local);
    }

    public List<XmlElement> elements(String space, String local) {
        return elements().stream().filter(e -> e.is(space, local)).toList();
    }

    /// The first element within that has this name, in the namespace of this element.
    public Optional<XmlElement> first(String local) {
        return first(namespace, local);
    }

    public Optional<XmlElement> first(String space, String local) {
        return elements(space, local).stream().findFirst();
    }

    /// All text within, at any depth.
    public String text() {
        StringBuilder text = new StringBuilder();
        for (XmlNode node : content) {
            text.append(switch (node) {
                case Text(String characters) -> characters;
                case XmlElement element -> element.text();
            });
        }
        return text.toString();
    }

    /// Visits this element and those within, outer ones first.
    public void walk(Consumer<XmlElement> visitor) {
        visitor.accept(this);
        elements().forEach(element -> element.walk(visitor));
    }

    /// A copy with content of its own, in other namespaces.
    public XmlElement copy(UnaryOperator<String> spaces) {
        XmlElement copy = new XmlElement(prefix, spaces.apply(namespace), name, place);
        attributes.forEach((key, value) -> copy.set(spaces.apply(key.namespace()), key.local(), value));
        prefixes.forEach((space, used) -> copy.prefixes.put(spaces.apply(space), used));
        for (XmlNode node : content) {
            copy.content.add(switch (node) {
                case Text text -> text;
                case XmlElement element -> element.copy(spaces);
            });
        }
        return copy;
    }

    @Override
    public String toString() {
        return "<" + name + "> at " + place;
    }
}
