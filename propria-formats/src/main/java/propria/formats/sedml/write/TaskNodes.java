package propria.formats.sedml.write;

import java.util.List;
import java.util.function.BiConsumer;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlNode;
import propria.formats.sedml.document.Computation;
import propria.formats.sedml.document.SedRange;
import propria.formats.sedml.document.SedTask;

/// The elements of tasks.
final class TaskNodes {

    private final Nodes nodes;
    private final BiConsumer<XmlElement, Computation> compute;
    private final String steps;

    /// @param compute puts variables, parameters and formula into an element
    /// @param steps how the version names the number of steps
    TaskNodes(Nodes nodes, BiConsumer<XmlElement, Computation> compute, String steps) {
        this.nodes = nodes;
        this.compute = compute;
        this.steps = steps;
    }

    XmlElement task(SedTask task) {
        return switch (task) {
            case SedTask.Single single -> nodes.node("task", "id", single.id(), "name", Nodes.text(single.name()),
                    "modelReference", single.model(), "simulationReference", single.simulation());
            case SedTask.Repeated repeated -> repeated(repeated);
        };
    }

    private XmlElement repeated(SedTask.Repeated task) {
        XmlElement node = nodes.node("repeatedTask", "id", task.id(), "name", Nodes.text(task.name()), "range",
                task.range(), "resetModel", Boolean.toString(task.reset()), "concatenate",
                steps.equals("numberOfSteps") || task.concatenate() ? Boolean.toString(task.concatenate()) : "");
        task.ranges().forEach(range -> nodes.list(node, "listOfRanges").content().add(range(range)));
        changes(node, task.changes());
        for (SedTask.SubTask subTask : task.subTasks()) {
            XmlElement inner = nodes.node("subTask", "task", subTask.task(), "order",
                    Integer.toString(subTask.order()));
            changes(inner, subTask.changes());
            nodes.list(node, "listOfSubTasks").content().add(inner);
        }
        return node;
    }

    private void changes(XmlElement parent, List<SedTask.SetValue> changes) {
        for (SedTask.SetValue change : changes) {
            XmlElement node = nodes.node("setValue", "modelReference", change.model(), "target", change.target(),
                    "range", Nodes.text(change.range()));
            compute.accept(node, change.computation());
            nodes.list(parent, "listOfChanges").content().add(node);
        }
    }

    private XmlElement range(SedRange range) {
        return switch (range) {
            case SedRange.Uniform uniform -> nodes.node("uniformRange", "id", uniform.id(), "start",
                    Nodes.text(uniform.start()), "end", Nodes.text(uniform.end()), steps,
                    Integer.toString(uniform.steps()), "type", uniform.logarithmic() ? "log" : "linear");
            case SedRange.Vector vector -> {
                XmlElement node = nodes.node("vectorRange", "id", vector.id());
                for (double value : vector.values()) {
                    XmlElement inner = nodes.node("value");
                    inner.content().add(new XmlNode.Text(Nodes.text(value)));
                    node.content().add(inner);
                }
                yield node;
            }
            case SedRange.Functional functional -> {
                XmlElement node = nodes.node("functionalRange", "id", functional.id(), "range",
                        Nodes.text(functional.range()));
                compute.accept(node, functional.computation());
                yield node;
            }
        };
    }
}
