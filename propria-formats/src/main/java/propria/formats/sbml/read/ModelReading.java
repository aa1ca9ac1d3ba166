package propria.formats.sbml.read;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.sbml.jsbml.Model;
import org.sbml.jsbml.SBMLDocument;
import org.sbml.jsbml.SBMLReader;
import propria.formats.sbml.math.Jsbml;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlText;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// A document of core SBML becomes a model.
public final class ModelReading {

    private ModelReading() {
    }

    /// The model of a document.
    ///
    /// @param document the root element, without anything of SBML's packages
    /// @throws ProblemException B1## when it cannot be understood
    public static propria.model.Model of(XmlElement document) {
        XmlElement text = document.first("model").orElseThrow(() -> new ProblemException(Problem.error("B107",
                document.place(), "the document has no model", "", "add a <model>")));
        try {
            return Jsbml.alone(() -> model(parsed(document, text), new Source(text)));
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ProblemException(Problem.error("B108", text.place(), "the document cannot be understood as SBML",
                    String.valueOf(e.getMessage()), "check it with a validator of SBML"));
        }
    }

    private static Model parsed(XmlElement document, XmlElement text) {
        Model model;
        try {
            SBMLDocument parsed = new SBMLReader().readSBMLFromString(XmlText.of(document));
            model = parsed.getModel();
        } catch (XMLStreamException | RuntimeException e) {
            throw new ProblemException(Problem.error("B108", text.place(), "the document is not SBML",
                    String.valueOf(e.getMessage()), "check it with a validator of SBML"));
        }
        if (model == null) {
            throw new ProblemException(Problem.error("B107", document.place(), "the document has no model", "",
                    "add a <model>"));
        }
        return model;
    }

    private static propria.model.Model model(Model model, Source source) {
        UnitDefinitions units = new UnitDefinitions(model, source);
        Quantities quantities = new Quantities(model, source);
        Processes processes = new Processes(model, source);
        Optional<String> factor = model.isSetConversionFactor()
                ? Optional.of(model.getConversionFactor())
                : Optional.empty();
        return new propria.model.Model(model.isSetId() ? model.getId() : "model",
                Descriptions.of(model, source.model()), units.all(), units.defaults(), quantities.compartments(),
                quantities.species(), quantities.parameters(), processes.functions(),
                new Reactions(model, source).all(), processes.rules(), processes.initialAssignments(),
                processes.events(), processes.constraints(), factor);
    }
}
