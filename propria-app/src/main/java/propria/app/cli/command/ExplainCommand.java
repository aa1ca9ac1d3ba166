package propria.app.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import propria.app.cli.explain.LibraryText;
import propria.app.cli.explain.ModelIndex;
import propria.app.cli.explain.QuantityText;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.library.ModelFile;
import propria.app.cli.library.ProblemCatalogue;
import propria.app.cli.sources.SourceCard;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.text.Figures;
import propria.evidence.Citation;
import propria.evidence.EvidenceLibrary;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Explains a quantity of the model, an entry of the library, or an error code.
@CommandLine.Command(name = "explain", description = "Explain a quantity (every reaction that touches it), a library entry, or an error code.")
public final class ExplainCommand extends Command {

    private static final int SHOWN = 12;

    @Parameters(paramLabel = "NAME|CODE", description = "such as PGE2, macrophages.k_monocyte, DAI, lo-2016#mu-m, M201")
    private String name = "";

    @Option(names = "--model", paramLabel = "MODEL", description = "a shipped model or a file (default: gut)")
    private String model = "gut";

    @Override
    public int run(Terminal terminal) {
        if (name.matches("[A-Za-z]\\d{3}")) {
            return code(terminal, ProblemCatalogue.read());
        }
        LibraryFolder library = LibraryFolder.find();
        if (name.contains("#")) {
            return claim(library, terminal);
        }
        Path file = library.model(model);
        ModelIndex index = new ModelIndex(ModelFile.read(file));
        List<ModelIndex.Element> found = index.find(name);
        EvidenceLibrary sources = EvidenceLibrary.read(library.path().resolve("evidence"));
        boolean exact = found.stream().anyMatch(e -> e.shown().equals(name));
        LibraryText texts = new LibraryText(library, terminal);
        Optional<Map<String, Object>> entry = exact ? Optional.empty() : texts.entry(name);
        if (entry.isPresent() || found.isEmpty()) {
            terminal.put("entries", List.of(entry.or(() -> sources.source(name).map(texts::source))
                    .orElseThrow(() -> unknown(index, library, sources))));
            return ExitCode.DONE;
        }
        quantities(terminal, found, new QuantityText(index, sources, library, terminal));
        return ExitCode.DONE;
    }

    private void quantities(Terminal terminal, List<ModelIndex.Element> found, QuantityText text) {
        if (found.size() > SHOWN) {
            terminal.answer("`" + name + "` means " + Figures.count(found.size(), "thing") + "; say which:");
            found.forEach(e -> terminal.answer("  " + e.shown() + ": " + e.name()));
            terminal.put("candidates", found.stream().map(ModelIndex.Element::shown).toList());
            return;
        }
        List<Map<String, Object>> entries = new ArrayList<>();
        for (ModelIndex.Element element : found) {
            if (!entries.isEmpty()) {
                terminal.answer("");
            }
            entries.add(text.write(element));
        }
        terminal.put("entries", entries);
    }

    private int claim(LibraryFolder library, Terminal terminal) {
        EvidenceLibrary sources = EvidenceLibrary.read(library.path().resolve("evidence"));
        Citation citation = sources.cite(name, SourceLocation.of("command line"));
        citation.claim().ifPresent(c -> new SourceCard(library, sources, terminal).say(citation.source(), c));
        return ExitCode.DONE;
    }

    private int code(Terminal terminal, Map<String, ProblemCatalogue.Entry> all) {
        String code = name.toUpperCase(Locale.ROOT);
        ProblemCatalogue.Entry entry = Optional.ofNullable(all.get(code))
                .orElseThrow(() -> new ProblemException(Problem.error("U304", "there is no code `" + code + "`", "",
                        Nearest.of(code, all.keySet()).map(near -> "did you mean `" + near + "`?")
                                .orElse("check the code"))));
        terminal.put("code", code).put("title", entry.title()).put("explanation", entry.explanation()).put("remedy",
                entry.remedy());
        terminal.answer(terminal.strong(code) + " " + entry.title());
        terminal.answer("  " + entry.explanation());
        terminal.answer("  fix: " + entry.remedy());
        return ExitCode.DONE;
    }

    private ProblemException unknown(ModelIndex index, LibraryFolder library, EvidenceLibrary sources) {
        List<String> known = new ArrayList<>(index.names());
        List.of("products", "observables", "insults", "populations").forEach(f -> known.addAll(library.ids(f)));
        known.addAll(library.studies());
        sources.sources().forEach(source -> known.add(source.key()));
        index.names().forEach(shown -> known.add(shown.substring(shown.lastIndexOf('.') + 1)));
        return new ProblemException(Problem.error("U304", "nothing is called `" + name + "`",
                "neither in the model `" + model + "` nor in the library",
                Nearest.of(name, known).map(near -> "did you mean `" + near + "`?")
                        .orElse("`propria list parameters`, `propria list products` and the like show what there is")));
    }
}
