package propria.formats.sedml.write;

import java.util.Optional;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlNode;
import propria.formats.sbml.xml.XmlText;
import propria.formats.sedml.document.Computation;
import propria.formats.sedml.document.ModelChange;
import propria.formats.sedml.document.SedAlgorithm;
import propria.formats.sedml.document.SedDataGenerator;
import propria.formats.sedml.document.SedDocument;
import propria.formats.sedml.document.SedModel;
import propria.formats.sedml.document.SedSimulation;
import propria.formats.sedml.document.SedVariable;
import propria.formats.sedml.math.ToMathMl;

/// The text of a document.
public final class DocumentText {

    private final SedDocument document;
    private final Nodes nodes;
    private final String steps;

    private DocumentText(SedDocument document) {
        this.document = document;
        this.nodes = new Nodes("http://sed-ml.org/sed-ml/level1/version" + document.version());
        this.steps = document.version() < 4 ? "numberOfPoints" : "numberOfSteps";
    }

    /// The text.
    public static String of(SedDocument document) {
        return new DocumentText(document).text();
    }

    private String text() {
        XmlElement root = nodes.node("sedML", "level", "1", "version", Integer.toString(document.version()));
        document.notes().ifPresent(notes -> {
            XmlElement paragraph = new XmlElement("", "http://www.w3.org/1999/xhtml", "p", document.place());
            paragraph.content().add(new XmlNode.Text(notes));
            nodes.list(root, "notes").content().add(paragraph);
        });
        document.models().forEach(m -> nodes.list(root, "listOfModels").content().add(model(m)));
        document.simulations().forEach(s -> nodes.list(root, "listOfSimulations").content().add(simulation(s)));
        TaskNodes tasks = new TaskNodes(nodes, this::compute, steps);
        document.tasks().forEach(t -> nodes.list(root, "listOfTasks").content().add(tasks.task(t)));
        document.dataGenerators()
                .forEach(g -> nodes.list(root, "listOfDataGenerators").content().add(generator(g)));
        OutputNodes outputs = new OutputNodes(nodes, document.version());
        document.outputs().forEach(o -> nodes.list(root, "listOfOutputs").content().add(outputs.output(o)));
        Nodes.indent(root, 0);
        return XmlText.of(root) + "\n";
    }

    private XmlElement model(SedModel model) {
        XmlElement node = nodes.node("model", "id", model.id(), "name", Nodes.text(model.name()), "language",
                model.language(), "source", model.source());
        model.changes().forEach(change -> nodes.list(node, "listOfChanges").content().add(change(change)));
        return node;
    }

    private XmlElement change(ModelChange change) {
        return switch (change) {
            case ModelChange.Attribute(var target, var value, _) -> {
                XmlElement node = nodes.node("changeAttribute", "target", target);
                node.set("newValue", value);
                yield node;
            }
            case ModelChange.Add(var target, var xml, _) -> withXml(nodes.node("addXML", "target", target), xml);
            case ModelChange.Replace(var target, var xml, _) ->
                withXml(nodes.node("changeXML", "target", target), xml);
            case ModelChange.Remove(var target, _) -> nodes.node("removeXML", "target", target);
            case ModelChange.Compute(var target, var computation, _) -> {
                XmlElement node = nodes.node("computeChange", "target", target);
                compute(node, computation);
                yield node;
            }
        };
    }

    private XmlElement withXml(XmlElement node, String xml) {
        XmlElement holder = nodes.list(node, "newXML");
        nodes.insert(holder, xml);
        return node;
    }

    private XmlElement simulation(SedSimulation simulation) {
        XmlElement node = switch (simulation) {
            case SedSimulation.UniformTimeCourse course -> nodes.node("uniformTimeCourse", "id", course.id(), "name",
                    Nodes.text(course.name()), "initialTime", Nodes.text(course.initialTime()), "outputStartTime",
                    Nodes.text(course.outputStartTime()), "outputEndTime", Nodes.text(course.outputEndTime()), steps,
                    Integer.toString(course.steps()));
            case SedSimulation.OneStep step -> nodes.node("oneStep", "id", step.id(), "name",
                    Nodes.text(step.name()), "step", Nodes.text(step.step()));
            case SedSimulation.SteadyState steady ->
                nodes.node("steadyState", "id", steady.id(), "name", Nodes.text(steady.name()));
        };
        simulation.algorithm().ifPresent(algorithm -> node.content().add(algorithm(algorithm)));
        return node;
    }

    private XmlElement algorithm(SedAlgorithm algorithm) {
        XmlElement node = nodes.node("algorithm", "kisaoID", algorithm.kisao());
        for (SedAlgorithm.Setting setting : algorithm.settings()) {
            nodes.list(node, "listOfAlgorithmParameters").content().add(
                    nodes.node("algorithmParameter", "kisaoID", setting.kisao(), "value", setting.value()));
        }
        return node;
    }

    private XmlElement generator(SedDataGenerator generator) {
        XmlElement node = nodes.node("dataGenerator", "id", generator.id(), "name", Nodes.text(generator.name()));
        compute(node, generator.computation());
        return node;
    }

    /// Puts variables, parameters and formula into an element.
    private void compute(XmlElement node, Computation computation) {
        for (SedVariable v : computation.variables()) {
            Optional<String> time = v.symbol().filter(_ -> v.isTime())
                    .map(_ -> document.version() < 4 ? SedVariable.TIME : SedVariable.TIME_TERM);
            nodes.list(node, "listOfVariables").content().add(nodes.node("variable", "id", v.id(), "name",
                    Nodes.text(v.name()), "target", Nodes.text(v.target()), "symbol",
                    Nodes.text(time.or(v::symbol)), "taskReference", Nodes.text(v.task()), "modelReference",
                    Nodes.text(v.model()), "term", Nodes.text(v.term())));
        }
        for (Computation.Constant constant : computation.parameters()) {
            nodes.list(node, "listOfParameters").content().add(nodes.node("parameter", "id", constant.id(), "value",
                    Nodes.text(constant.value())));
        }
        node.content().add(ToMathMl.of(computation.math()));
    }
}
