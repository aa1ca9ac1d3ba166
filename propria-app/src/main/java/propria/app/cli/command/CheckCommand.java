package propria.app.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.library.ModelFile;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.text.Figures;
import propria.evidence.EvidenceLibrary;
import propria.evidence.ModelEvidence;
import propria.model.Model;
import propria.model.check.ModelChecks;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;
import propria.study.run.StudyRunner;
import propria.trial.file.TrialFile;

/// Looks for mistakes in studies and models without simulating.
@CommandLine.Command(name = "check", description = "Look for mistakes: form, units, bounds, sources, integrity. Nothing is simulated.")
public final class CheckCommand extends Command {

    @Parameters(paramLabel = "STUDY|MODEL", arity = "0..*", description = "names that ship, folders or files (default: the whole library)")
    private List<String> names = List.of();

    private final List<Problem> found = new ArrayList<>();
    private final List<Map<String, Object>> checked = new ArrayList<>();

    @Override
    public int run(Terminal terminal) {
        LibraryFolder folder = LibraryFolder.find();
        for (String name : names.isEmpty() ? everything(folder) : names) {
            List<Problem> problems = new ArrayList<>();
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", name);
            String said = attempt(() -> one(name, folder, problems), problems);
            long errors = problems.stream().distinct().filter(Problem::isError).count();
            long warnings = problems.stream().distinct().count() - errors;
            entry.put("errors", errors);
            entry.put("warnings", warnings);
            checked.add(entry);
            found.addAll(problems);
            String verdict = errors == 0 && warnings == 0
                    ? "no problems"
                    : Figures.count(errors, "error") + ", " + Figures.count(warnings, "warning");
            terminal.answer(terminal.strong(name) + ": " + verdict + (said.isEmpty() ? "" : "; " + said));
        }
        List<Problem> once = found.stream().distinct().toList();
        terminal.put("checked", checked).problems(once);
        return ExitCode.of(once);
    }

    private static List<String> everything(LibraryFolder folder) {
        List<String> all = new ArrayList<>(folder.modelNames());
        all.addAll(folder.studies());
        return all;
    }

    private static String attempt(Supplier<String> work, List<Problem> problems) {
        try {
            return work.get();
        } catch (ProblemException e) {
            problems.addAll(e.problems());
            return "";
        }
    }

    private static String one(String name, LibraryFolder folder, List<Problem> problems) {
        Optional<Path> study = folder.studyFile(name);
        if (study.isPresent()) {
            return study(study.get(), folder, problems);
        }
        Path model = folder.modelFile(name).orElseThrow(() -> unknown(name, folder));
        return model(model, EvidenceLibrary.read(folder.path().resolve("evidence")), problems).counts().line();
    }

    private static String study(Path file, LibraryFolder folder, List<Problem> problems) {
        Study study = StudyFile.read(file, Library.read(folder.path()));
        ModelEvidence evidence = model(study.files().model(), EvidenceLibrary.read(study.files().evidence()), problems);
        problems.addAll(StudyRunner.check(study));
        TrialFile.read(file);
        return Figures.count(study.arms().size(), "arm") + ", " + Figures.count(study.endpoints().size(), "endpoint")
                + ", " + Figures.count(study.measurements().size(), "measurement") + "; " + evidence.counts().line();
    }

    private static ModelEvidence model(Path file, EvidenceLibrary sources, List<Problem> problems) {
        Model model = ModelFile.read(file);
        problems.addAll(ModelChecks.check(model));
        ModelEvidence evidence = ModelEvidence.of(model, sources);
        problems.addAll(evidence.problems());
        return evidence;
    }

    private static ProblemException unknown(String name, LibraryFolder folder) {
        List<String> known = new ArrayList<>(folder.studies());
        known.addAll(folder.modelNames());
        return new ProblemException(Problem.error("U302", "there is no study or model `" + name + "`",
                "neither shipped, nor a folder with a study.yaml, nor a file", Nearest.of(name, known)
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse("`propria list studies` shows what ships")));
    }
}
