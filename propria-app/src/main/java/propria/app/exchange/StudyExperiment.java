package propria.app.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import propria.app.files.ModelText;
import propria.engine.Tolerances;
import propria.formats.sbml.SbmlWriter;
import propria.formats.sedml.document.ModelChange;
import propria.formats.sedml.document.SedDataGenerator;
import propria.formats.sedml.document.SedDocument;
import propria.formats.sedml.document.SedModel;
import propria.formats.sedml.document.SedOutput;
import propria.formats.sedml.document.SedSimulation;
import propria.formats.sedml.document.SedTask;
import propria.model.Model;
import propria.model.Species;
import propria.study.Observable;
import propria.study.Study;
import propria.study.run.TypicalSubject;

/// A study as an experiment: one model, a task for each arm that sets what the arm is given, a table for each arm and a
/// picture for each observable.
final class StudyExperiment {

    /// Of the experiment and of the road it is compared with.
    static final Tolerances TIGHT = new Tolerances(1e-10, 1e-13);

    private static final double STEP = 0.5;
    private static final int MOST_STEPS = 400;

    private final Study study;
    private final List<TypicalSubject> subjects;
    private final StudyModel studyModel;
    private final Model model;
    private final SequencedMap<String, SedSimulation> simulations = new LinkedHashMap<>();

    StudyExperiment(Study study, List<TypicalSubject> subjects) {
        this.study = study;
        this.subjects = subjects;
        this.studyModel = new StudyModel(subjects);
        this.model = studyModel.model();
    }

    Model model() {
        return model;
    }

    /// How many steps the course of the study has.
    int steps() {
        double span = study.end() - study.start();
        return (int) StrictMath.min(MOST_STEPS, StrictMath.max(1, StrictMath.rint(span / STEP)));
    }

    /// The id of the model of an arm.
    static String modelId(String arm) {
        return "model_" + arm;
    }

    /// The id of the data of an observable in an arm.
    static String dataId(String arm, Observable observable) {
        return "data_" + arm + "_" + observable.id();
    }

    /// The id of the times of an arm.
    static String timeId(String arm) {
        return "time_" + arm;
    }

    /// The experiment with its model.
    Bundle bundle() {
        String file = study.id() + ".xml";
        List<SedModel> models = new ArrayList<>();
        List<SedTask> tasks = new ArrayList<>();
        List<SedDataGenerator> generators = new ArrayList<>();
        List<SedOutput> outputs = new ArrayList<>();
        for (TypicalSubject subject : subjects) {
            String arm = subject.arm().id();
            models.add(new SedModel(modelId(arm), Optional.of(subject.arm().name()), Experiments.SBML, file,
                    changes(subject), Experiments.NOWHERE));
            tasks.add(new SedTask.Single("task_" + arm, Optional.of(subject.arm().name()), modelId(arm),
                    simulation(subject), Experiments.NOWHERE));
            outputs.add(report(subject, generators));
        }
        study.observables().forEach(observable -> outputs.add(plot(observable)));
        SedDocument document = new SedDocument(Experiments.VERSION, Optional.of(notes()), models,
                List.copyOf(simulations.values()), tasks, generators, outputs, List.of(), Experiments.NOWHERE);
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        files.put(file, ModelText.bytes(SbmlWriter.write(model)));
        return new Bundle(study.id(), document, files, study.title());
    }

    private String notes() {
        return study.title() + ". " + study.question() + " Each task is an arm; its subject has every quantity at "
                + "its typical value. Times are in days. What is given are events of the model, whose amounts the "
                + "arms set.";
    }

    private String simulation(TypicalSubject subject) {
        double before = subject.equilibrate().orElse(0);
        String id = before == 0
                ? "course"
                : "course_after_" + Double.toString(before).replaceAll("\\.0$", "")
                        .replaceAll("[^0-9A-Za-z]", "_") + "_days";
        simulations.putIfAbsent(id, new SedSimulation.UniformTimeCourse(id, Optional.empty(),
                study.start() - before, study.start(), study.end(), steps(),
                Optional.of(Experiments.algorithm(TIGHT)), Experiments.NOWHERE));
        return id;
    }

    private List<ModelChange> changes(TypicalSubject subject) {
        List<ModelChange> changes = new ArrayList<>();
        for (Map.Entry<String, Double> value : studyModel.values(subject).entrySet()) {
            change(value.getKey(), value.getValue(), changes);
        }
        return changes;
    }

    private void change(String id, double value, List<ModelChange> changes) {
        if (model.initialAssignments().stream().anyMatch(a -> a.variable().equals(id))) {
            changes.add(new ModelChange.Remove(Experiments.path("InitialAssignments", "initialAssignment", id)
                    .replace("[@id=", "[@symbol="), Experiments.NOWHERE));
        }
        Optional<Species> species = model.species().stream().filter(s -> s.id().equals(id)).findFirst();
        String target = species.map(s -> initial(s, changes))
                .orElseGet(() -> model.compartments().stream().anyMatch(c -> c.id().equals(id))
                        ? Experiments.path("Compartments", "compartment", id) + "/@size"
                        : Experiments.path("Parameters", "parameter", id) + "/@value");
        changes.add(new ModelChange.Attribute(target, Double.toString(value), Experiments.NOWHERE));
    }

    /// The attribute that gives a species its start; the other one is removed where the model has it.
    private static String initial(Species species, List<ModelChange> changes) {
        String path = Experiments.path("Species", "species", species.id());
        boolean amount = species.initialKind() == Species.InitialKind.AMOUNT;
        if (species.initial().isPresent() && amount != species.substanceOnly()) {
            changes.add(new ModelChange.Remove(path + (amount ? "/@initialAmount" : "/@initialConcentration"),
                    Experiments.NOWHERE));
        }
        return path + (species.substanceOnly() ? "/@initialAmount" : "/@initialConcentration");
    }

    private SedOutput report(TypicalSubject subject, List<SedDataGenerator> generators) {
        String arm = subject.arm().id();
        List<SedOutput.DataSet> sets = new ArrayList<>();
        generators.add(Experiments.generator(timeId(arm), "time [d]", Experiments.time("task_" + arm)));
        sets.add(new SedOutput.DataSet("set_time_" + arm, "time [d]", timeId(arm), Experiments.NOWHERE));
        for (Observable observable : study.observables()) {
            boolean species = model.species().stream().anyMatch(s -> s.id().equals(observable.quantity()));
            String id = dataId(arm, observable);
            generators.add(Experiments.generator(id, observable.name(),
                    Experiments.quantity(observable.quantity(), species ? "Species" : "Parameters",
                            species ? "species" : "parameter", "task_" + arm)));
            sets.add(new SedOutput.DataSet("set_" + arm + "_" + observable.id(),
                    observable.id() + " [" + observable.unit() + "]", id, Experiments.NOWHERE));
        }
        return new SedOutput.Report("table_" + arm, Optional.of(subject.arm().name()), sets, Experiments.NOWHERE);
    }

    private SedOutput plot(Observable observable) {
        List<SedOutput.Curve> curves = subjects.stream()
                .map(s -> new SedOutput.Curve("curve_" + s.arm().id() + "_" + observable.id(),
                        Optional.of(s.arm().name()), timeId(s.arm().id()), dataId(s.arm().id(), observable),
                        Experiments.NOWHERE))
                .toList();
        return new SedOutput.Plot2D("plot_" + observable.id(), Optional.of(observable.name()),
                new SedOutput.Axis(Optional.of("time [d]"), false),
                new SedOutput.Axis(Optional.of(observable.name() + " [" + observable.unit() + "]"), false), curves,
                Experiments.NOWHERE);
    }
}
