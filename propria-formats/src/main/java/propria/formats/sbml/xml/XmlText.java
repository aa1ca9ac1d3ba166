package propria.formats.sbml.xml;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import propria.formats.sbml.xml.XmlElement.Name;

/// Writes a tree as text; every namespace is declared where it is first needed.
public final class XmlText {

    private final StringBuilder text = new StringBuilder();
    private int unnamed;

    private XmlText() {
    }

    /// The text of a document.
    public static String of(XmlElement root) {
        XmlText writer = new XmlText();
        writer.text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        writer.element(root, Map.of("", "", "xml", "http://www.w3.org/XML/1998/namespace"));
        return writer.text.toString();
    }

    /// The text of an element that is to stand within a document.
    public static String fragment(XmlElement element) {
        XmlText writer = new XmlText();
        writer.element(element, Map.of("", "", "xml", "http://www.w3.org/XML/1998/namespace"));
        return writer.text.toString();
    }

    private void element(XmlElement element, Map<String, String> outer) {
        Map<String, String> scope = new HashMap<>(outer);
        Map<String, String> declared = new LinkedHashMap<>();
        declare(element.prefix(), element.namespace(), scope, declared);
        StringBuilder attributes = new StringBuilder();
        element.attributes().forEach((name, value) -> {
            String prefix = name.namespace().isEmpty() ? "" : prefix(element, name, scope, declared);
            attributes.append(' ').append(prefix.isEmpty() ? "" : prefix + ":").append(name.local()).append("=\"")
                    .append(escaped(value)).append('"');
        });
        String name = element.prefix().isEmpty() ? element.name() : element.prefix() + ":" + element.name();
        text.append('<').append(name);
        declared.forEach((prefix, space) -> text.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix)
                .append("=\"").append(escaped(space)).append('"'));
        text.append(attributes);
        if (element.content().isEmpty()) {
            text.append("/>");
            return;
        }
        text.append('>');
        content(element, scope);
        text.append("</").append(name).append('>');
    }

    private void content(XmlElement element, Map<String, String> scope) {
        for (XmlNode node : element.content()) {
            switch (node) {
                case XmlNode.Text(String characters) -> text.append(escaped(characters));
                case XmlElement inner -> element(inner, scope);
            }
        }
    }

    private String prefix(XmlElement element, Name name, Map<String, String> scope, Map<String, String> declared) {
        String wanted = element.prefixes().getOrDefault(name.namespace(), "");
        if (wanted.isEmpty() || declared.containsKey(wanted) && !declared.get(wanted).equals(name.namespace())) {
            wanted = "ns" + unnamed++;
        }
        declare(wanted, name.namespace(), scope, declared);
        return wanted;
    }

    private static void declare(String prefix, String space, Map<String, String> scope, Map<String, String> declared) {
        if (!space.equals(scope.get(prefix))) {
            scope.put(prefix, space);
            declared.put(prefix, space);
        }
    }

    private static String escaped(String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
