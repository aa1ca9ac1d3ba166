package propria.app.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.formats.petab.PetabReader;
import propria.formats.petab.PetabWriter;
import propria.formats.petab.problem.Condition;
import propria.formats.petab.problem.Condition.Change;
import propria.formats.petab.problem.Experiment;
import propria.formats.petab.problem.Measurement;
import propria.formats.petab.problem.Observable;
import propria.formats.petab.problem.Observable.Distribution;
import propria.formats.petab.problem.Observable.Transformation;
import propria.formats.petab.problem.PetabProblem;
import propria.inference.petab.PetabPosterior;
import propria.model.Model;
import propria.model.expression.Expression;
import propria.model.expression.Formulas;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.Study;
import propria.study.run.TypicalSubject;

/// A study as an estimation problem of PEtab version 2: one model with all that is given as events, an experiment for each
/// arm, the published numbers as measurements, and what the study leaves open as parameters with priors.
final class StudyPetab {

    private static final SourceLocation NOWHERE = Experiments.NOWHERE;
    private static final String NOISE = "spread_";

    private final Study study;
    private final List<TypicalSubject> subjects;
    private final StudyModel studyModel;
    private final Model model;
    private final PetabParameters parameters;
    private final List<propria.study.Measurement> numbers;

    StudyPetab(Study study, List<TypicalSubject> subjects) {
        this.study = study;
        this.subjects = subjects;
        this.studyModel = new StudyModel(subjects);
        this.model = Intervals.fitting(studyModel.model());
        this.parameters = PetabParameters.of(study, model);
        this.numbers = study.measurements().stream().filter(m -> !m.isDirection()).toList();
        if (numbers.isEmpty()) {
            throw new ProblemException(Problem.error("U366", SourceLocation.of(study.id()),
                    "the study has no published numbers, and PEtab cannot say directions",
                    Integer.toString(study.measurements().size()) + " measurements, all directions",
                    "add numbers to measurements.tsv, or export to another format"));
        }
    }

    /// What could not be said, in words; empty when all could.
    String leftOut() {
        int directions = study.measurements().size() - numbers.size();
        return directions == 0
                ? ""
                : directions + " of " + study.measurements().size()
                        + " measurements are directions, which PEtab cannot say, and are left out";
    }

    /// Writes the problem.
    List<Path> write(Path folder) throws IOException {
        return PetabWriter.write(problem(), folder, study.id());
    }

    PetabProblem problem() {
        List<Condition> conditions = new ArrayList<>();
        List<Experiment> experiments = new ArrayList<>();
        Set<String> measured = numbers.stream().map(propria.study.Measurement::arm).collect(Collectors.toSet());
        for (TypicalSubject subject : subjects) {
            String arm = subject.arm().id();
            if (measured.contains(arm)) {
                conditions.add(new Condition("as_" + arm, changes(subject), NOWHERE));
                double begin = subject.start() - subject.equilibrate().orElse(0);
                experiments.add(new Experiment(arm,
                        List.of(new Experiment.Period(begin, List.of("as_" + arm), NOWHERE)), NOWHERE));
            }
        }
        List<Observable> observables = observed().stream().map(StudyPetab::observable).toList();
        return new PetabProblem(2, study.id().replaceAll("\\W", "_"), "model.xml", "sbml", model, conditions,
                experiments, observables, numbers.stream().map(this::measurement).toList(),
                parameters.all(unknownSpreads()), List.of(), NOWHERE);
    }

    private List<propria.study.Observable> observed() {
        return numbers.stream().map(propria.study.Measurement::observable).distinct().toList();
    }

    private Set<propria.study.Observable> unknownSpreads() {
        return numbers.stream().filter(m -> error(m).isEmpty()).map(propria.study.Measurement::observable)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /// What an arm sets. A parameter that is estimated stands in the arm in proportion to what the arm makes of it.
    private List<Change> changes(TypicalSubject subject) {
        Map<String, Double> values = new LinkedHashMap<>(studyModel.values(subject));
        List<Change> changes = new ArrayList<>();
        for (String id : new TreeSet<>(values.keySet())) {
            if (parameters.nominal(id).isEmpty()) {
                changes.add(new Change(id, Formulas.number(values.getOrDefault(id, 0.0)), NOWHERE));
            }
        }
        for (String id : parameters.ids()) {
            double usual = parameters.nominal(id).orElseThrow();
            double ratio = values.getOrDefault(id, usual) / usual;
            Expression estimated = Formulas.name(PetabParameters.name(id));
            changes.add(new Change(id, ratio == 1 ? estimated : Formulas.product(Formulas.number(ratio), estimated),
                    NOWHERE));
        }
        return changes;
    }

    private static Observable observable(propria.study.Observable observable) {
        String spread = NOISE + observable.id();
        return new Observable(id(observable), Optional.of(observable.name()), Formulas.name(observable.quantity()),
                Formulas.name(spread), Distribution.NORMAL, Transformation.LIN, List.of(), List.of(spread), NOWHERE);
    }

    private static String id(propria.study.Observable observable) {
        return "observed_" + observable.id();
    }

    private Measurement measurement(propria.study.Measurement row) {
        Expression spread = error(row).isPresent()
                ? Formulas.number(error(row).getAsDouble())
                : Formulas.name(PetabParameters.error(row.observable()));
        return new Measurement(id(row.observable()), row.arm(), row.time(), row.value(), List.of(), List.of(spread),
                NOWHERE);
    }

    /// The standard error of the mean, where the table states what its spread is.
    private static OptionalDouble error(propria.study.Measurement row) {
        if (row.spread().isEmpty() || row.spread().getAsDouble() <= 0) {
            return OptionalDouble.empty();
        }
        double spread = row.spread().getAsDouble();
        return switch (row.spreadKind()) {
            case SEM -> OptionalDouble.of(spread);
            case SD -> row.n().isPresent()
                    ? OptionalDouble.of(spread / StrictMath.sqrt(row.n().getAsInt()))
                    : OptionalDouble.empty();
            case IQR, CI95, UNKNOWN -> OptionalDouble.empty();
        };
    }

    /// The problem read back from its file and simulated at its nominal values, against the typical subjects of the study.
    Difference compare(Path file) {
        PetabPosterior posterior = new PetabPosterior(PetabReader.read(file), StudyExperiment.TIGHT);
        double[] values = posterior.predictions(posterior.space().nominal()).values();
        CompiledModel compiled = ModelCompiler.compile(subjects.getFirst().model());
        Difference worst = Difference.NONE;
        for (int i = 0; i < numbers.size(); i++) {
            propria.study.Measurement row = numbers.get(i);
            Trajectory course = subjects.get(study.armIndex(row.arm())).simulate(compiled, List.of(row.time()),
                    List.of(row.observable().quantity()), StudyExperiment.TIGHT);
            worst = worst.or(Difference.of(row.observable().id() + " of " + row.arm(), new double[]{row.time()},
                    course.column(0), new double[]{values[i]}));
        }
        return worst;
    }
}
