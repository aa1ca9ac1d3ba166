package propria.formats.sbml.xml;

/// What an element can hold: further elements or text.
public sealed interface XmlNode permits XmlElement, XmlNode.Text {

    /// A run of characters.
    record Text(String text) implements XmlNode {
    }
}
