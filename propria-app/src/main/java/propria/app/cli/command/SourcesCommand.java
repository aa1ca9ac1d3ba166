package propria.app.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.sources.RunBibliography;
import propria.app.cli.sources.SourceCard;
import propria.app.cli.sources.SourceImport;
import propria.app.cli.sources.SourceList;
import propria.app.cli.sources.SourceProposals;
import propria.app.cli.sources.SourceRefresh;
import propria.app.cli.sources.SourceStatus;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Source;
import propria.formats.antimony.AntimonyReader;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// The ledger of evidence.
@CommandLine.Command(name = "sources", description = "The ledger of evidence. Nothing asks the network, and nothing enters the library by itself.")
public final class SourcesCommand extends Command {

    private static final List<String> ACTIONS = List.of("list", "show", "import", "propose", "status", "refresh",
            "bibtex");

    @Parameters(index = "0", paramLabel = "ACTION", description = "list [--search WORDS]; show ID; import FILE…; propose FILE; status [RUN]; refresh FILE…; bibtex RUN")
    private String action = "";

    @Parameters(index = "1..*", paramLabel = "ID|FILE|RUN", description = "PMID:36707899, doi:10.…, a key; bibliographies; a run folder")
    private List<String> names = List.of();

    @Option(names = "--out", paramLabel = "DIR|FILE", description = "import: folder for drafts; propose: the queue (default: review-queue.tsv); bibtex: the file")
    private Path out = Path.of("");

    @Option(names = "--as-of", paramLabel = "DATE", description = "refresh: when the files were downloaded (default: their date)")
    private String asOf = "";

    @Option(names = "--whole", description = "refresh: the Retraction Watch file is whole; sources that it lacks are ok there")
    private boolean whole;

    @Option(names = "--dry-run", description = "refresh: write nothing")
    private boolean dry;

    @Option(names = "--search", paramLabel = "WORDS", description = "list: sources and claims in which all words occur")
    private String search = "";

    @Option(names = "--stratum", paramLabel = "NAME=VALUE", description = "list: only sources of a stratum: status, kind, species, or an item of SYRCLE, RoB 2 or ARRIVE; may be given several times")
    private Map<String, String> strata = Map.of();

    @Override
    public int run(Terminal terminal) throws IOException {
        LibraryFolder library = LibraryFolder.find();
        Path folder = library.path().resolve("evidence");
        if (!ACTIONS.contains(action)) {
            throw new ProblemException(Problem.error("U330", "`sources " + action + "` is not an action",
                    "actions: " + String.join(", ", ACTIONS), Nearest.of(action, ACTIONS)
                            .map(near -> "did you mean `sources " + near + "`?").orElse("name one of them")));
        }
        EvidenceLibrary evidence = EvidenceLibrary.read(folder);
        return switch (action) {
            case "show" -> show(library, evidence, terminal);
            case "import" -> new SourceImport(evidence, folder, terminal).run(files("FILE"), given(out));
            case "propose" -> new SourceProposals(evidence, AntimonyReader.read(library.model("gut")), terminal)
                    .run(one("FILE"), given(out).orElse(Path.of("review-queue.tsv")));
            case "status" -> new SourceStatus(library, evidence, terminal)
                    .run(names.stream().map(Path::of).toList());
            case "refresh" -> new SourceRefresh(evidence, terminal).run(files("FILE"), day(), whole, dry);
            case "bibtex" -> new RunBibliography(evidence, terminal).run(one("RUN"), given(out));
            default -> new SourceList(library, evidence, terminal).run(search, strata);
        };
    }

    private static Optional<Path> given(Path path) {
        return path.toString().isEmpty() ? Optional.empty() : Optional.of(path);
    }

    private List<Path> files(String what) {
        if (names.isEmpty()) {
            throw new ProblemException(Problem.error("U002", "`sources " + action + "` needs a " + what, "",
                    "`propria help sources` shows what to write"));
        }
        return names.stream().map(Path::of).toList();
    }

    private Path one(String what) {
        return files(what).getFirst();
    }

    private Optional<LocalDate> day() {
        try {
            return asOf.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(asOf));
        } catch (DateTimeException e) {
            throw new ProblemException(Problem.error("U002", "`" + asOf + "` is not a date", "",
                    "write it like 2026-01-31"));
        }
    }

    private int show(LibraryFolder library, EvidenceLibrary evidence, Terminal terminal) {
        String name = names.isEmpty() ? "" : names.getFirst();
        Source source = evidence.source(name).or(() -> evidence.source("pmid:" + name))
                .or(() -> evidence.source("doi:" + name)).or(() -> evidence.source("pmcid:" + name))
                .orElseThrow(() -> unknown(name, evidence));
        new SourceCard(library, evidence, terminal).say(source);
        return ExitCode.DONE;
    }

    static ProblemException unknown(String name, EvidenceLibrary evidence) {
        List<String> keys = evidence.sources().stream().map(Source::key).toList();
        return new ProblemException(Problem.error("U332", "the library has no source `" + name + "`",
                keys.size() + " are known, by key, DOI, PMID, PMCID and address", Nearest.of(name, keys)
                        .map(near -> "did you mean `" + near + "`?").orElse("`propria sources list` shows them")));
    }
}
