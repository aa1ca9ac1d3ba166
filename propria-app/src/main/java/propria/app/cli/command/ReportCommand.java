package propria.app.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.report.HtmlReport;
import propria.app.report.data.Run;
import propria.app.report.data.RunFolder;
import propria.app.report.finding.Answer;
import propria.app.report.trial.TrialReport;

/// Writes the report of a run again, or holds the one that is there against the run's files.
@CommandLine.Command(name = "report", description = "Write the report of a run again, or check the one that is there.")
public final class ReportCommand extends Command {

    @Parameters(paramLabel = "RUN", description = "a run folder")
    private Path folder = Path.of("");

    @Option(names = "--check", description = "write nothing; say whether report.html is what the run's files give")
    private boolean check;

    @Override
    public int run(Terminal terminal) throws IOException {
        if (check) {
            return check(terminal);
        }
        if (TrialReport.isTrial(folder)) {
            Path written = TrialReport.write(folder);
            terminal.put("report", written.toString());
            terminal.answer("report: " + written);
            return ExitCode.DONE;
        }
        Run run = RunFolder.read(folder);
        Path file = HtmlReport.write(folder);
        String answer = Answer.of(run).sentence();
        terminal.put("report", file.toString()).put("answer", answer);
        terminal.answer(answer);
        terminal.answer("report: " + file);
        return ExitCode.DONE;
    }

    private int check(Terminal terminal) throws IOException {
        String made = TrialReport.isTrial(folder) ? TrialReport.of(folder) : HtmlReport.of(RunFolder.read(folder));
        Path file = folder.resolve("report.html");
        List<String> kept = Files.isRegularFile(file) ? Files.readString(file).lines().toList() : List.of();
        List<String> again = made.lines().toList();
        int line = 0;
        while (line < Math.min(kept.size(), again.size()) && kept.get(line).equals(again.get(line))) {
            line++;
        }
        boolean same = line == kept.size() && line == again.size();
        terminal.put("report", file.toString()).put("match", same);
        terminal.answer(same
                ? "MATCH: the report says what the run's files say"
                : "DIFFERENT: " + (kept.isEmpty() ? "there is no report" : "from line " + (line + 1) + " of " + file));
        if (!same) {
            terminal.answer("next:   propria report " + folder + "  writes it again");
        }
        return same ? ExitCode.DONE : ExitCode.DIFFERENT;
    }
}
