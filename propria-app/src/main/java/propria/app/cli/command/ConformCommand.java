package propria.app.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Progress;
import propria.app.cli.terminal.Terminal;
import propria.app.conform.CaseFolder;
import propria.app.conform.ModelResult;
import propria.app.conform.Outcome;
import propria.app.conform.Outcome.Verdict;
import propria.app.conform.SbmlSemanticSuite;
import propria.app.conform.SbmlWrittenSuite;
import propria.app.conform.Suite;
import propria.app.conform.TwoMethodSuite;
import propria.app.conform.petab.PetabSuite;
import propria.app.conform.stochastic.SbmlStochasticSuite;
import propria.app.conform.table.ConformanceTable;
import propria.app.conform.table.ModelTable;
import propria.app.conform.table.WrittenTable;
import propria.app.files.Levels;
import propria.engine.stochastic.StochasticMethod;
import propria.formats.sbml.level.SbmlLevel;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Runs a folder of official cases: a row a case, the counts last.
@CommandLine.Command(name = "conform", description = "Run a folder of official test cases; the counts come last.")
public final class ConformCommand extends Command {

    private static final String SEMANTIC = "sbml-semantic";
    private static final String WRITTEN = "sbml-written";
    private static final String STOCHASTIC = "sbml-stochastic";
    private static final String PETAB = "petab";
    private static final String MODELS = "models";
    private static final int FEWEST_RUNS = 100;

    @Parameters(index = "0", paramLabel = "SUITE", description = "sbml-semantic, sbml-stochastic, petab; sbml-written: "
            + "the semantic cases, each written in a level of SBML and read back; or models: SBML files on which two step "
            + "methods must agree")
    private String suite = "";

    @Parameters(index = "1", paramLabel = "DIR", description = "the folder that holds a folder for each case")
    private Path folder = Path.of("");

    @Option(names = "--out", paramLabel = "FILE.csv", description = "where to write the rows (default: standard output)")
    private Path out = Path.of("");

    @Option(names = "--table", paramLabel = "FILE.md", description = "sbml-semantic: a page with the counts for each "
            + "feature of SBML; models: with a row for each model")
    private Optional<Path> table = Optional.empty();

    @Option(names = "--level", paramLabel = "L", description = "sbml-semantic: the level and version to take, such as "
            + "l2v4; `all` for each that a case has (default: the newest of each case); sbml-written: the one to write "
            + "(default: all)")
    private Optional<String> level = Optional.empty();

    @Option(names = "--end", paramLabel = "T", description = "models: until when, in each model's unit (default: 100)")
    private double end = 100;

    @Option(names = "--runs", paramLabel = "N", description = "sbml-stochastic: runs a case and seed (default: 10000)")
    private int runs = 10_000;

    @Option(names = "--seeds", paramLabel = "N,…", split = ",", description = "sbml-stochastic: seeds judged together "
            + "(default: 1,2,3)")
    private List<Long> seeds = List.of(1L, 2L, 3L);

    @Option(names = "--method", paramLabel = "M", description = "sbml-stochastic: automatic, direct, next_reaction or "
            + "tau_leaping")
    private StochasticMethod method = StochasticMethod.AUTOMATIC;

    @Override
    public int run(Terminal terminal) throws IOException, InterruptedException {
        List<CaseFolder> folders = switch (suite) {
            case SEMANTIC -> folders();
            case WRITTEN -> CaseFolder.in(folder);
            default -> List.of();
        };
        Suite cases = cases(folders);
        if (cases.size() == 0) {
            throw new ProblemException(Problem.error("U321", "there is no case in " + folder,
                    "a case is a folder NAME with NAME-settings.txt", "name the folder that holds the cases"));
        }
        Progress progress = new Progress(terminal, "cases");
        List<Outcome> outcomes = cases.run(done -> progress.at(done, cases.size()));
        write(terminal, lines(cases, outcomes));
        if (table.isPresent()) {
            Files.writeString(table.get(), switch (cases) {
                case TwoMethodSuite models -> new ModelTable(models.results(), typed()).text();
                case SbmlWrittenSuite _ -> new WrittenTable(outcomes, typed()).text();
                default -> new ConformanceTable(folders, outcomes, typed()).text();
            });
            terminal.put("table", table.get().toString());
        }
        counts(terminal, outcomes);
        return ExitCode.DONE;
    }

