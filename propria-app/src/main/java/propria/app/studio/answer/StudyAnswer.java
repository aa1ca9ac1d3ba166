package propria.app.studio.answer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import propria.app.studio.workspace.Confinement;
import propria.app.studio.workspace.Protocol;
import propria.app.studio.workspace.Versions;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.file.StudyFile;
import propria.study.library.Library;
import propria.trial.file.TrialFile;

/// A study that is being edited: its text, where it stands among its versions, what is wrong with it, and whether its plan is
/// frozen.
public record StudyAnswer(String name, String text, int version, boolean undo, boolean redo,
        List<Versions.Version> versions, List<ProblemEntry> problems, Protocol.State protocol) {

    public StudyAnswer {
        versions = List.copyOf(versions);
        problems = List.copyOf(problems);
    }

    /// What is wrong, with its place in the text.
    ///
    /// @param line from 1; 0 when it has no place
    public record ProblemEntry(String severity, String code, String file, int line, int column, String what, String why,
            String fix) {

        /// A problem as the pages show it. The folder of the workspace is not theirs to know.
        public static ProblemEntry of(Problem p) {
            return new ProblemEntry(p.isError() ? "error" : "warning", p.code(),
                    p.place().map(place -> String.valueOf(Path.of(place.file()).getFileName())).orElse(""),
                    p.place().map(place -> place.line()).orElse(0), p.place().map(place -> place.column()).orElse(0),
                    p.what(), p.why(), p.fix());
        }
    }

    /// The state of a study.
    ///
    /// @param folder where it is
    public static StudyAnswer of(String name, Path folder, Versions.State state, Library library) {
        return new StudyAnswer(name, state.text(), state.at(), state.undo(), state.redo(), state.all(),
                problems(folder, library).stream().map(ProblemEntry::of).toList(), new Protocol(folder).state());
    }

    private static List<Problem> problems(Path folder, Library library) {
        List<Problem> found = new ArrayList<>();
        try {
            Confinement.check(folder);
            StudyFile.read(folder, library);
            TrialFile.read(folder);
        } catch (ProblemException e) {
            found.addAll(e.problems());
        }
        return found;
    }
}
