package propria.app.cli.sources;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.terminal.Terminal;
import propria.app.text.Figures;
import propria.evidence.Authority;
import propria.evidence.Citation;
import propria.evidence.Claim;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Integrity;
import propria.evidence.MergedIntegrity;
import propria.evidence.ModelEvidence;
import propria.evidence.Source;
import propria.evidence.SourceKind;
import propria.evidence.bias.Reporting;
import propria.evidence.bias.RiskOfBias;
import propria.evidence.bias.Tool;
import propria.formats.antimony.AntimonyReader;

/// All that is known of a source: what it is, what each authority says, what it rests on, what rests on it.
public final class SourceCard {

    private final LibraryFolder library;
    private final EvidenceLibrary evidence;
    private final Terminal terminal;

    public SourceCard(LibraryFolder library, EvidenceLibrary evidence, Terminal terminal) {
        this.library = library;
        this.evidence = evidence;
        this.terminal = terminal;
    }

    /// Says it.
    public void say(Source source) {
        terminal.answer(terminal.strong(source.key()) + ": " + source.title());
        terminal.answer("  " + source.citation());
        List<String> names = identifiers(source);
        terminal.answer("  " + (names.isEmpty() ? "no identifier recorded" : String.join("  ", names)));
        terminal.answer("  " + word(source.kind()) + source.species().map(s -> ", " + s).orElse("") + ", "
                + word(source.mark()) + source.read().map(r -> " (" + r + ")").orElse("") + "  "
                + terminal.faint(library.shown(source.definedAt().file())));
        source.notes().ifPresent(n -> terminal.answer("  " + n));
        terminal.put("key", source.key()).put("title", source.title()).put("citation", source.citation())
                .put("identifiers", names).put("kind", word(source.kind()))
                .put("file", library.shown(source.definedAt().file()));
        integrity(source);
        bias(source);
        reporting(source);
        chain(source);
        claims(source);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static List<String> identifiers(Source source) {
        List<String> names = new ArrayList<>();
        source.identifiers().doi().ifPresent(d -> names.add("doi:" + d));
        source.identifiers().pmid().ifPresent(p -> names.add("PMID:" + p));
        source.identifiers().pmcid().ifPresent(names::add);
        if (names.isEmpty()) {
            source.identifiers().url().ifPresent(names::add);
        }
        return names;
    }

    private void integrity(Source source) {
        MergedIntegrity merged = source.merged();
        terminal.answer("");
        terminal.answer(terminal.strong("Integrity: " + merged.status().plain()));
        terminal.put("status", merged.status().word());
        merged.deciding().ifPresent(d -> details(d).forEach((name, value) -> {
            if (!name.equals("status")) {
                terminal.answer("  " + name + ": " + value);
            }
        }));
        if (merged.perAuthority().size() > 1) {
            merged.perAuthority().values().forEach(i -> terminal.answer("  " + i.line()));
        }
        List<String> silent = merged.notAsked().stream().map(Authority::plain).toList();
        if (!silent.isEmpty()) {
            terminal.answer("  not asked: " + String.join(", ", silent));
        }
        merged.conflicts().forEach(c -> terminal.answer("  conflict: " + c));
        terminal.put("integrity", merged.perAuthority().values().stream().map(SourceCard::details).toList())
                .put("not_asked", silent).put("conflicts", merged.conflicts());
    }

    static Map<String, Object> details(Integrity said) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("status", said.status().word());
        said.date().ifPresent(d -> map.put("date", Integrity.day(d)));
        said.notice().ifPresent(n -> map.put("notice", n.replaceFirst("^PMID:(?=\\d)", "PMID ")));
        said.authority().ifPresent(a -> map.put("authority", a));
        said.checked().ifPresent(c -> map.put("looked up", Integrity.day(c)));
        return map;
    }

    private void bias(Source source) {
        Optional<Tool> tool = source.kind() == SourceKind.EXPERIMENT
                ? Optional.of(Tool.SYRCLE)
                : source.kind() == SourceKind.CLINICAL ? Optional.of(Tool.ROB2) : Optional.empty();
        Optional<RiskOfBias> bias = source.bias().or(() -> tool.map(RiskOfBias::unknown));
        bias.ifPresent(b -> {
            terminal.answer("Risk of bias, " + b.line() + b.assessor().map(a -> ", by " + a).orElse(""));
            Map<String, String> items = new LinkedHashMap<>();
            b.tool().items().forEach(i -> items.put(i.word(), b.of(i).word()));
            b.items().forEach((item, judgement) -> terminal.answer("  " + item.plain() + ": "
                    + judgement.word().replace('_', ' ')));
            terminal.put("risk_of_bias", Map.of("tool", b.tool().plain(), "items", items));
        });
    }

