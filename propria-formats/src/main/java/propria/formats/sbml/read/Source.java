package propria.formats.sbml.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.formats.sbml.xml.XmlElement;
import propria.model.problem.SourceLocation;

/// Finds the text that an element of the model came from: by its kind and the name that it has or acts on.
final class Source {

    private static final List<String> KEYS = List.of("id", "variable", "symbol");

    private final XmlElement model;
    private final Map<String, XmlElement> byName = new HashMap<>();
    private final Map<String, List<XmlElement>> byKind = new HashMap<>();

    Source(XmlElement model) {
        this.model = model;
        for (XmlElement list : model.elements()) {
            list.elements().forEach(this::add);
        }
    }

    private void add(XmlElement element) {
        byKind.computeIfAbsent(element.name(), _ -> new ArrayList<>()).add(element);
        KEYS.stream().map(element::attribute).flatMap(Optional::stream).findFirst()
                .ifPresent(key -> byName.putIfAbsent(element.name() + " " + key, element));
    }

    XmlElement model() {
        return model;
    }

    /// The element of a kind with a name, else the model.
    XmlElement named(String kind, String name) {
        return byName.getOrDefault(kind + " " + name, model);
    }

    /// The element of a kind with a number, else the model.
    XmlElement numbered(String kind, int index) {
        List<XmlElement> all = byKind.getOrDefault(kind, List.of());
        return index < all.size() ? all.get(index) : model;
    }

    SourceLocation place(String kind, String name) {
        return named(kind, name).place();
    }
}
