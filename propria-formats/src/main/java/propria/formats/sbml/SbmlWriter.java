package propria.formats.sbml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.sbml.jsbml.SBMLWriter;
import propria.formats.sbml.level.SbmlLevel;
import propria.formats.sbml.level.older.OlderLevel;
import propria.formats.sbml.math.Jsbml;
import propria.formats.sbml.packages.Draws;
import propria.formats.sbml.write.LateValues;
import propria.formats.sbml.write.Messages;
import propria.formats.sbml.write.ModelWriting;
import propria.model.Model;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Writes a flat [Model] as SBML, Level 3 Version 2 core unless another level is asked for, with package distrib where
/// events draw random numbers. What [SbmlReader] makes of Level 3 Version 2 equals the model, places and the order of
/// annotations apart; of an older level it has the same course.
///
/// Three things change their form: a stoichiometry that is a formula becomes an assignment rule, species that a rate law
/// names become modifiers, and what a rule or an event changes is not called constant. Intervals and statements for
/// which SBML has no word stand in annotations of their own namespace.
public final class SbmlWriter {

    private SbmlWriter() {
    }

    /// Writes a file.
    ///
    /// @throws ProblemException B140 for fast reactions, B141 for what breaks a rule of SBML
    public static void write(Model model, Path file) {
        try {
            Files.writeString(file, write(model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text of a model.
    ///
    /// @throws ProblemException as [#write(Model, Path)]
    public static String write(Model model) {
        return write(model, SbmlLevel.NEWEST).text();
    }

    /// A text with what it says otherwise than the model.
    ///
    /// @param remarks warnings (B143); none for the newest level
    public record Written(String text, List<Problem> remarks) {
        public Written {
            remarks = List.copyOf(remarks);
        }
    }

    /// The text of a model in a level.
    ///
    /// @throws ProblemException B142 for all that an older level cannot say, else as [#write(Model, Path)]
    public static Written write(Model model, SbmlLevel level) {
        OlderLevel older = OlderLevel.of(model, level);
        String text = text(older.model(), level);
        return new Written(level == SbmlLevel.L2V5 ? LateValues.in(text, older.model()) : text, older.remarks());
    }

    private static String text(Model model, SbmlLevel level) {
        try {
            return Messages.once(Draws.withSymbols(Jsbml.alone(() -> document(model, level))), model);
        } catch (IllegalArgumentException e) {
            // JSBML refuses what breaks a rule of SBML, such as a unit that nothing defines
            throw new ProblemException(Problem.error("B141", SourceLocation.of(model.id()),
                    "the model breaks a rule of SBML", String.valueOf(e.getMessage()), "mend the model"));
        }
    }

    private static String document(Model model, SbmlLevel level) {
        try {
            return new SBMLWriter().writeSBMLToString(ModelWriting.of(model, level));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the model cannot be written as XML", e);
        }
    }
}
