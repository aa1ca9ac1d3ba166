package propria.formats.sedml.document;

import java.util.List;
import java.util.Optional;
import propria.model.problem.Problem;
import propria.model.problem.SourceLocation;

/// A simulation experiment, whole: SED-ML Level 1 (Waltemath et al. 2011, BMC Syst. Biol. 5:198; Smith et al. 2021,
/// J. Integr. Bioinform. 18:20210021).
///
/// @param version of Level 1, from 1 to 5
/// @param notes what the author says of it, as plain text
/// @param remarks warnings on what the text holds and this record does not
/// @param place where the root stands
public record SedDocument(int version, Optional<String> notes, List<SedModel> models, List<SedSimulation> simulations,
        List<SedTask> tasks, List<SedDataGenerator> dataGenerators, List<SedOutput> outputs, List<Problem> remarks,
        SourceLocation place) {

    /// The first version.
    public static final int OLDEST = 1;

    /// The newest version that is read and written.
    public static final int NEWEST = 5;

    public SedDocument {
        models = List.copyOf(models);
        simulations = List.copyOf(simulations);
        tasks = List.copyOf(tasks);
        dataGenerators = List.copyOf(dataGenerators);
        outputs = List.copyOf(outputs);
        remarks = List.copyOf(remarks);
    }

    /// The model with an id.
    public Optional<SedModel> model(String id) {
        return models.stream().filter(model -> model.id().equals(id)).findFirst();
    }

    /// The simulation with an id.
    public Optional<SedSimulation> simulation(String id) {
        return simulations.stream().filter(simulation -> simulation.id().equals(id)).findFirst();
    }

    /// The task with an id.
    public Optional<SedTask> task(String id) {
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
    }

    /// The data generator with an id.
    public Optional<SedDataGenerator> dataGenerator(String id) {
        return dataGenerators.stream().filter(generator -> generator.id().equals(id)).findFirst();
    }
}
