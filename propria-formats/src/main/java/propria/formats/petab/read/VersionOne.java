package propria.formats.petab.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import propria.formats.petab.math.PetabMath;
import propria.formats.petab.problem.Condition;
import propria.formats.petab.problem.Experiment;
import propria.formats.petab.problem.Measurement;
import propria.formats.petab.problem.Observable;
import propria.formats.petab.problem.PetabParameter;
import propria.formats.petab.problem.PetabProblem;
import propria.formats.petab.table.TsvRow;
import propria.formats.petab.table.TsvTable;
import propria.formats.yaml.YamlMapping;
import propria.model.expression.Expression;
import propria.model.expression.Formulas;
import propria.model.expression.References;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Reads problems of version 1. A pair of conditions, one for pre-equilibration and one for the simulation, becomes an
/// experiment named by both with a comma between them.
final class VersionOne {

    private static final Set<String> NAMES = Set.of("conditionId", "conditionName");

    private final YamlMapping yaml;
    private final ProblemFiles files;

    VersionOne(YamlMapping yaml, ProblemFiles files) {
        this.yaml = yaml;
        this.files = files;
    }

    PetabProblem read() {
        yaml.allow("format_version", "parameter_file", "problems", "extensions");
        yaml.optionalMapping("extensions").filter(e -> !e.keys().isEmpty()).ifPresent(extensions -> {
            throw new ProblemException(Problem.error("P124", extensions.place(),
                    "the problem needs the extension " + String.join(", ", extensions.keys()), "",
                    "use a program that knows it"));
        });
        List<YamlMapping> problems = yaml.mappings("problems");
        if (problems.size() != 1 || problems.getFirst().textNodes("sbml_files").size() != 1) {
            throw new ProblemException(Problem.error("P123", yaml.placeOf("problems"),
                    "the file has several problems or models, or none", "one problem of one model is estimated here",
                    "make a problem file of each"));
        }
        YamlMapping problem = problems.getFirst();
        problem.allow("sbml_files", "measurement_files", "condition_files", "observable_files",
                "visualization_files", "mapping_files");
        String model = problem.texts("sbml_files").getFirst();
        Map<String, Experiment> experiments = new LinkedHashMap<>();
        List<Measurement> measurements = ProblemFiles.all(
                files.tables(problem, "measurement_files", "observableId", "simulationConditionId", "time",
                        "measurement"),
                row -> Rows.measurement(row, experiment(row, experiments)));
        return new PetabProblem(1, modelName(model), model, "sbml",
                files.model(model, "sbml", problem.placeOf("sbml_files")), conditions(problem),
                List.copyOf(experiments.values()), observables(problem), measurements, parameters(), List.of(),
                yaml.place());
    }

    private static String modelName(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
        String valid = name.replaceAll("\\W", "_");
        return valid.isEmpty() || Character.isDigit(valid.charAt(0)) ? "_" + valid : valid;
    }

    private static String experiment(TsvRow row, Map<String, Experiment> experiments) {
        String simulation = row.required("simulationConditionId");
        Optional<String> before = row.text("preequilibrationConditionId");
        String id = before.map(b -> b + "," + simulation).orElse(simulation);
        SourceLocation place = row.placeOf("simulationConditionId");
        List<Experiment.Period> periods = new ArrayList<>();
        before.ifPresent(b -> periods.add(new Experiment.Period(Double.NEGATIVE_INFINITY, List.of(b), place)));
        periods.add(new Experiment.Period(0, List.of(simulation), place));
        experiments.putIfAbsent(id, new Experiment(id, periods, place));
        return id;
    }

    private List<Condition> conditions(YamlMapping problem) {
        List<Condition> conditions = new ArrayList<>();
        for (TsvTable table : files.tables(problem, "condition_files", "conditionId")) {
            List<String> targets = table.columns().stream().filter(Predicate.not(NAMES::contains)).toList();
            conditions.addAll(ProblemFiles.all(List.of(table), row -> new Condition(row.required("conditionId"),
                    targets.stream().map(target -> change(row, target)).toList(), row.place())));
        }
        return conditions;
    }

    private static Condition.Change change(TsvRow row, String target) {
        SourceLocation place = row.placeOf(target);
        Expression value = row.text(target).map(text -> TsvRow.parse(text).isPresent()
                ? Formulas.number(TsvRow.number(text, place))
                : PetabMath.read(text, place)).orElse(Formulas.number(Double.NaN));
        return new Condition.Change(target, value, place);
    }

    private List<Observable> observables(YamlMapping problem) {
        return ProblemFiles.all(
                files.tables(problem, "observable_files", "observableId", "observableFormula", "noiseFormula"),
                row -> {
                    String id = row.required("observableId");
                    Expression formula = Rows.formula(row, "observableFormula");
                    Expression noise = Rows.formula(row, "noiseFormula");
                    return new Observable(id, row.text("observableName"), formula, noise,
                            Rows.word(row, "noiseDistribution", Observable.Distribution.values(),
                                    Observable.Distribution.NORMAL),
                            Rows.word(row, "observableTransformation", Observable.Transformation.values(),
                                    Observable.Transformation.LIN),
                            placeholders("observableParameter", id, formula, noise),
                            placeholders("noiseParameter", id, formula, noise), row.place());
                });
    }

    /// The names `observableParameter1_id`, `observableParameter2_id` … up to the highest number that occurs.
    private static List<String> placeholders(String kind, String id, Expression... formulas) {
        Pattern pattern = Pattern.compile(kind + "(\\d+)_" + Pattern.quote(id));
        TreeMap<Integer, String> found = new TreeMap<>();
        for (Expression formula : formulas) {
            for (String name : References.of(formula)) {
                Matcher matcher = pattern.matcher(name);
                if (matcher.matches()) {
                    found.put(Integer.parseInt(matcher.group(1)), name);
                }
            }
        }
        List<String> names = new ArrayList<>();
        for (int k = 1; !found.isEmpty() && k <= found.lastKey(); k++) {
            names.add(kind + k + "_" + id);
        }
        return names;
    }

    private List<PetabParameter> parameters() {
        return ProblemFiles.all(files.tables(yaml, "parameter_file", "parameterId", "parameterScale", "estimate"),
                row -> new PetabParameter(row.required("parameterId"), row.text("parameterName"),
                        Rows.word(row, "parameterScale", PetabParameter.Scale.values(), PetabParameter.Scale.LIN),
                        row.number("lowerBound"), row.number("upperBound"), row.number("nominalValue"),
                        row.requiredNumber("estimate") != 0,
                        Rows.prior(row, "objectivePriorType", "objectivePriorParameters"),
                        Rows.prior(row, "initializationPriorType", "initializationPriorParameters"), row.place()));
    }
}
