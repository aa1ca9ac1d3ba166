package propria.app.cli.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import propria.app.cli.command.Command;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.exchange.Difference;
import propria.app.exchange.StudyExport;
import propria.app.exchange.StudyExport.Target;
import propria.app.exchange.StudyExport.Written;
import propria.app.text.Figures;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;

/// Writes a study in the formats of others and simulates each file again.
@CommandLine.Command(name = "export", description = "Write a study in the formats of others; each file is simulated and "
        + "compared with the study.")
public final class ExportCommand extends Command {

    @Parameters(paramLabel = "STUDY", description = "a study that ships, or a folder with a study.yaml")
    private String name = "";

    @Option(names = "--to", paramLabel = "KIND", split = ",", required = true, description = "antimony, sbml, sedml, omex, petab, csv; several with commas")
    private List<Target> targets = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "the folder to write into")
    private Path out = Path.of("");

    @Override
    public int run(Terminal terminal) throws IOException {
        LibraryFolder library = LibraryFolder.find();
        Study study = StudyFile.read(library.study(name), Library.read(library.path()));
        terminal.note(
                study.title() + ": " + Figures.count(study.arms().size(), "arm") + ", the typical subject of each");
        StudyExport export = new StudyExport(study);
        Files.createDirectories(out);
        Difference worst = Difference.NONE;
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Target target : targets) {
            Written written = export.write(target, out);
            worst = worst.or(written.difference());
            List<String> files = written.files().stream().map(Path::toString).toList();
            String kind = target.name().toLowerCase(Locale.ROOT);
            answers.put(kind, Map.of("files", files, "largest_relative_difference", written.difference().size(),
                    "left_out", written.leftOut()));
            terminal.answer(kind + ": run again from the files alone, largest relative difference "
                    + written.difference());
            if (!written.leftOut().isEmpty()) {
                terminal.answer("  " + written.leftOut());
            }
            files.forEach(file -> terminal.answer("  " + file));
        }
        terminal.put("study", study.id()).put("exports", answers).put("limit", Difference.SAME);
        if (!worst.isSame()) {
            terminal.answer("more than " + Difference.SAME + ": these files do not repeat the study");
            return ExitCode.DIFFERENT;
        }
        return ExitCode.DONE;
    }
}
