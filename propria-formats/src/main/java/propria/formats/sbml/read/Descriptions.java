package propria.formats.sbml.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sbml.jsbml.CVTerm;
import org.sbml.jsbml.NamedSBase;
import org.sbml.jsbml.SBase;
import propria.formats.sbml.xml.XmlElement;
import propria.model.Description;
import propria.model.Description.Annotation;
import propria.model.Description.Interval;

/// Name, notes and controlled annotations of an element.
public final class Descriptions {

    /// The qualifier under which sources stand.
    private static final String SOURCE = "isDescribedBy";
    /// The namespace of statements that SBML has no word for.
    public static final String NAMESPACE = "urn:propria:sbml:statements:1";

    private Descriptions() {
    }

    static Description of(SBase element, XmlElement text) {
        List<String> sources = new ArrayList<>();
        List<Annotation> annotations = new ArrayList<>();
        for (CVTerm term : element.getCVTerms()) {
            String qualifier = qualifier(term);
            for (String resource : term.getResources()) {
                if (qualifier.equals(SOURCE)) {
                    sources.add(resource);
                } else {
                    annotations.add(new Annotation(qualifier, resource));
                }
            }
        }
        if (element.isSetSBOTerm()) {
            annotations.add(new Annotation("sboTerm", element.getSBOTermID()));
        }
        annotations.addAll(statements(text));
        Optional<String> name = element instanceof NamedSBase named && named.isSetName() && !named.getName().isBlank()
                ? Optional.of(named.getName())
                : Optional.empty();
        Optional<String> notes = text.first("notes").map(XmlElement::text).map(String::strip)
                .filter(words -> !words.isEmpty());
        return new Description(name, sources, interval(text), annotations, notes);
    }

    private static String qualifier(CVTerm term) {
        CVTerm.Qualifier qualifier = term.getQualifier();
        if (qualifier == null) {
            return "unknownQualifier";
        }
        String name = qualifier.getElementNameEquivalent();
        return name.equals("is") ? "identity" : name;
    }

    private static Optional<XmlElement> own(XmlElement text) {
        return text.first("annotation").flatMap(annotation -> annotation.first(NAMESPACE, "statements"));
    }

    private static Optional<Interval> interval(XmlElement text) {
        return own(text).flatMap(statements -> statements.first("interval"))
                .flatMap(element -> element.attribute("low").flatMap(low -> element.attribute("high")
                        .map(high -> new Interval(Double.parseDouble(low), Double.parseDouble(high)))));
    }

    private static List<Annotation> statements(XmlElement text) {
        return own(text).stream().flatMap(statements -> statements.elements("statement").stream())
                .map(statement -> new Annotation(statement.attribute("qualifier").orElse(""),
                        statement.attribute("value").orElse("")))
                .toList();
    }
}
