package propria.formats.sedml.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sedml.document.SedRange;
import propria.formats.sedml.document.SedTask;
import propria.formats.sedml.document.SedTask.SetValue;
import propria.formats.sedml.document.SedTask.SubTask;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Tasks and repeated tasks.
final class TaskReading {

    /// More values in a range than this are refused.
    private static final int MOST_STEPS = 1_000_000;

    private TaskReading() {
    }

    static Optional<SedTask> task(XmlElement element, Fields fields) {
        return switch (element.name()) {
            case "task" -> Optional.of(new SedTask.Single(Fields.id(element), Fields.name(element),
                    Fields.text(element, "modelReference"), Fields.text(element, "simulationReference"),
                    element.place()));
            case "repeatedTask" -> Optional.of(repeated(element));
            default -> {
                fields.leaveOut(element, "only tasks and repeated tasks can be carried out");
                yield Optional.empty();
            }
        };
    }

    private static SedTask repeated(XmlElement element) {
        List<SedRange> ranges = new ArrayList<>();
        Fields.inList(element, "listOfRanges").forEach(range -> ranges.add(range(range)));
        List<SubTask> subTasks = new ArrayList<>();
        Fields.inList(element, "listOfSubTasks").forEach(subTask -> subTasks.add(subTask(subTask)));
        subTasks.sort(Comparator.comparingInt(SubTask::order));
        if (subTasks.isEmpty()) {
            throw new ProblemException(Problem.error("D002", element.place(), "the repeated task has no subTask", "",
                    "add one"));
        }
        return new SedTask.Repeated(Fields.id(element), Fields.name(element), Fields.text(element, "range"),
                Fields.flag(element, "resetModel", true), Fields.flag(element, "concatenate", false), ranges,
                setValues(element), subTasks, element.place());
    }

    private static SubTask subTask(XmlElement element) {
        int order = element.attribute("order").isPresent()
                ? Fields.count(element, "order", -1_000_000, 1_000_000)
                : 0;
        return new SubTask(Fields.text(element, "task"), order, setValues(element), element.place());
    }

    private static List<SetValue> setValues(XmlElement element) {
        List<SetValue> changes = new ArrayList<>();
        for (XmlElement change : Fields.inList(element, "listOfChanges")) {
            if (!change.name().equals("setValue")) {
                throw new ProblemException(Problem.error("D004", change.place(),
                        "<" + change.name() + "> is no change of a repeated task", "", "use setValue"));
            }
            changes.add(new SetValue(Fields.text(change, "modelReference"), ModelReading.path(change),
                    Fields.optional(change, "range"), ComputationReading.of(change), change.place()));
        }
        return changes;
    }

    private static SedRange range(XmlElement element) {
        return switch (element.name()) {
            case "uniformRange" -> uniform(element);
            case "vectorRange" -> new SedRange.Vector(Fields.id(element), values(element), element.place());
            case "functionalRange" -> new SedRange.Functional(Fields.id(element), Fields.optional(element, "range"),
                    ComputationReading.of(element), element.place());
            default -> throw new ProblemException(Problem.error("D004", element.place(),
                    "<" + element.name() + "> is no range that is known", "",
                    "use uniformRange, vectorRange or functionalRange"));
        };
    }

    private static List<Double> values(XmlElement element) {
        return element.elements("value").stream().map(v -> Fields.number(element, "value", v.text().strip()))
                .toList();
    }

    private static SedRange uniform(XmlElement element) {
        double start = Fields.number(element, "start");
        double end = Fields.number(element, "end");
        String steps = element.attribute("numberOfSteps").isPresent() ? "numberOfSteps" : "numberOfPoints";
        int count = Fields.count(element, steps, 0, MOST_STEPS);
        String type = Fields.optional(element, "type").orElse("linear");
        boolean logarithmic = type.equals("log") || type.equals("log10");
        if (!logarithmic && !type.equals("linear") || logarithmic && !(start * end > 0)) {
            throw new ProblemException(Problem.error("D003", element.place(), "this range has no values",
                    "type " + type + " from " + start + " to " + end,
                    "let the type be linear, or log between two numbers of one sign"));
        }
        return new SedRange.Uniform(Fields.id(element), start, end, count, logarithmic, element.place());
    }
}
