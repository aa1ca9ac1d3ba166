package propria.app.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import propria.app.files.ExperimentFile;
import propria.formats.sedml.document.SedDataGenerator;
import propria.formats.sedml.document.SedDocument;
import propria.formats.sedml.document.SedTask;
import propria.formats.sedml.document.SedVariable;
import propria.model.Model;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// An experiment, carried out.
///
/// @param data what each data generator came to, in the order of the document
/// @param warnings what was left out or done otherwise than asked for
/// @param simulations how many were made
public record Experiment(SedDocument document, SequencedMap<String, Data> data, List<Problem> warnings,
        int simulations) {

    /// Carries out an experiment.
    ///
    /// @throws ProblemException D### when something in it cannot be carried out
    /// @throws propria.engine.simulate.SimulationFailure when a simulation cannot go on
    public static Experiment run(ExperimentFile file) {
        SedDocument document = file.document();
        ModelLoader models = new ModelLoader(file);
        Map<String, SequencedSet<String>> recorded = new LinkedHashMap<>();
        for (SedDataGenerator generator : document.dataGenerators()) {
            generator.computation().variables().forEach(v -> record(v, document, models, recorded));
        }
        TaskRunner runner = new TaskRunner(document, models, recorded);
        Map<String, Result> results = new LinkedHashMap<>();
        Set<String> wanted = new LinkedHashSet<>();
        document.dataGenerators().forEach(
                g -> g.computation().variables().forEach(v -> v.task().ifPresent(wanted::add)));
        wanted.forEach(id -> results.put(id, runner.run(document.task(id).orElseThrow())));
        SequencedMap<String, Data> data = new LinkedHashMap<>();
        for (SedDataGenerator generator : document.dataGenerators()) {
            data.put(generator.id(), new Generation(generator, results, models).data());
        }
        List<Problem> warnings = new ArrayList<>(file.remarks());
        warnings.addAll(document.remarks());
        warnings.addAll(models.warnings());
        warnings.addAll(runner.warnings());
        return new Experiment(document, data, warnings, runner.done());
    }

    /// The model with an id, changed as the experiment says.
    ///
    /// @throws ProblemException D### when it cannot be read or changed
    public static Model model(ExperimentFile file, String id) {
        return new ModelLoader(file).model(id).model();
    }

    private static void record(SedVariable variable, SedDocument document, ModelLoader models,
            Map<String, SequencedSet<String>> recorded) {
        if (variable.isTime()) {
            return;
        }
        if (variable.target().isEmpty() || variable.symbol().isPresent() || variable.term().isPresent()) {
            throw new ProblemException(Problem.error("D040", variable.place(),
                    "the variable " + variable.id() + " asks for something that simulations do not record",
                    variable.symbol().or(variable::term).orElse(""),
                    "name a species, parameter, compartment or reaction, or the time"));
        }
        SedTask task = document.task(variable.task().orElseThrow()).orElseThrow();
        SequencedSet<String> used = new LinkedHashSet<>();
        models(task, document, used, new LinkedHashSet<>());
        variable.model().ifPresent(id -> used.removeIf(other -> !other.equals(id)));
        for (String id : used) {
            LoadedModel model = models.model(id);
            String quantity = model.text().quantity(variable.target().get(), variable.place());
            if (!model.compiled().outputIds().contains(quantity)) {
                throw new ProblemException(Problem.error("D040", variable.place(),
                        "simulations do not record " + quantity, "the variable " + variable.id() + " asks for it",
                        "name a species, parameter, compartment or reaction, or the time"));
            }
            recorded.computeIfAbsent(id, _ -> new LinkedHashSet<>()).add(quantity);
        }
    }

    private static void models(SedTask task, SedDocument document, Set<String> models, Set<String> seen) {
        switch (task) {
            case SedTask.Single single -> models.add(single.model());
            case SedTask.Repeated repeated -> {
                if (seen.add(task.id())) {
                    repeated.subTasks().forEach(
                            sub -> models(document.task(sub.task()).orElseThrow(), document, models, seen));
                }
            }
        }
    }
}
