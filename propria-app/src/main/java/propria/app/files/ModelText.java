package propria.app.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import propria.formats.antimony.AntimonyReader;
import propria.formats.antimony.AntimonyWriter;
import propria.formats.sbml.SbmlReader;
import propria.formats.sbml.SbmlWriter;
import propria.model.Model;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// One model as text.
public final class ModelText {

    private ModelText() {
    }

    /// The text of a model.
    ///
    /// @param kind Antimony or SBML
    /// @throws ProblemException when the format cannot say what the model says
    public static String text(Model model, FileKind kind) {
        return switch (kind) {
            case ANTIMONY -> AntimonyWriter.write(model);
            case SBML -> SbmlWriter.write(model);
            case SEDML, OMEX -> throw new IllegalArgumentException(kind + " is no format of models");
        };
    }

    /// Writes Antimony or SBML.
    ///
    /// @throws ProblemException when the format cannot say what the model says
    public static void write(Model model, FileKind kind, Path file) throws IOException {
        Files.writeString(file, text(model, kind));
    }

    /// Reads a text of the kind.
    ///
    /// @param name the file name for messages
    /// @throws ProblemException when it cannot be read as such
    public static Model readText(String text, FileKind kind, String name) {
        return switch (kind) {
            case ANTIMONY -> AntimonyReader.readText(text, name);
            case SBML -> SbmlReader.readText(text, name);
            case SEDML, OMEX -> throw new ProblemException(Problem.error("D021", SourceLocation.of(name),
                    "this is no model", kind.title(), "name a model in SBML or Antimony"));
        };
    }

    /// The bytes of a model's text, for archives.
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
