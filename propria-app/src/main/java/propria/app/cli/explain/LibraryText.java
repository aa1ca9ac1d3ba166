package propria.app.cli.explain;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.terminal.Terminal;
import propria.evidence.Claim;
import propria.evidence.Source;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlReader;

/// Products, observables, insults, populations, studies and sources, by their ids.
public final class LibraryText {

    private static final List<String> FOLDERS = List.of("products", "observables", "insults", "populations", "species");

    private final LibraryFolder library;
    private final Terminal terminal;

    public LibraryText(LibraryFolder library, Terminal terminal) {
        this.library = library;
        this.terminal = terminal;
    }

    /// Says what the file of a library entry says; empty when there is no entry of that id.
    public Optional<Map<String, Object>> entry(String id) {
        for (String folder : FOLDERS) {
            if (library.ids(folder).contains(id)) {
                return Optional.of(file(library.path().resolve(folder).resolve(id + ".yaml"), id,
                        folder.replaceFirst("s$", "")));
            }
        }
        return library.studies().contains(id)
                ? Optional.of(study(library.path().resolve("studies").resolve(id).resolve("study.yaml"), id))
                : Optional.empty();
    }

    private Map<String, Object> file(Path file, String id, String kind) {
        YamlMapping yaml = YamlReader.read(file);
        Map<String, Object> entry = entry(id, kind, yaml.optionalText("name").orElse(id), file);
        for (String key : List.of("quantity", "unit", "dose_unit", "better", "strain")) {
            yaml.optionalText(key).ifPresent(text -> {
                terminal.answer("  " + key.replace('_', ' ') + ": " + text);
                entry.put(key, text);
            });
        }
        yaml.optionalMapping("routes").ifPresent(routes -> {
            terminal.answer("  routes: " + String.join(", ", routes.keys()));
            entry.put("routes", List.copyOf(routes.keys()));
        });
        yaml.optionalText("quantity").ifPresent(q -> terminal.answer("  more: propria explain " + q));
        return entry;
    }

    private Map<String, Object> study(Path file, String id) {
        YamlMapping yaml = YamlReader.read(file);
        Map<String, Object> entry = entry(id, "study", yaml.optionalText("title").orElse(id), file);
        for (String key : List.of("question", "mirrors", "notes")) {
            yaml.optionalText(key).ifPresent(text -> {
                terminal.answer("  " + key + ": " + text.strip());
                entry.put(key, text.strip());
            });
        }
        terminal.answer("  run it: propria run " + id);
        return entry;
    }

    /// Says what a source is and what was taken from it.
    public Map<String, Object> source(Source source) {
        Map<String, Object> entry = entry(source.key(), "source", source.title(),
                Path.of(source.definedAt().file()));
        terminal.answer("  " + source.citation());
        entry.put("citation", source.citation());
        source.identifiers().best().ifPresent(best -> {
            terminal.answer("  " + best);
            entry.put("identifier", best.toString());
        });
        String verdict = source.verdict().map(v -> v.line()).orElse(source.status().plain());
        terminal.answer("  integrity: " + verdict);
        entry.put("status", source.status().word());
        entry.put("integrity", verdict);
        for (Claim claim : source.claims()) {
            terminal.answer(
                    "  #" + claim.id() + "  " + claim.statement() + claim.place().map(p -> " (" + p + ")").orElse(""));
        }
        entry.put("claims", source.claims().stream().map(Claim::id).toList());
        return entry;
    }

    private Map<String, Object> entry(String id, String kind, String name, Path file) {
        String place = library.shown(file.toString());
        terminal.answer(terminal.strong(id) + ": " + name + ", " + kind + "  " + terminal.faint(place));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", id);
        entry.put("kind", kind);
        entry.put("name", name);
        entry.put("place", place);
        return entry;
    }
}
