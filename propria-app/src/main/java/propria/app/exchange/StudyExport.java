package propria.app.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import propria.app.experiment.Experiment;
import propria.app.experiment.output.ExperimentOutput;
import propria.app.files.ExperimentFile;
import propria.app.files.FileKind;
import propria.app.files.ModelText;
import propria.engine.Trajectory;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.model.Model;
import propria.study.Observable;
import propria.study.Study;
import propria.study.run.TypicalSubject;

/// Writes a study in the formats of others, and holds each file to the study: its typical subjects are simulated as a
/// run would, and every file from itself alone.
public final class StudyExport {

    /// What a study can be written as.
    public enum Target {
        ANTIMONY,
        SBML,
        SEDML,
        OMEX,
        PETAB,
        CSV
    }

    /// What was written of one kind.
    ///
    /// @param difference the largest between the study and what the files give, of all arms and observables
    /// @param leftOut what the format cannot say, in words; empty when it can say all
    public record Written(Target target, List<Path> files, Difference difference, String leftOut) {

        Written(Target target, List<Path> files, Difference difference) {
            this(target, files, difference, "");
        }
    }

    private final Study study;
    private final List<TypicalSubject> subjects;
    private final StudyExperiment experiment;
    private final Bundle bundle;
    private final List<Double> times;
    private final List<Trajectory> courses = new ArrayList<>();

    /// @throws propria.model.problem.ProblemException as a run of the study does
    public StudyExport(Study study) {
        this.study = study;
        this.subjects = TypicalSubject.of(study, StudyExperiment.TIGHT);
        this.experiment = new StudyExperiment(study, subjects);
        this.bundle = withStudy(experiment.bundle());
        int steps = experiment.steps();
        this.times = IntStream.rangeClosed(0, steps).mapToObj(i -> i == steps
                ? study.end()
                : study.start() + (study.end() - study.start()) * i / steps).toList();
        CompiledModel compiled = ModelCompiler.compile(subjects.getFirst().model());
        List<String> outputs = study.observables().stream().map(Observable::quantity).toList();
        subjects.forEach(s -> courses.add(s.simulate(compiled, times, outputs, StudyExperiment.TIGHT)));
    }

    private Bundle withStudy(Bundle whole) {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>(whole.files());
        for (Path input : study.files().inputs()) {
            if (input.toAbsolutePath().startsWith(study.files().folder().toAbsolutePath())) {
                read(input).ifPresent(bytes -> files.put(String.valueOf(input.getFileName()), bytes));
            }
        }
        return new Bundle(whole.name(), whole.document(), files, whole.title());
    }

    /// With what the experiment gives today, for whoever repeats it.
    private Bundle withResults() {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>(bundle.files());
        ArchiveResults.tables(bundle.name() + ".sedml", bundle.open())
                .forEach((place, text) -> files.put(place, ModelText.bytes(text)));
        return new Bundle(bundle.name(), bundle.document(), files, bundle.title());
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Writes one kind of files into a folder that exists.
    public Written write(Target target, Path folder) throws IOException {
        return switch (target) {
            case ANTIMONY -> models(target, FileKind.ANTIMONY, ".ant", folder);
            case SBML -> models(target, FileKind.SBML, ".xml", folder);
            case SEDML -> {
                Path file = folder.resolve(study.id() + ".sedml");
                Bundle alone = new Bundle(bundle.name(), bundle.document(), experiment.bundle().files(),
                        bundle.title());
                List<Path> files = alone.writeBeside(file);
                yield new Written(target, files, compare(Experiment.run(ExperimentFile.open(file).getFirst())));
            }
            case OMEX -> {
                Path file = folder.resolve(study.id() + ".omex");
                withResults().writeArchive(file);
                yield new Written(target, List.of(file),
                        compare(Experiment.run(ExperimentFile.open(file).getFirst())));
            }
            case PETAB -> {
                StudyPetab problem = new StudyPetab(study, subjects);
                List<Path> files = problem.write(Files.createDirectories(folder.resolve(study.id() + "-petab")));
                yield new Written(target, files, problem.compare(files.getFirst()), problem.leftOut());
            }
            case CSV -> tables(folder);
        };
    }

    /// A model for each arm, with all that the arm is.
    private Written models(Target target, FileKind kind, String end, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Difference worst = Difference.NONE;
        for (int i = 0; i < subjects.size(); i++) {
            String arm = subjects.get(i).arm().id();
            Model model = Intervals.fitting(Experiment.model(bundle.open(), StudyExperiment.modelId(arm)));
            Path file = folder.resolve(study.id() + "-" + arm + end);
            String text = ModelText.text(model, kind);
            files.add(Files.writeString(file, text));
            Model back = ModelText.readText(Files.readString(file), kind, file.toString());
            TypicalSubject asWritten = new TypicalSubject(back, subjects.get(i).arm(), Map.of(),
                    java.util.OptionalDouble.empty(), List.of(),
                    study.start() - subjects.get(i).equilibrate().orElse(0), study.end(),
                    study.simulation().method());
            Trajectory course = asWritten.simulate(ModelCompiler.compile(back), times,
                    courses.get(i).outputs(), StudyExperiment.TIGHT);
            for (int column = 0; column < course.outputs().size(); column++) {
                worst = worst.or(difference(i, column, course.column(column)));
            }
        }
        return new Written(target, files, worst);
    }

    private Written tables(Path folder) throws IOException {
        Experiment done = Experiment.run(bundle.open());
        List<Path> files = new ArrayList<>();
        for (var table : new ExperimentOutput(done).tables().entrySet()) {
            files.add(Files.writeString(folder.resolve(study.id() + "-" + table.getKey() + ".csv"),
                    table.getValue()));
        }
        for (var file : bundle.files().entrySet()) {
            if (file.getKey().endsWith(".tsv")) {
                files.add(Files.write(folder.resolve(study.id() + "-" + file.getKey()), file.getValue()));
            }
        }
        return new Written(Target.CSV, files, compare(done));
    }

    Difference compare(Experiment done) {
        Difference worst = Difference.NONE;
        for (int i = 0; i < subjects.size(); i++) {
            for (int column = 0; column < study.observables().size(); column++) {
                String id = StudyExperiment.dataId(subjects.get(i).arm().id(), study.observables().get(column));
                double[] values = Optional.ofNullable(done.data().get(id)).map(d -> Experiments.flat(d).toArray())
                        .orElse(new double[0]);
                worst = worst.or(difference(i, column, values));
            }
        }
        return worst;
    }

    private Difference difference(int subject, int column, double[] values) {
        double[] at = times.stream().mapToDouble(t -> t).toArray();
        return Difference.of(study.observables().get(column).id() + " of " + subjects.get(subject).arm().id(), at,
                courses.get(subject).column(column), values,
                courses.stream().mapToDouble(c -> Difference.largest(c.column(column))).max().orElse(0));
    }
}
