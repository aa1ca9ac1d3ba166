package propria.formats.petab.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import propria.formats.petab.math.PetabText;
import propria.formats.petab.problem.Condition;
import propria.formats.petab.problem.Experiment;
import propria.formats.petab.problem.Measurement;
import propria.formats.petab.problem.Observable;
import propria.formats.petab.problem.Observable.Distribution;
import propria.formats.petab.problem.Observable.Transformation;
import propria.formats.petab.problem.PetabParameter;
import propria.formats.petab.problem.PetabParameter.Prior;
import propria.formats.petab.problem.PetabProblem;
import propria.formats.sbml.SbmlWriter;

/// The files of a problem, by name: the problem file, its model in SBML, its tables.
public final class ProblemText {

    private static final String MODEL = "model.xml";

    private final PetabProblem problem;
    private final SequencedMap<String, String> files = new LinkedHashMap<>();

    private ProblemText(PetabProblem problem) {
        this.problem = problem;
    }

    /// The files.
    ///
    /// @param name of the problem file, without ending
    public static SequencedMap<String, String> files(PetabProblem problem, String name) {
        ProblemText text = new ProblemText(problem);
        text.files.put(name + ".yaml", problem.version() == 1 ? text.yamlOne() : text.yamlTwo());
        text.files.put(MODEL, SbmlWriter.write(problem.model()));
        text.files.put("observables.tsv", problem.version() == 1 ? text.observablesOne() : text.observablesTwo());
        text.files.put("parameters.tsv", problem.version() == 1 ? text.parametersOne() : text.parametersTwo());
        text.files.put("measurements.tsv", text.measurements());
        text.files.put("conditions.tsv", problem.version() == 1 ? text.conditionsOne() : text.conditionsTwo());
        if (problem.version() == 2) {
            text.files.put("experiments.tsv", text.experiments());
            text.files.put("mapping.tsv", text.mappings());
        }
        return text.files;
    }

    private String yamlOne() {
        return """
                format_version: 1
                parameter_file: parameters.tsv
                problems:
                - condition_files:
                  - conditions.tsv
                  measurement_files:
                  - measurements.tsv
                  observable_files:
                  - observables.tsv
                  sbml_files:
                  - %s
                """.formatted(MODEL);
    }

    private String yamlTwo() {
        return """
                format_version: 2.0.0
                parameter_files:
                - parameters.tsv
                model_files:
                  %s:
                    language: sbml
                    location: %s
                measurement_files:
                - measurements.tsv
                condition_files:
                - conditions.tsv
                experiment_files:
                - experiments.tsv
                observable_files:
                - observables.tsv
                mapping_files:
                - mapping.tsv
                """.formatted(problem.modelId(), MODEL);
    }

