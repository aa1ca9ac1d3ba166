package propria.app.experiment;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import propria.app.files.ExperimentFile;
import propria.app.files.FileKind;
import propria.app.files.ModelText;
import propria.formats.antimony.AntimonyReader;
import propria.formats.sbml.SbmlReader;
import propria.formats.sbml.SbmlWriter;
import propria.formats.sedml.ChangedModel;
import propria.formats.sedml.document.Computation;
import propria.formats.sedml.document.ModelChange;
import propria.formats.sedml.document.SedModel;
import propria.formats.sedml.document.SedVariable;
import propria.model.Model;
import propria.model.check.ModelChecks;
import propria.model.expression.Evaluate;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.Severity;

/// Loads the models of an experiment. An Antimony model is turned into SBML first, so that paths mean the same in it.
final class ModelLoader {

    private static final Set<String> UNITS = Set.of("M010", "M011", "M012", "M013");

    /// An experiment may well set what its model takes for unlikely.
    private static final String OUTSIDE_INTERVAL = "M009";

    private final ExperimentFile file;
    private final Map<String, ChangedModel> texts = new LinkedHashMap<>();
    private final Map<String, LoadedModel> models = new LinkedHashMap<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final Set<String> open = new LinkedHashSet<>();

    ModelLoader(ExperimentFile file) {
        this.file = file;
    }

    /// The model with an id, read when it is first asked for.
    ///
    /// @throws ProblemException when it cannot be read, changed or checked
    LoadedModel model(String id) {
        LoadedModel known = models.get(id);
        if (known == null) {
            ChangedModel text = text(id);
            known = new LoadedModel(id, text, SbmlReader.readText(text.text(), file.name() + "#" + id));
            require(known.model());
            models.put(id, known);
        }
        return known;
    }

    /// Passes a model that can be simulated. Units that clash are told, for the models of others are often so.
    private void require(Model model) {
        Map<Boolean, List<Problem>> problems = ModelChecks.check(model).stream().filter(Problem::isError)
                .filter(problem -> !problem.code().equals(OUTSIDE_INTERVAL))
                .collect(Collectors.partitioningBy(problem -> UNITS.contains(problem.code())));
        List<Problem> errors = problems.getOrDefault(false, List.of());
        if (!errors.isEmpty()) {
            throw new ProblemException(errors);
        }
        problems.getOrDefault(true, List.of()).forEach(p -> warnings
                .add(new Problem(Severity.WARNING, p.code(), p.place(), p.what(), p.why(), p.fix())));
    }

    /// What is odd about the models.
    List<Problem> warnings() {
        return warnings;
    }

    private ChangedModel text(String id) {
        ChangedModel known = texts.get(id);
        if (known != null) {
            return known;
        }
        SedModel model = file.document().model(id).orElseThrow();
        if (!open.add(id)) {
            throw new ProblemException(Problem.error("D011", model.place(), "the model " + id
                    + " is made from itself", String.join(", ", open), "name a file as the source of one of them"));
        }
        ChangedModel text = source(model);
        for (ModelChange change : model.changes()) {
            text.apply(change, computation -> value(computation, id, text));
        }
        open.remove(id);
        texts.put(id, text);
        return text;
    }

    private ChangedModel source(SedModel model) {
        String source = model.source();
        String other = source.startsWith("#") ? source.substring(1) : source;
        if (file.document().model(other).isPresent()) {
            return text(other).copy();
        }
        byte[] bytes = file.bytes(source, model.place());
        boolean antimony = model.language().contains("antimony")
                || FileKind.of(Path.of(source)).filter(kind -> kind == FileKind.ANTIMONY).isPresent();
        if (antimony) {
            String sbml = SbmlWriter
                    .write(AntimonyReader.readText(new String(bytes, StandardCharsets.UTF_8), source));
            return ChangedModel.of(ModelText.bytes(sbml), source);
        }
        ChangedModel text = ChangedModel.of(bytes, source);
        if (!text.rootName().equals("sbml")) {
            throw new ProblemException(Problem.error("D021", model.place(), "the model " + model.id()
                    + " is neither SBML nor Antimony",
                    "its language is " + model.language() + ", its root <"
                            + text.rootName() + ">",
                    "convert it to SBML"));
        }
        return text;
    }

    /// The value of a formula over what models say in their text.
    private double value(Computation computation, String own, ChangedModel text) {
        Map<String, Double> values = new LinkedHashMap<>();
        computation.parameters().forEach(p -> values.put(p.id(), p.value()));
        for (SedVariable variable : computation.variables()) {
            String target = variable.target().orElseThrow(() -> new ProblemException(Problem.error("D040",
                    variable.place(), "the variable " + variable.id() + " has no value before a simulation", "",
                    "name a quantity of the model")));
            ChangedModel from = variable.model().filter(m -> !m.equals(own)).map(this::text).orElse(text);
            values.put(variable.id(), number(from.attribute(target, variable.place()), variable));
        }
        return Evaluate.of(computation.math(), new Values(values));
    }

    private static double number(String text, SedVariable variable) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new ProblemException(Problem.error("D022", variable.place(),
                    "what the variable " + variable.id() + " leads to is not a number", text, "correct the path"));
        }
    }
}
