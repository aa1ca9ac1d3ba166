package propria.app.cli.command;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.report.HtmlReport;
import propria.app.report.data.Run;
import propria.app.report.data.RunFolder;
import propria.app.report.finding.Answer;
import propria.app.report.trial.TrialReport;

/// Writes the report of a run again.
@CommandLine.Command(name = "report", description = "Write the report of a run again.")
public final class ReportCommand extends Command {

    @Parameters(paramLabel = "RUN", description = "a run folder")
    private Path folder = Path.of("");

    @Override
    public int run(Terminal terminal) {
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
}