    /// The cases in the level asked for.
    private List<CaseFolder> folders() throws IOException {
        if (level.isEmpty()) {
            return CaseFolder.in(folder);
        }
        if (!level.get().equals(CaseFolder.EVERY_LEVEL) && !CaseFolder.LEVEL.matcher(level.get()).matches()) {
            throw new ProblemException(Problem.error("U323", "there is no level `" + level.get() + "`", "",
                    "write it as l2v4, l3v1 or l3v2, or `all`"));
        }
        List<CaseFolder> found = CaseFolder.in(folder, level.get());
        if (found.isEmpty()) {
            throw new ProblemException(
                    Problem.error("U321", "there is no case of level " + level.get() + " in " + folder,
                            "a case is a folder NAME with NAME-settings.txt and NAME-sbml-" + level.get() + ".xml",
                            "name another level, or leave --level out"));
        }
        return found;
    }

    private String typed() {
        return "propria conform " + suite + " DIR" + level.map(asked -> " --level " + asked).orElse("")
                + " --table FILE.md";
    }

    private Suite cases(List<CaseFolder> folders) throws IOException {
        return switch (suite) {
            case SEMANTIC -> new SbmlSemanticSuite(folders);
            case WRITTEN -> new SbmlWrittenSuite(folders, written());
            case STOCHASTIC -> stochastic();
            case PETAB -> new PetabSuite(folder);
            case MODELS -> new TwoMethodSuite(folder, end);
            default -> throw new ProblemException(Problem.error("U320", "there is no suite `" + suite + "`", "",
                    "the suites that can be run are "
                            + String.join(", ", SEMANTIC, WRITTEN, STOCHASTIC, PETAB, MODELS)));
        };
    }

    /// The levels to write.
    private List<SbmlLevel> written() {
        return level.filter(asked -> !asked.equals(CaseFolder.EVERY_LEVEL)).map(Levels::named).map(List::of)
                .orElse(List.of(SbmlLevel.values()));
    }

    private Suite stochastic() throws IOException {
        if (runs < FEWEST_RUNS) {
            throw new ProblemException(Problem.error("U322", runs + " runs are too few to judge a mean and a spread",
                    "scores are compared with the normal distribution", "use at least " + FEWEST_RUNS));
        }
        return new SbmlStochasticSuite(folder, runs, seeds, method);
    }

    private static List<String> lines(Suite cases, List<Outcome> outcomes) {
        List<String> lines = new ArrayList<>();
        if (cases instanceof TwoMethodSuite models) {
            lines.add(ModelResult.HEADER);
            models.results().forEach(result -> lines.add(result.row()));
        } else {
            lines.add(Outcome.HEADER);
            outcomes.forEach(outcome -> lines.add(outcome.row()));
        }
        return lines;
    }

    private void write(Terminal terminal, List<String> lines) throws IOException {
        if (out.toString().isEmpty()) {
            lines.forEach(terminal::answer);
        } else {
            Files.write(out, lines);
            terminal.put("file", out.toString());
        }
    }

    private static void counts(Terminal terminal, List<Outcome> outcomes) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict.toString(), outcomes.stream().filter(o -> o.verdict() == verdict).count());
        }
        terminal.put("cases", outcomes.size());
        counts.forEach(terminal::put);
        terminal.answer(outcomes.size() + " cases: " + counts.get("pass") + " pass, " + counts.get("fail") + " fail, "
                + counts.get("refused") + " refused, " + counts.get("error") + " error");
    }
}
