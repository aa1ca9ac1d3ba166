package propria.formats.sbml.write;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlReader;
import propria.formats.sbml.xml.XmlText;
import propria.model.Event;
import propria.model.Model;

/// Events whose values are those of the time when they happen. JSBML 1.6.1 writes this attribute in Level 2 Version 4 and
/// in Level 3, but not in Level 2 Version 5, which has it too (section 4.14.1 there).
public final class LateValues {

    private LateValues() {
    }

    /// The text of a document with the attribute at those events of the model that need it.
    public static String in(String document, Model model) {
        Set<String> late = model.events().stream().filter(e -> !e.valuesFromTrigger()).map(Event::id)
                .collect(Collectors.toSet());
        if (late.isEmpty()) {
            return document;
        }
        XmlElement root = XmlReader.readBytes(document.getBytes(StandardCharsets.UTF_8), "written");
        root.walk(element -> {
            if (element.name().equals("event") && element.attribute("id").filter(late::contains).isPresent()) {
                element.set("useValuesFromTriggerTime", "false");
            }
        });
        return XmlText.of(root);
    }
}
