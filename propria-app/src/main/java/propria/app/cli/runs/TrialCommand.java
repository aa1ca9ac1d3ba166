package propria.app.cli.runs;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import propria.app.cli.command.Command;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.cli.trial.TrialAnswer;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.trial.design.TrialDesign;
import propria.trial.file.TrialFile;
import propria.trial.operating.Characteristic;
import propria.trial.run.TrialReread;

/// Reads the trials of a run again, with other endpoints.
@CommandLine.Command(name = "trial", description = "Read the trials of a run again with the endpoints of a study; nothing is"
        + " simulated.")
public final class TrialCommand extends Command {

    @Parameters(index = "0", paramLabel = "RUN", description = "a folder that `run` wrote for a trial")
    private Path folder = Path.of("");

    @Parameters(index = "1", paramLabel = "STUDY", description = "a study with the same arms and visits, and other endpoints,"
            + " estimands, sizes, looks or multiplicity")
    private String name = "";

    @Option(names = "--threads", paramLabel = "N", description = "how many; the result is the same (default: all cores)")
    private int threads;

    @Option(names = "--out", paramLabel = "DIR", description = "write operating.csv, trials.csv and curves.csv of the new endpoints there")
    private Path out = Path.of("");

    @Override
    public int run(Terminal terminal) {
        TrialDesign design = TrialFile.read(LibraryFolder.find().study(name))
                .orElseThrow(() -> new ProblemException(Problem.error("U380", "`" + name + "` is no trial",
                        "its study.yaml has no `trial:`", "name a study with one, such as uc-phase2")));
        long begin = System.nanoTime();
        List<Characteristic> all = TrialReread.read(folder, design,
                threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
        double seconds = (System.nanoTime() - begin) * 1e-9;
        TrialAnswer.table(terminal, design, all, design.patients());
        terminal.answer(String.format(java.util.Locale.ROOT, "  Read again in %.1f s, without simulating.", seconds));
        terminal.put("seconds", seconds).put("characteristics", all.stream().map(TrialAnswer::json).toList());
        if (!out.toString().isEmpty()) {
            TrialReread.write(folder, design, threads > 0 ? threads : Runtime.getRuntime().availableProcessors(), out);
            terminal.answer("  written: " + out);
            terminal.put("out", out.toString());
        }
        return ExitCode.DONE;
    }
}
