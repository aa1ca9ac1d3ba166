package propria.formats.sbml.carry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.formats.sbml.xml.XmlElement;

/// Which element of one document is which of another, of the same model perhaps in another level: by its kind and what it
/// is called or acts on, else by its number among those of its kind.
final class Partners {

    private static final List<String> KEYS = List.of("variable", "symbol", "species", "id");

    /// What Level 3 and Level 2 call by different names, within a rate law.
    private static final Map<String, String> RENAMED = Map.of("listOfParameters", "listOfLocalParameters", "parameter",
            "localParameter", "listOfLocalParameters", "listOfParameters", "localParameter", "parameter");

    private Partners() {
    }

    /// The partner of an element.
    ///
    /// @param parent what holds the element
    /// @param among what holds the partner
    static Optional<XmlElement> of(XmlElement parent, XmlElement element, XmlElement among) {
        List<XmlElement> found = among.elements(kind(parent, element, among));
        Optional<String> key = key(element);
        if (key.isEmpty()) {
            int number = parent.elements(element.name()).indexOf(element);
            return number < found.size() ? Optional.of(found.get(number)) : Optional.empty();
        }
        return found.stream().filter(other -> key(other).equals(key)).findFirst();
    }

    private static String kind(XmlElement parent, XmlElement element, XmlElement among) {
        boolean law = parent.name().equals("kineticLaw") || parent.name().startsWith("listOf");
        if (law && RENAMED.containsKey(element.name()) && among.elements(element.name()).isEmpty()) {
            return RENAMED.getOrDefault(element.name(), "");
        }
        return element.name();
    }

    private static Optional<String> key(XmlElement element) {
        return KEYS.stream().map(element::attribute).flatMap(Optional::stream).findFirst();
    }
}
