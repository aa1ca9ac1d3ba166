package propria.app.cli.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import propria.app.cli.command.Command;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.library.ModelFile;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.exchange.Conversion;
import propria.app.exchange.Difference;
import propria.app.exchange.PetabConversion;
import propria.app.files.ExperimentFile;
import propria.app.files.FileKind;
import propria.app.files.Levels;
import propria.formats.sbml.SbmlReader;
import propria.formats.sbml.carry.Carried;
import propria.formats.sbml.level.SbmlLevel;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Turns one file into another and simulates both before it says that it is done.
@CommandLine.Command(name = "convert", description = "Convert between Antimony, SBML, SED-ML, COMBINE archives and PEtab; "
        + "both files are simulated and compared.")
public final class ConvertCommand extends Command {

    @Parameters(index = "0", paramLabel = "IN", description = "a shipped model, or a file: .ant, .xml (SBML), .sedml, .omex, .yaml (PEtab)")
    private String in = "";

    @Parameters(index = "1", paramLabel = "OUT", description = "the file to write; its end says the format")
    private Path out = Path.of("");

    @Option(names = "--model", paramLabel = "ID", description = "the model to take out of an experiment that has several")
    private String model = "";

    @Option(names = "--level", paramLabel = "L", description = "the level of SBML to write: l2v1 to l2v5, l3v1 or l3v2 "
            + "(default: l3v2)")
    private String level = SbmlLevel.NEWEST.text();

    @Option(names = "--end", paramLabel = "T", description = "until when models are compared, in their time unit (default: 10)")
    private double end = 10;

    @Option(names = "--points", paramLabel = "N", description = "at how many steps (default: 100)")
    private int points = 100;

    @Override
    public int run(Terminal terminal) throws IOException {
        if (!(end > 0) || !Double.isFinite(end) || points < 1) {
            throw new ProblemException(Problem.error("U308", "these times make no course",
                    "--end " + end + ", --points " + points, "let the end be above 0, and the points at least 1"));
        }
        if (PetabConversion.is(Path.of(in))) {
            return petab(terminal, Path.of(in));
        }
        Path file = LibraryFolder.find().model(in);
        FileKind from = FileKind.of(file).orElse(FileKind.ANTIMONY);
        FileKind to = FileKind.of(out).orElseThrow(() -> unknown("known ends: .ant, .xml, .sbml, .sedml, .omex"));
        Optional<Carried> carried = from == FileKind.SBML ? Optional.of(SbmlReader.carried(file)) : Optional.empty();
        SbmlLevel written = Levels.named(level);
        Conversion.Options options = new Conversion.Options(end, points,
                Optional.of(model).filter(id -> !id.isEmpty()), carried, written);
        if (to != FileKind.SBML || written.level() == 2) {
            carried.filter(found -> !found.kinds().isEmpty())
                    .ifPresent(found -> terminal.problems(List.of(Problem.warning("U343",
                            SourceLocation.of(file.toString()), (to == FileKind.SBML ? "Level 2 of SBML" : to.title())
                                    + " has no place for a part of the document",
                            "left out: " + String.join(", ", found.kinds()), "convert to SBML Level 3 to keep it"))));
        }
        Conversion done = from.isModel()
                ? Conversion.ofModel(ModelFile.read(file), out, to, options)
                : Conversion.ofExperiments(ExperimentFile.open(file), out, to, options);
        terminal.problems(done.remarks());
        return say(terminal, done, from.title(), to.title());
    }

    private int petab(Terminal terminal, Path file) throws IOException {
        Optional<FileKind> to = FileKind.of(out);
        if (to.isEmpty() && !out.toString().endsWith(".yaml")) {
            throw unknown("an estimation problem becomes a model, .ant, .xml or .sbml, or a problem, .yaml");
        }
        Conversion done = to.isPresent()
                ? PetabConversion.model(file, out, to.get(), new Conversion.Options(end, points, Optional.empty(),
                        Optional.empty(), Levels.named(level)))
                : PetabConversion.problem(file, out);
        terminal.problems(done.remarks());
        return say(terminal, done, "PEtab", to.map(FileKind::title).orElse("PEtab version 2"));
    }

    private int say(Terminal terminal, Conversion done, String from, String to) {
        List<String> files = done.written().stream().map(Path::toString).toList();
        terminal.put("from", from).put("to", to).put("files", files)
                .put("largest_relative_difference", done.difference().size())
                .put("limit", Difference.SAME);
        terminal.answer(from + " to " + to + ": both simulated, largest relative difference "
                + done.difference());
        if (!done.difference().isSame()) {
            terminal.answer("more than " + Difference.SAME + ": nothing was written");
            return ExitCode.DIFFERENT;
        }
        terminal.answer("done: " + String.join(", ", files));
        return ExitCode.DONE;
    }

    private ProblemException unknown(String known) {
        return new ProblemException(Problem.error("U341", SourceLocation.of(out.toString()),
                "the format to convert to is not known", known, "give the new file one of these ends"));
    }
}
