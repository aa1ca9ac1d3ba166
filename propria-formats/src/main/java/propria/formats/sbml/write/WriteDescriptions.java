package propria.formats.sbml.write;

import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.sbml.jsbml.CVTerm;
import org.sbml.jsbml.NamedSBase;
import org.sbml.jsbml.SBase;
import propria.formats.sbml.level.SbmlLevel;
import propria.formats.sbml.read.Descriptions;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlText;
import propria.model.Description;
import propria.model.Description.Annotation;
import propria.model.problem.SourceLocation;

/// Writes names, notes, sources and other statements about elements.
final class WriteDescriptions {

    private static final SourceLocation NOWHERE = SourceLocation.of("");

    private final SbmlLevel level;
    private int count;

    WriteDescriptions(SbmlLevel level) {
        this.level = level;
    }

    /// Writes what is known of an element.
    void to(SBase element, Description description) {
        if (element instanceof NamedSBase named) {
            description.name().ifPresent(named::setName);
        }
        try {
            if (description.notes().isPresent()) {
                element.setNotes(notes(description.notes().get()));
            }
            statements(element, description);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text of a model is no XML", e);
        }
    }

    private static String notes(String text) {
        XmlElement paragraph = new XmlElement("", "http://www.w3.org/1999/xhtml", "p", NOWHERE);
        paragraph.content().add(new propria.formats.sbml.xml.XmlNode.Text(text));
        return "<notes>" + XmlText.fragment(paragraph) + "</notes>";
    }

    private void statements(SBase element, Description description) throws XMLStreamException {
        XmlElement own = new XmlElement("propria", Descriptions.NAMESPACE, "statements", NOWHERE);
        description.interval().ifPresent(interval -> {
            XmlElement entry = new XmlElement("propria", Descriptions.NAMESPACE, "interval", NOWHERE);
            entry.set("low", Double.toString(interval.low()));
            entry.set("high", Double.toString(interval.high()));
            own.content().add(entry);
        });
        if (!description.sources().isEmpty()) {
            term(element, CVTerm.Qualifier.BQB_IS_DESCRIBED_BY, description.sources());
        }
        for (Annotation annotation : description.annotations()) {
            CVTerm.Qualifier qualifier = qualifier(annotation.qualifier());
            boolean term = annotation.qualifier().equals("sboTerm") && annotation.value().matches("SBO:\\d{7}");
            if (term && !level.isBefore(SbmlLevel.L2V3)) {
                element.setSBOTerm(annotation.value());
            } else if (qualifier != CVTerm.Qualifier.BQB_UNKNOWN) {
                term(element, qualifier, List.of(annotation.value()));
            } else {
                XmlElement entry = new XmlElement("propria", Descriptions.NAMESPACE, "statement", NOWHERE);
                entry.set("qualifier", annotation.qualifier());
                entry.set("value", annotation.value());
                own.content().add(entry);
            }
        }
        if (!own.content().isEmpty()) {
            element.getAnnotation().setNonRDFAnnotation(XmlText.fragment(own));
        }
    }

    private static CVTerm.Qualifier qualifier(String name) {
        String wanted = name.equals("identity") ? "is" : name;
        for (CVTerm.Qualifier qualifier : CVTerm.Qualifier.values()) {
            boolean isUnknown = qualifier.name().toUpperCase(Locale.ROOT).endsWith("UNKNOWN");
            if (!isUnknown && qualifier.getElementNameEquivalent().equals(wanted)) {
                return qualifier;
            }
        }
        return CVTerm.Qualifier.BQB_UNKNOWN;
    }

    private void term(SBase element, CVTerm.Qualifier qualifier, List<String> resources) {
        if (!element.isSetMetaId()) {
            element.setMetaId("meta_" + ++count);
        }
        element.addCVTerm(new CVTerm(qualifier, resources.toArray(String[]::new)));
    }
}
