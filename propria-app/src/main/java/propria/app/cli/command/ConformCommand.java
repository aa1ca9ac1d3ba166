package propria.app.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Progress;
import propria.app.cli.terminal.Terminal;
import propria.app.conform.Outcome;
import propria.app.conform.Outcome.Verdict;
import propria.app.conform.SbmlSemanticSuite;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Runs a folder of official cases: a row a case, the counts last.
@CommandLine.Command(name = "conform", description = "Run a folder of official test cases; the counts come last.")
public final class ConformCommand extends Command {

    private static final String SEMANTIC = "sbml-semantic";

    @Parameters(index = "0", paramLabel = "SUITE", description = "sbml-semantic")
    private String suite = "";

    @Parameters(index = "1", paramLabel = "DIR", description = "the folder that holds a folder for each case")
    private Path folder = Path.of("");

    @Option(names = "--out", paramLabel = "FILE.csv", description = "where to write the rows (default: standard output)")
    private Path out = Path.of("");

    @Override
    public int run(Terminal terminal) throws IOException, InterruptedException {
        if (!suite.equals(SEMANTIC)) {
            throw new ProblemException(Problem.error("U320", "there is no suite `" + suite + "`", "",
                    "the suite that can be run is " + SEMANTIC));
        }
        SbmlSemanticSuite cases = new SbmlSemanticSuite(folder);
        if (cases.size() == 0) {
            throw new ProblemException(Problem.error("U321", "there is no case in " + folder,
                    "a case is a folder NAME with NAME-settings.txt", "name the folder that holds the cases"));
        }
        Progress progress = new Progress(terminal, "cases");
        List<Outcome> outcomes = cases.run(done -> progress.at(done, cases.size()));
        write(terminal, outcomes);
        counts(terminal, outcomes);
        return ExitCode.DONE;
    }

    private void write(Terminal terminal, List<Outcome> outcomes) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(Outcome.HEADER);
        outcomes.forEach(outcome -> lines.add(outcome.row()));
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
