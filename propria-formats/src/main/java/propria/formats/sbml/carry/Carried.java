package propria.formats.sbml.carry;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import propria.formats.sbml.level.SbmlLevel;
import propria.formats.sbml.packages.Packages;
import propria.formats.sbml.read.Descriptions;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlElement.Name;
import propria.formats.sbml.xml.XmlReader;
import propria.formats.sbml.xml.XmlText;

/// All that a document says and that is no part of the model: layout and drawing, groups, uncertainty, annotations, notes
/// with their markup, and the terms of parts that a model has no place for. It is put into the document that is written of
/// the model, element by element.
public final class Carried {

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final List<String> ATTRIBUTES = List.of("sboTerm", "name", "id");
    private static final String METAID = "metaid";
    /// What has a name in every level.
    private static final Set<String> NAMED = Set.of("model", "functionDefinition", "unitDefinition", "compartment",
            "species", "parameter", "localParameter", "reaction", "speciesReference", "modifierSpeciesReference",
            "event");

    private final XmlElement root;

    /// @param root the document with its submodels made flat; not to be changed afterwards
    public Carried(XmlElement root) {
        this.root = root;
    }

    /// What there is, in words: names of packages, `notes`, `annotations`.
    public Set<String> kinds() {
        Set<String> kinds = new TreeSet<>();
        root.walk(element -> {
            if (isKept(element.namespace())) {
                kinds.add(Packages.packageOf(element.namespace()));
            }
        });
        return kinds;
    }

    private static boolean isKept(String namespace) {
        String used = Packages.packageOf(namespace);
        return !used.isEmpty() && !used.equals("comp");
    }

    /// The text of a document of the same model with all that is carried in it and that its level has a place for:
    /// packages are those of Level 3, terms of SBO stand at every element from Level 2 Version 3, names and ids at every
    /// element from Level 3 Version 2.
    ///
    /// @param level the level of the document
    public String into(String document, SbmlLevel level) {
        XmlElement written = XmlReader.readBytes(document.getBytes(StandardCharsets.UTF_8), "written");
        Set<String> taken = new HashSet<>();
        Set<String> ids = new HashSet<>();
        written.walk(element -> {
            element.attribute(METAID).ifPresent(taken::add);
            element.attribute("id").ifPresent(ids::add);
        });
        new Graft(taken, ids, level).all(root, written);
        return XmlText.of(written);
    }

    /// One document into another.
    ///
    /// @param taken the metaids of the document
    /// @param ids the names in the document
    private record Graft(Set<String> taken, Set<String> ids, SbmlLevel level) {

        void all(XmlElement from, XmlElement to) {
            attributes(from, to);
            child(from, "notes").ifPresent(notes -> {
                to.content().removeIf(node -> node instanceof XmlElement inner && inner.name().equals("notes"));
                to.content().addFirst(in(to, notes));
            });
            child(from, "annotation").ifPresent(annotation -> annotation(annotation, to));
            for (XmlElement inner : from.elements()) {
                if (isKept(inner.namespace())) {
                    if (level.level() == 2) {
                        continue;
                    }
                    to.content().add(inner.copy(space -> space));
                } else if (!List.of("notes", "annotation", "math").contains(inner.name())) {
                    Partners.of(from, inner, to).ifPresent(partner -> all(inner, partner));
                }
            }
        }

        private void attributes(XmlElement from, XmlElement to) {
            for (Name name : from.attributes().keySet()) {
                boolean plain = name.namespace().isEmpty() && ATTRIBUTES.contains(name.local())
                        && !from.name().equals("sbml") && hasPlace(name.local(), to);
                plain = plain && (!name.local().equals("id") || ids.add(from.attributes().getOrDefault(name, "")));
                boolean kept = level.level() > 2 && isKept(name.namespace());
                if ((plain || kept) && !to.attributes().containsKey(name)) {
                    to.set(name.namespace(), name.local(), from.attributes().getOrDefault(name, ""));
                }
            }
        }

        private boolean hasPlace(String attribute, XmlElement element) {
            return attribute.equals("sboTerm")
                    ? !level.isBefore(SbmlLevel.L2V3)
                    : level == SbmlLevel.L3V2 || NAMED.contains(element.name())
                            && !(level == SbmlLevel.L2V1 && element.name().endsWith("peciesReference"));
        }

        private void annotation(XmlElement from, XmlElement to) {
            XmlElement annotation = child(to, "annotation").orElseGet(() -> {
                XmlElement made = new XmlElement(to.prefix(), to.namespace(), "annotation", to.place());
                to.content().add(child(to, "notes").isPresent() ? 1 : 0, made);
                return made;
            });
            for (XmlElement inner : from.elements()) {
                if (inner.is(RDF, "RDF")) {
                    statements(inner, annotation, to);
                } else if (!inner.namespace().equals(Descriptions.NAMESPACE)) {
                    annotation.content().add(inner.copy(space -> space));
                }
            }
            if (annotation.content().isEmpty()) {
                to.content().remove(annotation);
            }
        }

        /// The statements in RDF say of whom they speak, by its metaid.
        private void statements(XmlElement statements, XmlElement annotation, XmlElement to) {
            Optional<String> about = statements.elements().stream()
                    .flatMap(element -> element.attribute(RDF, "about").stream()).findFirst()
                    .filter(reference -> reference.startsWith("#")).map(reference -> reference.substring(1));
            boolean own = about.equals(to.attribute(METAID));
            if (about.isPresent() && (own || !taken.contains(about.get()))) {
                to.attribute(METAID).ifPresent(taken::remove);
                to.set(METAID, about.get());
                taken.add(about.get());
                annotation.content().removeIf(node -> node instanceof XmlElement inner && inner.is(RDF, "RDF"));
                annotation.content().addFirst(statements.copy(space -> space));
            }
        }
    }

    private static Optional<XmlElement> child(XmlElement element, String name) {
        return element.first(name);
    }

    /// A copy of a core element in the namespace of the document that it goes to.
    private static XmlElement in(XmlElement to, XmlElement element) {
        return element.copy(space -> space.equals(element.namespace()) ? to.namespace() : space);
    }
}