    private void reporting(Source source) {
        source.reporting().ifPresent(r -> {
            terminal.answer("Reporting, " + r.line() + r.assessor().map(a -> ", by " + a).orElse(""));
            Map<String, String> items = new LinkedHashMap<>();
            for (Reporting.Item item : Reporting.Item.values()) {
                items.put(item.word(), r.of(item).word());
            }
            terminal.put("reporting", items);
        });
    }

    private void chain(Source source) {
        List<String> below = source.restsOn().stream().flatMap(r -> evidence.source(r).stream())
                .map(s -> s.key() + " (" + s.status().plain() + ")").toList();
        List<String> above = evidence.restingOn(source).stream().map(Source::key).toList();
        List<String> numbers = numbers(source);
        if (!below.isEmpty()) {
            terminal.answer("Rests on: " + String.join(", ", below));
        }
        if (!above.isEmpty()) {
            terminal.answer("Resting on it: " + String.join(", ", above));
        }
        terminal.answer("Numbers of the gut that cite it: "
                + (numbers.isEmpty() ? "none" : String.join(", ", numbers)));
        terminal.put("rests_on", source.restsOn()).put("resting_on_it", above).put("used_by", numbers);
    }

    private List<String> numbers(Source source) {
        Path model = library.model("gut");
        return ModelEvidence.of(AntimonyReader.read(model), evidence).parameters().values().stream()
                .filter(p -> p.sources().contains(source)).map(p -> p.parameter().id().replace("__", ".")).toList();
    }

    private void claims(Source source) {
        if (!source.claims().isEmpty()) {
            terminal.answer(Figures.count(source.claims().size(), "claim") + ":");
        }
        for (Claim claim : source.claims()) {
            String value = claim.value().isPresent()
                    ? " = " + Figures.significant(claim.value().getAsDouble(), 4) + range(claim) + " "
                            + claim.unit().orElse("")
                    : "";
            terminal.answer("  #" + claim.id() + "  " + claim.statement() + value
                    + terminal.faint("  " + claim.place().orElse("no place recorded") + ", " + word(claim.mark())));
        }
        terminal.put("claims", source.claims().stream().map(c -> Map.of("id", c.id(), "statement", c.statement()))
                .toList());
    }

    /// All that is known of one claim.
    public void say(Source source, Claim claim) {
        terminal.answer(terminal.strong(source.key() + "#" + claim.id()) + ": " + claim.statement());
        Map<String, Object> map = new LinkedHashMap<>();
        claim.value().ifPresent(v -> map.put("value", Figures.significant(v, 6) + " " + claim.unit().orElse("")));
        if (!range(claim).isEmpty()) {
            map.put("range", range(claim).strip());
        }
        claim.species().ifPresent(s -> map.put("species", s));
        claim.assay().ifPresent(s -> map.put("assay", s));
        map.put("place", claim.place().orElse("not recorded"));
        map.put("mark", word(claim.mark()));
        map.put("extracted", claim.extracted().line());
        claim.note().ifPresent(n -> map.put("note", n));
        map.put("source", source.citation());
        map.put("integrity", source.verdict().map(Integrity::line).orElse(source.status().plain()));
        Citation citation = evidence.find(source.key() + "#" + claim.id()).orElseThrow();
        map.put("grounds", citation.grounds()
                ? "yes"
                : "no: " + (citation.primary().kind().grounds()
                        ? "nobody has read it there"
                        : "a " + word(citation.primary().kind()) + " points to numbers"));
        if (!citation.behind().isEmpty()) {
            map.put("behind it", citation.behind().stream().map(s -> s.key() + " (" + s.status().plain() + ")")
                    .collect(Collectors.joining(", ")));
        }
        List<String> used = citing(source, claim);
        map.put("used by", used.isEmpty() ? "no number of the gut" : String.join(", ", used));
        map.put("file", library.shown(claim.definedAt().toString()));
        map.forEach((name, value) -> terminal.answer("  " + name + ": " + value));
        terminal.put("claim", source.key() + "#" + claim.id()).put("statement", claim.statement()).put("details", map);
    }

    private List<String> citing(Source source, Claim claim) {
        List<String> used = new ArrayList<>();
        ModelEvidence.of(AntimonyReader.read(library.model("gut")), evidence).parameters().values()
                .forEach(p -> p.citations().stream().filter(c -> c.source().key().equals(source.key())
                        && c.claim().filter(claim::equals).isPresent()).findFirst()
                        .ifPresent(c -> used.add(p.parameter().id().replace("__", ".") + " ("
                                + c.relation().word() + ")")));
        return used;
    }

    private static String range(Claim claim) {
        return claim.low().isPresent() && claim.high().isPresent()
                ? " (" + Figures.of(claim.low().getAsDouble()) + " to " + Figures.of(claim.high().getAsDouble()) + ")"
                : "";
    }
}
