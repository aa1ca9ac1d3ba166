package propria.app.cli.estimation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.terminal.Progress;
import propria.app.cli.terminal.Terminal;
import propria.app.estimation.EstimationFolder;
import propria.app.exchange.StudyExport;
import propria.app.exchange.StudyExport.Target;
import propria.app.exchange.StudyExport.Written;
import propria.formats.petab.PetabReader;
import propria.formats.petab.check.PetabChecks;
import propria.formats.petab.problem.PetabProblem;
import propria.formats.petab.read.ProblemReading;
import propria.inference.optimise.ClimbFolder;
import propria.inference.optimise.Maximisers;
import propria.inference.optimise.MultiStart;
import propria.inference.optimise.MultiStart.Climb;
import propria.inference.optimise.StartDesign;
import propria.inference.petab.PetabPosterior;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.file.StudyFile;
import propria.study.library.Library;

/// What all commands of estimation need: a problem, a folder, starts.
final class EstimationOptions {

    @Parameters(index = "0", paramLabel = "STUDY|PROBLEM.yaml", description = "a PEtab problem, version 1 or 2, or a study, "
            + "whose problem is written into the folder first")
    private String problem = "";

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "the folder of results; what is finished "
            + "there already is not done again")
    private Path out = Path.of("");

    @Option(names = "--starts", paramLabel = "N", description = "starting points (default: 20)")
    private int starts = 20;

    @Option(names = "--method", paramLabel = "M", description = "trust-region, l-bfgs-b or cma-es (default: trust-region)")
    private String method = Maximisers.TRUST_REGION.text();

    @Option(names = "--design", paramLabel = "D", description = "latin-hypercube or sobol (default: sobol)")
    private String design = StartDesign.SOBOL.text();

    @Option(names = "--limit", paramLabel = "N", description = "evaluations of each start (default: 1000)")
    private int limit = 1000;

    @Option(names = "--seed", paramLabel = "N", description = "of the random numbers (default: 1)")
    private long seed = 1;

    @Option(names = "--threads", paramLabel = "N", description = "how many work at once (default: all cores); the results "
            + "do not depend on it")
    private int threads = Runtime.getRuntime().availableProcessors();

    long seed() {
        return seed;
    }

    int threads() {
        return threads;
    }

    int limit() {
        return limit;
    }

    Path out() {
        return out;
    }

    String name() {
        return String.valueOf(Path.of(problem).getFileName());
    }

    EstimationFolder folder() throws IOException {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new ProblemException(Problem.error("U305", out + " is a file", "results go into a folder",
                    "name a folder with --out"));
        }
        return new EstimationFolder(out);
    }

    /// The problem, its warnings told.
    PetabPosterior posterior(Terminal terminal) throws IOException {
        if (starts < 1 || limit < 1 || threads < 1) {
            throw new ProblemException(Problem.error("U310", "counts begin at 1",
                    "--starts " + starts + ", --limit " + limit + ", --threads " + threads,
                    "write whole numbers from 1"));
        }
        PetabProblem read = PetabReader.read(file(terminal));
        terminal.problems(PetabChecks.of(read));
        PetabPosterior posterior = new PetabPosterior(read, PetabPosterior.TOLERANCES);
        if (posterior.space().size() == 0) {
            throw new ProblemException(Problem.error("U361", "nothing of the problem is estimated", "",
                    "set `estimate` for the parameters to search"));
        }
        return posterior;
    }

    /// The file of the problem; that of a study is made.
    private Path file(Terminal terminal) throws IOException {
        Path file = Path.of(problem);
        if (ProblemReading.isProblem(file)) {
            return file;
        }
        LibraryFolder library = LibraryFolder.find();
        if (library.studyFile(problem).isEmpty()) {
            throw new ProblemException(Problem.error("U365", problem + " is neither a PEtab problem nor a study",
                    "fit, profile and sample take the YAML file of a PEtab problem, or a study",
                    "name such a file, or a study of `propria list studies`"));
        }
        StudyExport export = new StudyExport(StudyFile.read(library.study(problem), Library.read(library.path())));
        Written written = export.write(Target.PETAB, Files.createDirectories(out));
        terminal.note("the study as a PEtab problem: " + written.files().getFirst());
        if (!written.leftOut().isEmpty()) {
            terminal.note(written.leftOut());
        }
        return written.files().getFirst();
    }

    Maximisers maximiser() {
        return Maximisers.of(method).orElseThrow(() -> new ProblemException(Problem.error("U362",
                "there is no method `" + method + "`", "", "use trust-region, l-bfgs-b or cma-es")));
    }

    /// Climbs from all starts; those finished earlier in the folder are taken from there.
    List<Climb> climbs(PetabPosterior posterior, EstimationFolder folder, Terminal terminal) throws IOException {
        StartDesign how = StartDesign.of(design).orElseThrow(() -> new ProblemException(Problem.error("U362",
                "there is no design `" + design + "`", "", "use latin-hypercube or sobol")));
        List<double[]> points = how.points(posterior.startSpace(), starts, seed);
        String fingerprint = EstimationFolder.fingerprint(posterior.problem(), method + " " + limit);
        Progress progress = new Progress(terminal, "starts");
        List<Climb> climbs = new MultiStart(maximiser().maximiser(), limit).run(posterior, points, threads,
                new ClimbFolder(folder.kept(), fingerprint), done -> progress.at(done, points.size()));
        if (climbs.getFirst().optimum().value() == Double.NEGATIVE_INFINITY) {
            posterior.predictions(climbs.getFirst().optimum().point());
            throw new ProblemException(Problem.error("U363", "no start has a likelihood",
                    "simulations succeed, but a noise is not above zero or a value is not a number",
                    "look at noise formulas and bounds"));
        }
        return climbs;
    }
}
