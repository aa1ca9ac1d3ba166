package propria.formats.sbml.comp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import propria.formats.sbml.xml.XmlElement;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// One use of a model: a copy of its elements, with the instances that it holds itself.
final class Instance {

    private static final int DEEPEST = 100;
    private static final int MOST = 100_000;

    private final XmlElement model;
    private final String prefix;
    private final Optional<Instance> outer;
    private final Optional<XmlElement> submodel;
    private final Map<String, Instance> inner = new LinkedHashMap<>();
    private final Map<String, XmlElement> names = new HashMap<>();
    private final Map<String, XmlElement> units = new HashMap<>();
    private final Map<String, XmlElement> metaids = new HashMap<>();
    private final Map<String, XmlElement> ports = new HashMap<>();
    private final Map<XmlElement, String> ids = new HashMap<>();

    private Instance(XmlElement model, String prefix, Optional<Instance> outer, Optional<XmlElement> submodel) {
        this.model = model;
        this.prefix = prefix;
        this.outer = outer;
        this.submodel = submodel;
        model.elements().forEach(this::index);
        Comp.list(model, "listOfPorts").forEach(port -> ports.put(Comp.required(port, "id"), port));
    }

    /// Instantiates a model with all submodels.
    static Instance of(Definitions.Definition definition) {
        return new Builder(definition.model().namespace()).instance(definition, "", Optional.empty(), Optional.empty(),
                List.of());
    }

    /// Makes instances within instances; `core` is the namespace that all their elements get.
    private static final class Builder {

        private final String core;
        private int count;

        Builder(String core) {
            this.core = core;
        }

        Instance instance(Definitions.Definition definition, String prefix, Optional<Instance> outer,
                Optional<XmlElement> submodel, List<XmlElement> path) {
            XmlElement source = definition.model();
            String own = source.namespace().equals(Comp.NAMESPACE) ? coreOf(source) : source.namespace();
            if (path.contains(source) || path.size() > DEEPEST || ++count > MOST) {
                throw new ProblemException(Problem.error("B132", source.place(),
                        "the model contains itself, or too many submodels", "it would be endless",
                        "remove one of the uses"));
            }
            Instance made = new Instance(source.copy(space -> space.equals(own) ? core : space), prefix, outer,
                    submodel);
            List<XmlElement> further = new ArrayList<>(path);
            further.add(source);
            for (XmlElement part : Comp.list(made.model, "listOfSubmodels")) {
                String id = Comp.required(part, "id");
                made.inner.put(id, instance(definition.document().find(Comp.required(part, "modelRef"), part),
                        prefix + id + "__", Optional.of(made), Optional.of(part), further));
            }
            return made;
        }

        private String coreOf(XmlElement definition) {
            return definition.elements().stream().map(XmlElement::namespace)
                    .filter(space -> space.endsWith("/core")).findFirst().orElse(core);
        }
    }

    private void index(XmlElement element) {
        if (element.name().equals("notes") || element.name().equals("annotation")) {
            return;
        }
        element.attribute("metaid").ifPresent(id -> metaids.putIfAbsent(id, element));
        Optional<String> id = element.attribute("id").or(() -> element.attribute(Comp.NAMESPACE, "id"));
        id.ifPresent(i -> ids.put(element, i));
        switch (element.name()) {
            case "unitDefinition" -> id.ifPresent(i -> units.putIfAbsent(i, element));
            case "localParameter", "port", "deletion" -> {
                // names of their own
            }
            default -> id.ifPresent(i -> names.putIfAbsent(i, element));
        }
        if (!element.name().equals("math")) {
            element.elements().forEach(this::index);
        }
    }

    XmlElement model() {
        return model;
    }

    /// What stands before the names of its elements in the flat model.
    String prefix() {
        return prefix;
    }

    Optional<Instance> outer() {
        return outer;
    }

    /// The element that made this instance; empty for the main model.
    Optional<XmlElement> submodel() {
        return submodel;
    }

    Map<String, Instance> inner() {
        return inner;
    }

    Optional<Instance> inner(String submodel) {
        return Optional.ofNullable(inner.get(submodel));
    }

    /// The name that an element had before any renaming; empty for none.
    String idOf(XmlElement element) {
        return ids.getOrDefault(element, "");
    }

    Optional<XmlElement> named(String id) {
        return Optional.ofNullable(names.get(id));
    }

    Optional<XmlElement> unit(String id) {
        return Optional.ofNullable(units.get(id));
    }

    Optional<XmlElement> metaid(String id) {
        return Optional.ofNullable(metaids.get(id));
    }

    Optional<XmlElement> port(String id) {
        return Optional.ofNullable(ports.get(id));
    }

    /// Visits this instance and those within, inner ones first.
    void eachInnerFirst(Consumer<Instance> visitor) {
        List.copyOf(inner.values()).forEach(instance -> instance.eachInnerFirst(visitor));
        visitor.accept(this);
    }

    /// Takes an element out; a submodel with all that it holds.
    void remove(XmlElement element) {
        remove(model, element);
        if (element.is(Comp.NAMESPACE, "submodel")) {
            inner.remove(Comp.required(element, "id"));
        }
    }

    private static boolean remove(XmlElement from, XmlElement element) {
        return from.content().removeIf(node -> node == element)
                || from.elements().stream().anyMatch(within -> remove(within, element));
    }
}
