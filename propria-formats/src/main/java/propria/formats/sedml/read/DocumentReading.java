package propria.formats.sedml.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlText;
import propria.formats.sedml.document.Computation;
import propria.formats.sedml.document.SedDataGenerator;
import propria.formats.sedml.document.SedDocument;
import propria.formats.sedml.document.SedModel;
import propria.formats.sedml.document.SedOutput;
import propria.formats.sedml.document.SedSimulation;
import propria.formats.sedml.document.SedTask;
import propria.formats.sedml.document.SedVariable;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// A tree becomes a document.
public final class DocumentReading {

    private static final Set<String> LEFT_OUT = Set.of("listOfDataDescriptions", "listOfStyles",
            "listOfAlgorithmParameters");

    private DocumentReading() {
    }

    /// The document of a tree.
    ///
    /// @throws ProblemException D###, all problems at once
    public static SedDocument of(XmlElement root) {
        if (!root.name().equals("sedML")) {
            throw new ProblemException(Problem.error("D001", root.place(), "the document is not SED-ML",
                    "its root is <" + root.name() + ">, not <sedML>", "name a SED-ML file"));
        }
        int version = version(root);
        Fields fields = new Fields();
        root.elements().stream().filter(e -> LEFT_OUT.contains(e.name()) && !e.elements().isEmpty())
                .forEach(e -> fields.leaveOut(e, "external data and styles are not carried out"));
        List<SedModel> models = fields.all(root, "listOfModels", ModelReading::model);
        List<SedSimulation> simulations = fields.all(root, "listOfSimulations",
                e -> SimulationReading.simulation(e, fields));
        List<SedTask> tasks = fields.all(root, "listOfTasks", e -> TaskReading.task(e, fields));
        List<SedDataGenerator> generators = generators(root, fields);
        List<SedOutput> outputs = fields.all(root, "listOfOutputs", e -> OutputReading.output(e, fields));
        Optional<String> notes = root.first("notes").map(n -> n.text().strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty());
        fields.raise();
        SedDocument document = new SedDocument(version, notes, models, simulations, tasks, generators, outputs,
                fields.remarks(), root.place());
        new Links(document, fields).check();
        fields.raise();
        return document;
    }

    /// The data generators; one that is written several times with the same words counts once.
    private static List<SedDataGenerator> generators(XmlElement root, Fields fields) {
        Map<String, String> texts = new HashMap<>();
        return fields.all(root, "listOfDataGenerators", e -> {
            String id = Fields.id(e);
            String text = XmlText.of(e);
            if (text.equals(texts.putIfAbsent(id, text))) {
                fields.remark(e, "the data generator " + id + " is written twice in the same words");
                return Optional.empty();
            }
            Computation computation = ComputationReading.of(e);
            if (computation.variables().stream().anyMatch(v -> isOutside(v, fields))) {
                fields.leaveOut(e, "the data generator " + id + " needs external data or a task that is left out");
                return Optional.empty();
            }
            return Optional.of(new SedDataGenerator(id, Fields.name(e), computation, e.place()));
        });
    }

    private static boolean isOutside(SedVariable variable, Fields fields) {
        boolean data = variable.task().isEmpty() && variable.target().filter(t -> t.startsWith("#")).isPresent();
        return data || variable.task().filter(fields::isLeftOut).isPresent();
    }

    private static int version(XmlElement root) {
        String level = root.attribute("level").orElse("1").strip();
        String version = root.attribute("version").orElse("").strip();
        if (!level.equals("1") || !version.matches("[1-5]")) {
            throw new ProblemException(Problem.error("D001", root.place(), "this version of SED-ML is not known",
                    "it is Level `" + level + "` Version `" + version + "`; known: Level 1 Versions "
                            + SedDocument.OLDEST + " to " + SedDocument.NEWEST,
                    "convert it"));
        }
        return Integer.parseInt(version);
    }
}
