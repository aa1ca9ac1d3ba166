package propria.app.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import propria.app.experiment.Experiment;
import propria.app.files.ExperimentFile;
import propria.app.files.FileKind;
import propria.app.files.ModelText;
import propria.formats.antimony.write.Renamed;
import propria.formats.sbml.SbmlWriter;
import propria.formats.sbml.carry.Carried;
import propria.formats.sbml.level.SbmlLevel;
import propria.formats.sedml.document.SedModel;
import propria.model.Model;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Turns a file into another format. What was written is read back and both are simulated; where they differ nothing is
/// left behind.
///
/// @param difference the largest between both
/// @param written the files, empty when they differ too much
/// @param remarks what the new file says otherwise, as warnings
public record Conversion(Difference difference, List<Path> written, List<Problem> remarks) {

    public Conversion {
        written = List.copyOf(written);
        remarks = List.copyOf(remarks);
    }

    private Conversion(Difference difference, List<Path> written) {
        this(difference, written, List.of());
    }

    /// How courses of models without an experiment are compared, and which model of an experiment is meant.
    ///
    /// @param end the last time, in the model's time unit
    /// @param points how many steps are compared
    /// @param model the id of a model in the experiment
    /// @param carried what the document of the model says beyond it; put into SBML, and left out of other formats
    /// @param level the level of SBML to write
    public record Options(double end, int points, Optional<String> model, Optional<Carried> carried,
            SbmlLevel level) {
    }

    /// Turns a model into another format, or into an experiment that simulates it.
    ///
    /// @throws ProblemException when a format cannot say what the model says
    public static Conversion ofModel(Model model, Path out, FileKind to, Options options) throws IOException {
        ModelComparison comparison = new ModelComparison(options.end(), options.points());
        if (to == FileKind.ANTIMONY) {
            return ofAntimony(model, out, comparison);
        }
        if (to.isModel()) {
            SbmlWriter.Written plain = SbmlWriter.write(model, options.level());
            String text = options.carried().map(carried -> carried.into(plain.text(), options.level()))
                    .orElse(plain.text());
            Difference difference = comparison.of(model, ModelText.readText(text, to, out.toString()));
            return new Conversion(difference,
                    difference.isSame() ? List.of(Files.writeString(out, text)) : List.of(), plain.remarks());
        }
        Bundle bundle = Experiments.course(model, stem(out), comparison);
        Model back = Experiment.model(bundle.open(), "model");
        Difference difference = comparison.of(model, back);
        return write(bundle, bundle.open(), difference, out, to);
    }

    private static Conversion ofAntimony(Model model, Path out, ModelComparison comparison) throws IOException {
        Renamed renamed = Renamed.of(model);
        String text = ModelText.text(renamed.model(), FileKind.ANTIMONY);
        Difference difference = comparison.of(model,
                ModelText.readText(text, FileKind.ANTIMONY, out.toString()), renamed.names());
        return new Conversion(difference, difference.isSame() ? List.of(Files.writeString(out, text)) : List.of(),
                renamed.remarks(SourceLocation.of(out.toString())));
    }

    /// Turns an experiment into another file of experiments, or takes a model out of it.
    ///
    /// @throws ProblemException U340 when it is not clear which experiment or model is meant
    public static Conversion ofExperiments(List<ExperimentFile> experiments, Path out, FileKind to, Options options)
            throws IOException {
        if (experiments.size() != 1) {
            throw unclear(experiments.getFirst().name(), "the archive has " + experiments.size() + " experiments",
                    "unpack it and name one of its SED-ML files");
        }
        ExperimentFile experiment = experiments.getFirst();
        if (to.isModel()) {
            return ofModel(Experiment.model(experiment, chosen(experiment, options)), out, to, options);
        }
        return write(Bundle.of(experiment, stem(out)), experiment, Difference.NONE, out, to);
    }

    private static Conversion write(Bundle bundle, ExperimentFile origin, Difference known, Path out, FileKind to)
            throws IOException {
        if (!known.isSame()) {
            return new Conversion(known, List.of());
        }
        List<Path> written;
        if (to == FileKind.OMEX) {
            bundle.writeArchive(out);
            written = List.of(out);
        } else {
            written = bundle.writeBeside(out);
        }
        Difference difference = known.or(Experiments.compare(origin, ExperimentFile.open(out).getFirst()));
        if (!difference.isSame()) {
            for (Path file : written) {
                Files.deleteIfExists(file);
            }
            return new Conversion(difference, List.of());
        }
        return new Conversion(difference, written);
    }

    private static String chosen(ExperimentFile experiment, Options options) {
        List<String> ids = experiment.document().models().stream().map(SedModel::id).toList();
        if (options.model().isEmpty() && ids.size() == 1) {
            return ids.getFirst();
        }
        return options.model().filter(ids::contains).orElseThrow(() -> unclear(experiment.name(),
                "the experiment has the models " + String.join(", ", ids), "name one with --model ID"));
    }

    private static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[A-Za-z]+$", "").replaceAll("[^A-Za-z0-9_-]", "_");
    }

    private static ProblemException unclear(String file, String why, String fix) {
        return new ProblemException(Problem.error("U340", SourceLocation.of(file),
                "it is not clear what to convert", why, fix));
    }
}
