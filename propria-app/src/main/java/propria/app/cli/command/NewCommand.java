package propria.app.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Copies a study to a folder of the user's, to be edited.
@CommandLine.Command(name = "new", description = "Copy a study to a new folder, to be edited.")
public final class NewCommand extends Command {

    @Parameters(paramLabel = "DIR", description = "the folder to make; it must not exist or be empty")
    private Path target = Path.of("");

    @Option(names = "--from", paramLabel = "STUDY", required = true, description = "the study to copy")
    private String from = "";

    @Override
    public int run(Terminal terminal) throws IOException {
        Path study = LibraryFolder.find().study(from);
        if (Files.exists(target) && !isEmpty(target)) {
            throw new ProblemException(Problem.error("U305", SourceLocation.of(target.toString()),
                    "the folder is there already", "nothing is overwritten", "name a folder that does not exist"));
        }
        Files.createDirectories(target);
        List<String> copied;
        Path source = study.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(source)) {
            copied = files.filter(Files::isRegularFile).sorted().map(file -> copy(file)).toList();
        }
        terminal.put("folder", target.toString()).put("files", copied);
        terminal.answer(target + ": " + String.join(", ", copied) + ", from " + from);
        terminal.answer("next: edit " + target.resolve("study.yaml") + ", then  propria check " + target);
        return ExitCode.DONE;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private String copy(Path file) {
        Path name = file.getFileName();
        try {
            Files.copy(file, target.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return name.toString();
    }
}
