package propria.formats.petab.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import propria.formats.petab.problem.Condition;
import propria.formats.petab.problem.Experiment;
import propria.formats.petab.problem.Mapping;
import propria.formats.petab.problem.Measurement;
import propria.formats.petab.problem.Observable;
import propria.formats.petab.problem.PetabParameter;
import propria.formats.petab.problem.PetabProblem;
import propria.formats.petab.table.TsvRow;
import propria.formats.petab.table.TsvTable;
import propria.formats.yaml.YamlMapping;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Reads problems of version 2.
final class VersionTwo {

    /// The words for noise of version 2.
    private enum Noise {
        NORMAL,
        LOG_NORMAL,
        LAPLACE,
        LOG_LAPLACE
    }

    private final YamlMapping yaml;
    private final ProblemFiles files;

    VersionTwo(YamlMapping yaml, ProblemFiles files) {
        this.yaml = yaml;
        this.files = files;
    }

    PetabProblem read() {
        yaml.allow("format_version", "id", "parameter_files", "model_files", "measurement_files", "condition_files",
                "experiment_files", "observable_files", "mapping_files", "extensions");
        refuseExtensions();
        YamlMapping models = yaml.mapping("model_files");
        if (models.keys().size() != 1) {
            throw new ProblemException(Problem.error("P123", models.place(), "the problem has " + models.keys().size()
                    + " models", "problems of one model are estimated here", "make a problem of each model"));
        }
        String id = models.keys().getFirst();
        YamlMapping model = models.mapping(id);
        model.allow("language", "location");
        List<Measurement> measurements = ProblemFiles.all(
                files.tables(yaml, "measurement_files", "observableId", "time", "measurement"),
                row -> measurement(row, id));
        return new PetabProblem(2, id, model.text("location"), model.text("language"),
                files.model(model.text("location"), model.text("language"), model.placeOf("location")), conditions(),
                experiments(), observables(), measurements, parameters(), mappings(), yaml.place());
    }

    private void refuseExtensions() {
        yaml.optionalMapping("extensions").filter(e -> !e.keys().isEmpty()).ifPresent(extensions -> {
            throw new ProblemException(Problem.error("P124", extensions.place(),
                    "the problem needs the extension " + String.join(", ", extensions.keys()),
                    "no extension of PEtab is carried out here, and without it the result would be wrong",
                    "remove the extension if it does not matter, or use a program that knows it"));
        });
    }

    private static Measurement measurement(TsvRow row, String model) {
        row.text("modelId").filter(m -> !m.equals(model)).ifPresent(m -> {
            throw new ProblemException(Problem.error("P123", row.placeOf("modelId"), "the problem has no model " + m,
                    "its model is " + model, "correct the name"));
        });
        return Rows.measurement(row, row.text("experimentId").orElse(""));
    }

    private List<Condition> conditions() {
        Map<String, List<Condition.Change>> changes = new LinkedHashMap<>();
        Map<String, SourceLocation> places = new LinkedHashMap<>();
        ProblemFiles.all(files.tables(yaml, "condition_files", "conditionId", "targetId", "targetValue"), row -> {
            String id = row.required("conditionId");
            places.putIfAbsent(id, row.place());
            return changes.computeIfAbsent(id, _ -> new ArrayList<>()).add(new Condition.Change(
                    row.required("targetId"), Rows.formula(row, "targetValue"), row.placeOf("targetId")));
        });
        return changes.entrySet().stream()
                .map(e -> new Condition(e.getKey(), e.getValue(), place(places, e.getKey()))).toList();
    }

    private List<Experiment> experiments() {
        Map<String, TreeMap<Double, List<String>>> periods = new LinkedHashMap<>();
        Map<String, SourceLocation> places = new LinkedHashMap<>();
        ProblemFiles.all(files.tables(yaml, "experiment_files", "experimentId", "time", "conditionId"), row -> {
            String id = row.required("experimentId");
            double time = row.requiredNumber("time") + 0.0;
            places.putIfAbsent(id, row.place());
            places.putIfAbsent(id + "@" + time, row.placeOf("time"));
            List<String> at = periods.computeIfAbsent(id, _ -> new TreeMap<>()).computeIfAbsent(time,
                    _ -> new ArrayList<>());
            row.text("conditionId").ifPresent(at::add);
            return at;
        });
        return periods.entrySet().stream().map(e -> new Experiment(e.getKey(), e.getValue().entrySet().stream()
                .map(p -> new Experiment.Period(p.getKey(), p.getValue(),
                        place(places, e.getKey() + "@" + p.getKey())))
                .toList(), place(places, e.getKey()))).toList();
    }

    private SourceLocation place(Map<String, SourceLocation> places, String key) {
        return places.getOrDefault(key, yaml.place());
    }

    private List<Observable> observables() {
        return ProblemFiles.all(
                files.tables(yaml, "observable_files", "observableId", "observableFormula", "noiseFormula"), row -> {
                    Noise noise = Rows.word(row, "noiseDistribution", Noise.values(), Noise.NORMAL);
                    return new Observable(row.required("observableId"), row.text("observableName"),
                            Rows.formula(row, "observableFormula"), Rows.formula(row, "noiseFormula"),
                            noise == Noise.NORMAL || noise == Noise.LOG_NORMAL
                                    ? Observable.Distribution.NORMAL
                                    : Observable.Distribution.LAPLACE,
                            noise == Noise.NORMAL || noise == Noise.LAPLACE
                                    ? Observable.Transformation.LIN
                                    : Observable.Transformation.LOG,
                            row.parts("observablePlaceholders"), row.parts("noisePlaceholders"), row.place());
                });
    }

    private List<PetabParameter> parameters() {
        List<TsvTable> tables = files.tables(yaml, "parameter_files", "parameterId", "estimate");
        return ProblemFiles.all(tables,
                row -> new PetabParameter(row.required("parameterId"), row.text("parameterName"),
                        PetabParameter.Scale.LIN, row.number("lowerBound"), row.number("upperBound"),
                        row.number("nominalValue"), estimated(row),
                        Rows.prior(row, "priorDistribution", "priorParameters"), java.util.Optional.empty(),
                        row.place()));
    }

    private static boolean estimated(TsvRow row) {
        return switch (row.required("estimate").toLowerCase(java.util.Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new ProblemException(Problem.error("P108", row.placeOf("estimate"),
                    "`estimate` must be true or false", row.required("estimate"), "write true or false"));
        };
    }

    private List<Mapping> mappings() {
        return ProblemFiles.all(files.tables(yaml, "mapping_files", "petabEntityId", "modelEntityId"),
                row -> new Mapping(row.required("petabEntityId"), row.text("modelEntityId").orElse(""),
                        row.text("name"), row.place()));
    }
}
