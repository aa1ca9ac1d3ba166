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
final class Descriptions {

    /// The qualifier under which sources stand.
    private static final String SOURCE = "isDescribedBy";
    /// The namespace of intervals that [propria.formats.sbml.SbmlWriter] leaves in annotations.
    private static final String OURS = "https://propria.org/sbml";

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

    private static Optional<Interval> interval(XmlElement text) {
        return text.first("annotation").flatMap(a -> a.first(OURS, "interval"))
                .flatMap(element -> element.attribute("low").flatMap(low -> element.attribute("high")
                        .map(high -> new Interval(Double.parseDouble(low), Double.parseDouble(high)))));
    }
}
