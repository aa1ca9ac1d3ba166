package propria.formats.sbml.carry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.formats.sbml.xml.XmlElement;

/// Which element of one document is which of another, of the same model perhaps in another level: by its kind and what it
/// is called or acts on, else by its number among those of its kind.
final class Partners {

    private static final List<String> KEYS = List.of("variable", "symbol", "species", "id");

    /// What Level 3 calls otherwise than Level 2.
    private static final Map<String, String> RENAMED = Map.of("listOfParameters", "listOfLocalParameters", "parameter",
            "localParameter");

    private Partners() {
    }

    /// The partner of an element.
    ///
    /// @param parent what holds the element
    /// @param among what holds the partner
    static Optional<XmlElement> of(XmlElement parent, XmlElement element, XmlElement among) {
        boolean local = List.of("kineticLaw", "listOfParameters").contains(parent.name())
                && List.of("kineticLaw", "listOfLocalParameters").contains(among.name());
        String kind = local ? RENAMED.getOrDefault(element.name(), element.name()) : element.name();
        List<XmlElement> found = among.elements(kind);
        Optional<String> key = key(element);
        if (key.isEmpty()) {
            int number = parent.elements(element.name()).indexOf(element);
            return number < found.size() ? Optional.of(found.get(number)) : Optional.empty();
        }
        return found.stream().filter(other -> key(other).equals(key)).findFirst();
    }

    private static Optional<String> key(XmlElement element) {
        return KEYS.stream().map(element::attribute).flatMap(Optional::stream).findFirst();
    }
}