    private String observablesOne() {
        Tsv table = new Tsv("observableId", "observableName", "observableFormula", "observableTransformation",
                "noiseFormula", "noiseDistribution");
        problem.observables().forEach(o -> table.row(o.id(), o.name().orElse(""), PetabText.of(o.formula()),
                word(o.transformation()), PetabText.of(o.noiseFormula()), word(o.distribution())));
        return table.toString();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private String observablesTwo() {
        Tsv table = new Tsv("observableId", "observableName", "observableFormula", "noiseFormula",
                "noiseDistribution", "observablePlaceholders", "noisePlaceholders");
        for (Observable o : problem.observables()) {
            String prefix = o.transformation() == Transformation.LIN ? "" : "log-";
            String noise = o.distribution() == Distribution.NORMAL ? "normal" : "laplace";
            table.row(o.id(), o.name().orElse(""), PetabText.of(o.formula()), PetabText.of(o.noiseFormula()),
                    prefix + noise, String.join(";", o.observablePlaceholders()),
                    String.join(";", o.noisePlaceholders()));
        }
        return table.toString();
    }

    private String parametersOne() {
        Tsv table = new Tsv("parameterId", "parameterName", "parameterScale", "lowerBound", "upperBound",
                "nominalValue", "estimate", "initializationPriorType", "initializationPriorParameters",
                "objectivePriorType", "objectivePriorParameters");
        for (PetabParameter p : problem.parameters()) {
            table.row(p.id(), p.name().orElse(""), word(p.scale()), Tsv.of(p.lower()), Tsv.of(p.upper()),
                    Tsv.of(p.nominal()), p.estimated() ? "1" : "0", type(p.initialisationPrior()),
                    numbers(p.initialisationPrior()), type(p.prior()), numbers(p.prior()));
        }
        return table.toString();
    }

    private String parametersTwo() {
        Tsv table = new Tsv("parameterId", "parameterName", "lowerBound", "upperBound", "nominalValue", "estimate",
                "priorDistribution", "priorParameters");
        for (PetabParameter p : problem.parameters()) {
            table.row(p.id(), p.name().orElse(""), Tsv.of(p.lower()), Tsv.of(p.upper()), Tsv.of(p.nominal()),
                    String.valueOf(p.estimated()), type(p.prior()), numbers(p.prior()));
        }
        return table.toString();
    }

    private static String type(Optional<Prior> prior) {
        return prior.map(Prior::type).orElse("");
    }

    private static String numbers(Optional<Prior> prior) {
        return prior.map(p -> Tsv.numbers(p.parameters())).orElse("");
    }

    private String measurements() {
        boolean one = problem.version() == 1;
        Tsv table = one
                ? new Tsv("observableId", "preequilibrationConditionId", "simulationConditionId", "time",
                        "measurement", "observableParameters", "noiseParameters")
                : new Tsv("observableId", "experimentId", "time", "measurement", "observableParameters",
                        "noiseParameters");
        for (Measurement m : problem.measurements()) {
            List<String> cells = new ArrayList<>(List.of(m.observable()));
            int comma = m.experiment().indexOf(',');
            if (one) {
                cells.add(comma < 0 ? "" : m.experiment().substring(0, comma));
            }
            cells.addAll(List.of(m.experiment().substring(one ? comma + 1 : 0), PetabText.number(m.time()),
                    PetabText.number(m.value()), Tsv.of(m.observableParameters()), Tsv.of(m.noiseParameters())));
            table.row(cells.toArray(String[]::new));
        }
        return table.toString();
    }

    private String conditionsOne() {
        Set<String> targets = new LinkedHashSet<>();
        problem.conditions().forEach(c -> c.changes().forEach(change -> targets.add(change.target())));
        List<String> columns = new ArrayList<>(List.of("conditionId"));
        columns.addAll(targets);
        Tsv table = new Tsv(columns);
        for (Condition condition : problem.conditions()) {
            List<String> cells = new ArrayList<>(List.of(condition.id()));
            targets.forEach(target -> cells.add(condition.changes().stream().filter(c -> c.target().equals(target))
                    .findFirst().map(c -> PetabText.of(c.value())).orElse("NaN")));
            table.row(cells.toArray(String[]::new));
        }
        return table.toString();
    }

    private String conditionsTwo() {
        Tsv table = new Tsv("conditionId", "targetId", "targetValue");
        problem.conditions().forEach(
                c -> c.changes().forEach(change -> table.row(c.id(), change.target(), PetabText.of(change.value()))));
        return table.toString();
    }

    private String experiments() {
        Tsv table = new Tsv("experimentId", "time", "conditionId");
        for (Experiment experiment : problem.experiments()) {
            for (Experiment.Period period : experiment.periods()) {
                String time = PetabText.number(period.time());
                if (period.conditions().isEmpty()) {
                    table.row(experiment.id(), time, "");
                }
                period.conditions().forEach(condition -> table.row(experiment.id(), time, condition));
            }
        }
        return table.toString();
    }

    private String mappings() {
        Tsv table = new Tsv("petabEntityId", "modelEntityId", "name");
        problem.mappings().forEach(m -> table.row(m.petabId(), m.modelId(), m.name().orElse("")));
        return table.toString();
    }
}
