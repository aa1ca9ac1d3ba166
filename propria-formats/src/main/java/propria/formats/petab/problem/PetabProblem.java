package propria.formats.petab.problem;

import java.util.List;
import java.util.Optional;
import propria.model.Model;
import propria.model.problem.SourceLocation;

/// An estimation problem, whole.
///
/// @param version 1 or 2
/// @param modelId the name of the model; version 1 has none and gets the name of its file
/// @param modelFile the file that the model came from, as the problem names it
/// @param language of the model file, such as `sbml`
/// @param place of the problem file
public record PetabProblem(int version, String modelId, String modelFile, String language, Model model,
        List<Condition> conditions, List<Experiment> experiments, List<Observable> observables,
        List<Measurement> measurements, List<PetabParameter> parameters, List<Mapping> mappings,
        SourceLocation place) {

    public PetabProblem {
        conditions = List.copyOf(conditions);
        experiments = List.copyOf(experiments);
        observables = List.copyOf(observables);
        measurements = List.copyOf(measurements);
        parameters = List.copyOf(parameters);
        mappings = List.copyOf(mappings);
    }

    /// The observable of an id.
    public Optional<Observable> observable(String id) {
        return observables.stream().filter(o -> o.id().equals(id)).findFirst();
    }

    /// The condition of an id.
    public Optional<Condition> condition(String id) {
        return conditions.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /// The experiment of an id; the empty id is the model as it is, from time zero.
    public Optional<Experiment> experiment(String id) {
        return id.isEmpty()
                ? Optional.of(Experiment.plain(place))
                : experiments.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /// The parameter of an id.
    public Optional<PetabParameter> parameter(String id) {
        return parameters.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /// The id in the model behind an id of the tables.
    public String modelEntity(String petabId) {
        return mappings.stream().filter(m -> m.petabId().equals(petabId) && !m.modelId().isEmpty()).findFirst()
                .map(Mapping::modelId).orElse(petabId);
    }

    /// The same with other parameters.
    public PetabProblem withParameters(List<PetabParameter> others) {
        return new PetabProblem(version, modelId, modelFile, language, model, conditions, experiments, observables,
                measurements, others, mappings, place);
    }

    /// The same with other measurements.
    public PetabProblem withMeasurements(List<Measurement> others) {
        return new PetabProblem(version, modelId, modelFile, language, model, conditions, experiments, observables,
                others, parameters, mappings, place);
    }
}
