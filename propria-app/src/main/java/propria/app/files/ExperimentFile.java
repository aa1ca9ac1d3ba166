package propria.app.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import propria.formats.omex.OmexArchive;
import propria.formats.omex.OmexReader;
import propria.formats.sedml.SedmlReader;
import propria.formats.sedml.document.SedDocument;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// An experiment with the files that it names.
///
/// @param name the file, for messages and results
/// @param document what it says
/// @param remarks warnings on the archive that it comes from
public record ExperimentFile(String name, SedDocument document, Function<String, byte[]> files,
        List<Problem> remarks) {

    private static final Pattern ADDRESS = Pattern.compile("(?i)^(urn:|[a-z][a-z0-9+.-]*://).*");

    /// The bytes of a file that the experiment names.
    ///
    /// @param source as the experiment writes it
    /// @throws ProblemException D020 when there is none, C005 when it would be outside an archive
    public byte[] bytes(String source, SourceLocation place) {
        if (ADDRESS.matcher(source).matches()) {
            throw new ProblemException(Problem.error("D020", place, "the model is not beside the experiment",
                    source + " is an address; nothing is downloaded", "save the model beside the experiment"));
        }
        return files.apply(source);
    }

    /// Opens SED-ML, or all experiments of a COMBINE archive.
    ///
    /// @throws ProblemException C### and D###
    public static List<ExperimentFile> open(Path file) {
        if (FileKind.of(file).filter(kind -> kind == FileKind.OMEX).isPresent()) {
            return of(OmexReader.read(file), file);
        }
        Path folder = file.toAbsolutePath().getParent();
        return List.of(new ExperimentFile(file.toString(), SedmlReader.read(file),
                source -> beside(folder == null ? Path.of("") : folder, source), List.of()));
    }

    /// The experiments of an archive.
    ///
    /// @throws ProblemException C008 when it has none, else D###
    public static List<ExperimentFile> of(OmexArchive archive, Path file) {
        List<ExperimentFile> experiments = new ArrayList<>();
        for (OmexArchive.Entry entry : archive.experiments()) {
            String name = file + "!" + entry.location();
            experiments.add(new ExperimentFile(name, SedmlReader.readBytes(entry.content(), name),
                    source -> within(archive, entry.location(), source), archive.remarks()));
        }
        if (experiments.isEmpty()) {
            throw new ProblemException(Problem.error("C008", SourceLocation.of(file.toString()),
                    "the archive holds no experiment", "it has " + archive.entries().size() + " files, none SED-ML",
                    "unpack it and simulate its model"));
        }
        return experiments;
    }

    private static byte[] beside(Path folder, String source) {
        Path file = folder.resolve(source);
        try {
            if (!Files.isRegularFile(file)) {
                throw missing(source, "there is no " + file);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] within(OmexArchive archive, String from, String source) {
        List<String> way = new ArrayList<>(List.of(from.split("/")));
        way.removeLast();
        String given = source.startsWith("/") ? source.substring(1) : source;
        if (source.startsWith("/")) {
            way.clear();
        }
        for (String step : given.split("/")) {
            if (step.equals("..")) {
                if (way.isEmpty()) {
                    throw new ProblemException(Problem.error("C005", SourceLocation.of(from),
                            "the experiment names a place outside its archive", source, "do not trust this archive"));
                }
                way.removeLast();
            } else if (!step.equals(".") && !step.isEmpty()) {
                way.add(step);
            }
        }
        return archive.entry(String.join("/", way)).map(OmexArchive.Entry::content)
                .orElseThrow(() -> missing(source, "the archive has no " + String.join("/", way)));
    }

    private static ProblemException missing(String source, String why) {
        return new ProblemException(Problem.error("D020", "the model " + source + " is not there", why,
                "put it beside the experiment"));
    }
}
