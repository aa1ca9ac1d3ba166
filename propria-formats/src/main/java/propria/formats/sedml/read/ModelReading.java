package propria.formats.sedml.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sedml.document.ModelChange;
import propria.formats.sedml.document.SedModel;
import propria.formats.sedml.path.XmlPath;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Models with their changes.
final class ModelReading {

    private ModelReading() {
    }

    static Optional<SedModel> model(XmlElement element) {
        List<ModelChange> changes = new ArrayList<>();
        Fields.inList(element, "listOfChanges").forEach(change -> changes.add(change(change)));
        return Optional.of(new SedModel(Fields.id(element), Fields.name(element),
                Fields.optional(element, "language").orElse("urn:sedml:language:sbml"),
                Fields.text(element, "source"), changes, element.place()));
    }

    private static ModelChange change(XmlElement element) {
        String target = path(element);
        return switch (element.name()) {
            case "changeAttribute" -> new ModelChange.Attribute(target,
                    element.attribute("newValue").orElseGet(() -> Fields.text(element, "newValue")), element.place());
            case "addXML" -> new ModelChange.Add(target, Fields.xml(Fields.child(element, "newXML")),
                    element.place());
            case "changeXML" -> new ModelChange.Replace(target, Fields.xml(Fields.child(element, "newXML")),
                    element.place());
            case "removeXML" -> new ModelChange.Remove(target, element.place());
            case "computeChange" ->
                new ModelChange.Compute(target, ComputationReading.of(element), element.place());
            default -> throw new ProblemException(Problem.error("D004", element.place(),
                    "<" + element.name() + "> is no change that is known", "",
                    "use changeAttribute, addXML, changeXML, removeXML or computeChange"));
        };
    }

    /// The target of a change, a path that can be followed.
    static String path(XmlElement element) {
        String target = Fields.text(element, "target");
        if (XmlPath.parse(target).isEmpty()) {
            throw new ProblemException(Problem.error("D007", element.place(), "the target is not understood",
                    "it is `" + target + "`",
                    "write names, conditions such as [@id='A'] and an attribute: /sbml:sbml/…/sbml:species[@id='A']"));
        }
        return target;
    }
}
