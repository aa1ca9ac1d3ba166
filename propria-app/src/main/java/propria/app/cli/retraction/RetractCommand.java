package propria.app.cli.retraction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import propria.app.cli.command.Command;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.retraction.RetractionAnswer.Reweighted;
import propria.app.cli.terminal.Progress;
import propria.app.cli.terminal.Terminal;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Source;
import propria.inference.calibration.WithoutStudies;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;
import propria.study.run.RetractionRun;
import propria.study.run.RunOptions;
import propria.study.uncertainty.UncertaintyPlan;

/// What moves when sources fall.
@CommandLine.Command(name = "retract", description = "What a study would say without some sources: what loses its support, which predictions move, whether the conclusion holds. Nothing in the library changes.")
public final class RetractCommand extends Command {

    @Parameters(arity = "0..*", paramLabel = "ID", description = "sources: PMID:…, doi:10.…, or keys")
    private List<String> names = List.of();

    @Option(names = "--what-if", required = true, paramLabel = "STUDY", description = "the study whose answer is asked for")
    private String study = "";

    @Option(names = "--author", paramLabel = "NAME", description = "also every source that names this author in its citation")
    private List<String> authors = List.of();

    @Option(names = "--all-flagged", description = "also every source in doubt")
    private boolean flagged;

    @Option(names = "--rests-on", paramLabel = "ID", description = "also this source, and every source that rests on it")
    private List<String> reviews = List.of();

    @Option(names = "--quick", description = "only the fast estimate")
    private boolean quick;

    @Option(names = "--draws", paramLabel = "N", description = "draws of the parameters (default: the study's)")
    private int draws;

    @Option(names = "--seed", paramLabel = "N", description = "of the random draws (default: the study's)")
    private long seed = Long.MIN_VALUE;

    @Option(names = "--threads", paramLabel = "N", description = "how many; the result is the same (default: all cores)")
    private int threads;

    @Override
    public int run(Terminal terminal) {
        LibraryFolder library = LibraryFolder.find();
        Study read = StudyFile.read(library.study(study), Library.read(library.path()));
        EvidenceLibrary evidence = EvidenceLibrary.read(library.path().resolve("evidence"));
        List<Source> fallen = fallen(evidence);
        RunOptions options = new RunOptions(seed == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(seed),
                threads < 1 ? Runtime.getRuntime().availableProcessors() : threads,
                draws < 1 ? OptionalInt.empty() : OptionalInt.of(draws), Optional.<Path>empty(), false, false,
                new Progress(terminal, "simulations")::at);
        Optional<Reweighted> reweighted = read.uncertainty().posterior()
                .flatMap(posterior -> WithoutStudies.of(library.path().resolve("calibration"), posterior,
                        name -> RetractionAnswer.falls(name, fallen)))
                .map(without -> new Reweighted(RetractionRun.of(read.withUncertainty(new UncertaintyPlan(
                        new UncertaintyPlan.Parameters.FromPosterior(without.posterior()),
                        read.uncertainty().draws())), options), without));
        return new RetractionAnswer(read, RetractionRun.of(read, options), fallen, reweighted, terminal).say(quick);
    }

    private List<Source> fallen(EvidenceLibrary evidence) {
        Set<Source> all = new LinkedHashSet<>();
        names.forEach(name -> all.add(source(evidence, name)));
        for (String review : reviews) {
            Source source = source(evidence, review);
            all.add(source);
            all.addAll(evidence.restingOn(source));
        }
        for (String author : authors) {
            List<Source> by = evidence.sources().stream().filter(s -> names(s, author)).toList();
            if (by.isEmpty()) {
                throw new ProblemException(Problem.error("U332", "no citation of the library names `" + author + "`",
                        "the text of citations is searched for the word", "write the family name"));
            }
            all.addAll(by);
        }
        if (flagged) {
            evidence.sources().stream().filter(s -> s.status().isInDoubt()).forEach(all::add);
        }
        if (all.isEmpty()) {
            throw new ProblemException(Problem.error("U002", "`retract` needs at least one source", "",
                    "name one, or use --author, --all-flagged or --rests-on"));
        }
        return new ArrayList<>(all);
    }

    private static boolean names(Source source, String author) {
        return source.citation().toLowerCase(Locale.ROOT)
                .matches("(?s).*(^|[^\\p{L}])" + java.util.regex.Pattern.quote(author.toLowerCase(Locale.ROOT))
                        + "([^\\p{L}].*|$)");
    }

    private static Source source(EvidenceLibrary evidence, String name) {
        List<String> keys = evidence.sources().stream().map(Source::key).toList();
        return evidence.source(name).or(() -> evidence.source("pmid:" + name))
                .or(() -> evidence.source("doi:" + name))
                .orElseThrow(() -> new ProblemException(Problem.error("U332",
                        "the library has no source `" + name + "`",
                        keys.size() + " are known, by key, DOI, PMID, PMCID and address", Nearest.of(name, keys)
                                .map(near -> "did you mean `" + near + "`?")
                                .orElse("`propria sources list` shows them"))));
    }
}
