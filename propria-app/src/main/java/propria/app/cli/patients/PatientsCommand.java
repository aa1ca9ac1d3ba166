package propria.app.cli.patients;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import propria.app.cli.command.Command;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.run.CohortWork;
import propria.study.library.Library;
import propria.study.run.Progress;
import propria.trial.patient.TargetPopulationReader;
import propria.trial.patient.cohort.Cohort;
import propria.trial.patient.cohort.CohortMatch;

/// Makes virtual patients of a target population and shows how near their baseline comes to that of trials.
@CommandLine.Command(name = "patients", description = "Make virtual patients whose baseline readings are distributed as in "
        + "trials; print how near they come.")
public final class PatientsCommand extends Command {

    @Parameters(paramLabel = "POPULATION", description = "a file of library/populations/targets")
    private String population = "";

    @Option(names = "--method", paramLabel = "WORD", description = "select, mcmc or perturb (default: ${DEFAULT-VALUE})")
    private String method = "select";

    @Option(names = "--patients", paramLabel = "N", description = "of each draw (default: ${DEFAULT-VALUE})")
    private int patients = 200;

    @Option(names = "--draws", paramLabel = "N", description = "of the model's parameters; with 1 each stands at its value "
            + "(default: ${DEFAULT-VALUE})")
    private int draws = 1;

    @Option(names = "--seed", paramLabel = "N", description = "of the random numbers (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--threads", paramLabel = "N", description = "how many; the result is the same (default: all cores)")
    private int threads;

    @Option(names = "--out", paramLabel = "DIR", description = "where patients.csv and match.csv are written")
    private Optional<Path> out = Optional.empty();

    @Override
    public int run(Terminal terminal) throws IOException {
        CohortWork work = new CohortWork(population, method, patients, draws, seed,
                threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
        Library library = Library.read(LibraryFolder.find().path());
        terminal.answer(TargetPopulationReader.read(library, population).name() + ", by " + method + ":");
        CohortWork.Result result = work.make(library, Progress.SILENT, made -> say(terminal, made));
        result.empty().forEach(number -> terminal.note("draw " + number + ": nobody is like those patients"));
        terminal.put("draws", result.made().stream().map(CohortWork::facts).toList());
        if (out.isPresent()) {
            work.write(result, out.get());
            terminal.answer("written to " + out.get());
        }
        return ExitCode.DONE;
    }

    private static void say(Terminal terminal, CohortWork.Made made) {
        Cohort cohort = made.cohort();
        terminal.answer(String.format(Locale.ROOT, "draw %d: %d patients, worth %.0f; %d simulations, %d failed; "
                + "%d at a bound; %d places not filled as they should be; %.1f s", made.number(),
                cohort.patients().size(), cohort.effective(), cohort.simulations(), cohort.failures(), made.atBound(),
                cohort.missed(), made.seconds()));
        terminal.answer(String.format(Locale.ROOT, "  %-28s %-9s %10s %10s %9s %10s", "reading", "measure", "target",
                "expected", "error", "recorded"));
        for (CohortMatch.Row row : made.match().rows()) {
            terminal.answer(String.format(Locale.ROOT, "  %-28s %-9s %10.4g %10.4g %9.2g %10.4g", row.what(),
                    row.measure(), row.target(), row.expected(), row.error(), row.recorded()));
        }
    }
}
