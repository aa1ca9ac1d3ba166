package propria.formats.sedml.write;

import java.util.Optional;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlNode;
import propria.formats.sbml.xml.XmlReader;
import propria.model.problem.SourceLocation;

/// Builds elements of one namespace.
final class Nodes {

    private static final SourceLocation NOWHERE = SourceLocation.of("");

    private final String space;

    Nodes(String space) {
        this.space = space;
    }

    /// An element with attributes, given as name and value in turn; empty values are left out.
    XmlElement node(String name, String... attributes) {
        XmlElement node = new XmlElement("", space, name, NOWHERE);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                node.set(attributes[i], attributes[i + 1]);
            }
        }
        return node;
    }

    /// A list element within `parent`, made when it is first asked for.
    XmlElement list(XmlElement parent, String name) {
        return parent.first(name).orElseGet(() -> {
            XmlElement list = node(name);
            parent.content().add(list);
            return list;
        });
    }

    /// Elements from text.
    void insert(XmlElement parent, String xml) {
        parent.content().addAll(elements(xml).content());
    }

    /// A root without meaning around the elements of a text.
    static XmlElement elements(String xml) {
        String whole = "<all>" + xml + "</all>";
        return XmlReader.readBytes(whole.getBytes(java.nio.charset.StandardCharsets.UTF_8), "new XML");
    }

    static String text(Optional<String> text) {
        return text.orElse("");
    }

    static String text(double number) {
        return number == StrictMath.rint(number) && StrictMath.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    /// Puts each element that holds elements alone on lines of its own.
    static void indent(XmlElement element, int depth) {
        boolean leaf = element.elements().isEmpty();
        boolean mixed = element.content().stream()
                .anyMatch(node -> node instanceof XmlNode.Text(String text) && !text.isBlank());
        if (leaf || mixed) {
            return;
        }
        element.content().removeIf(XmlNode.Text.class::isInstance);
        int count = element.content().size();
        for (int i = count - 1; i >= 0; i--) {
            element.content().add(i, new XmlNode.Text("\n" + "  ".repeat(depth + 1)));
        }
        element.content().add(new XmlNode.Text("\n" + "  ".repeat(depth)));
        element.elements().forEach(inner -> indent(inner, depth + 1));
    }
}
