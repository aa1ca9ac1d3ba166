package propria.formats.sbml.write;

import java.nio.charset.StandardCharsets;
import java.util.List;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlNode;
import propria.formats.sbml.xml.XmlReader;
import propria.formats.sbml.xml.XmlText;
import propria.model.Model;

/// Messages of constraints. JSBML 1.6.1 takes no message without its element `message`, and writes another one around it.
public final class Messages {

    private static final String MESSAGE = "message";

    private Messages() {
    }

    /// The text of a document with one element a message.
    public static String once(String document, Model model) {
        if (model.constraints().stream().allMatch(constraint -> constraint.message().isEmpty())) {
            return document;
        }
        XmlElement root = XmlReader.readBytes(document.getBytes(StandardCharsets.UTF_8), "written");
        root.walk(element -> element.first(MESSAGE).filter(_ -> element.name().equals(MESSAGE)).ifPresent(inner -> {
            List<XmlNode> content = List.copyOf(inner.content());
            element.content().clear();
            element.content().addAll(content);
        }));
        return XmlText.of(root);
    }
}
