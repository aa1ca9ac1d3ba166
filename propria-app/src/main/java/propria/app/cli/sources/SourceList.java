package propria.app.cli.sources;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.text.Figures;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Integrity;
import propria.evidence.Source;
import propria.evidence.bias.Item;
import propria.evidence.bias.Judgement;
import propria.evidence.bias.Reporting;
import propria.evidence.index.EvidenceIndex;
import propria.evidence.index.EvidenceIndex.Hit;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// The sources of the ledger: all, those in which words occur, those of a stratum.
public final class SourceList {

    private static final int MOST = 1000;

    private final LibraryFolder library;
    private final EvidenceLibrary evidence;
    private final Terminal terminal;

    public SourceList(LibraryFolder library, EvidenceLibrary evidence, Terminal terminal) {
        this.library = library;
        this.evidence = evidence;
        this.terminal = terminal;
    }

    /// Says them.
    ///
    /// @param words to be found; blank for all
    /// @param strata `status=retracted`, `kind=experiment`, `species=mouse`, or an item of SYRCLE, RoB 2 or ARRIVE with its
    ///        answer, such as `blinded_outcome_assessment=unclear`; a source is in all of them
    public int run(String words, Map<String, String> strata) {
        Predicate<Source> wanted = strata.entrySet().stream().map(e -> stratum(e.getKey(), e.getValue()))
                .reduce(_ -> true, Predicate::and);
        List<Source> sources = evidence.sources().stream().filter(wanted).toList();
        Map<String, List<Hit>> hits = new LinkedHashMap<>();
        if (!words.isBlank()) {
            find(words).forEach(h -> hits.computeIfAbsent(h.source(), _ -> new java.util.ArrayList<>()).add(h));
            sources = hits.keySet().stream().flatMap(k -> evidence.source(k).stream()).filter(wanted).toList();
        }
        int width = sources.stream().mapToInt(s -> s.key().length()).max().orElse(0);
        for (Source source : sources) {
            String standing = source.verdict().map(Integrity::line).orElse(source.status().plain());
            terminal.answer(terminal.strong(source.key()) + " ".repeat(width - source.key().length() + 2)
                    + source.title() + terminal.faint("  " + standing));
            hits.getOrDefault(source.key(), List.of()).stream().limit(5).forEach(h -> terminal.answer("    "
                    + h.claim().map(c -> "#" + c + "  ").orElse("") + h.snippet()));
        }
        if (!words.isBlank() || !strata.isEmpty()) {
            terminal.answer(Figures.count(sources.size(), "source") + " of " + evidence.sources().size());
        }
        terminal.put("items", sources.stream().map(s -> item(s, hits)).toList());
        return ExitCode.DONE;
    }

    private static Map<String, Object> item(Source s, Map<String, List<Hit>> hits) {
        return Map.of("key", s.key(), "title", s.title(), "status", s.status().word(), "identifier",
                s.identifiers().best().orElse(""), "claims", hits.getOrDefault(s.key(), List.of()).stream()
                        .flatMap(h -> h.claim().stream()).toList());
    }

    private List<Hit> find(String words) {
        Path folder = library.path().resolve("evidence");
        Path file = Optional.ofNullable(library.path().toAbsolutePath().normalize().getParent()).orElse(folder)
                .resolve(".propria").resolve("evidence.sqlite");
        try (EvidenceIndex index = EvidenceIndex.open(evidence, folder, file)) {
            return index.search(words, MOST);
        }
    }

    private static Predicate<Source> stratum(String name, String value) {
        String wanted = value.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        Optional<Item> bias = named(Item.values(), name);
        Optional<Reporting.Item> reporting = named(Reporting.Item.values(), name);
        if (name.equals("status")) {
            return s -> s.status().word().equals(wanted);
        }
        if (name.equals("kind")) {
            return s -> s.kind().name().toLowerCase(Locale.ROOT).equals(wanted);
        }
        if (name.equals("species")) {
            return s -> s.species().orElse("unknown").toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
        }
        if (bias.isPresent()) {
            return s -> s.bias().map(b -> b.of(bias.get())).orElse(Judgement.UNKNOWN).word().equals(wanted);
        }
        if (reporting.isPresent()) {
            return s -> s.reporting().map(r -> r.of(reporting.get())).orElse(Reporting.Answer.UNKNOWN).word()
                    .equals(wanted);
        }
        List<String> known = Stream.of(Stream.of("status", "kind", "species"),
                Stream.of(Item.values()).map(Item::word), Stream.of(Reporting.Item.values())
                        .map(Reporting.Item::word))
                .flatMap(w -> w).toList();
        throw new ProblemException(Problem.error("U333", "`" + name + "` does not sort sources",
                "known: " + String.join(", ", known), Nearest.of(name, known)
                        .map(near -> "did you mean `" + near + "`?").orElse("use one of these")));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Stream.of(values).filter(v -> v.name().equalsIgnoreCase(name)).findFirst();
    }
}
