package propria.app.cli.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import propria.app.cli.command.Command;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.terminal.ExitCode;
import propria.app.cli.terminal.Terminal;
import propria.app.text.Figures;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlNode;
import propria.formats.yaml.YamlReader;
import propria.study.Measurement;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;

/// Two studies, entry by entry, with what they are held against and what that rests on.
@CommandLine.Command(name = "diff", description = "Two studies: entries, published values, sources.")
public final class DiffCommand extends Command {

    @Parameters(index = "0", paramLabel = "STUDY_A", description = "a study that ships, or a folder")
    private String a = "";

    @Parameters(index = "1", paramLabel = "STUDY_B", description = "another")
    private String b = "";

    @Override
    public int run(Terminal terminal) {
        LibraryFolder library = LibraryFolder.find();
        Path one = library.study(a);
        Path other = library.study(b);
        Library data = Library.read(library.path());
        Study first = StudyFile.read(one, data);
        Study second = StudyFile.read(other, data);
        List<String> entries = between(entries(one), entries(other));
        entries.forEach(terminal::answer);
        List<String> values = between(rows(first), rows(second));
        values.forEach(line -> terminal.answer("published " + line));
        List<String> sources = between(sources(first), sources(second));
        sources.forEach(line -> terminal.answer("source " + line));
        int all = entries.size() + values.size() + sources.size();
        terminal.answer(all == 0 ? "the same" : Figures.count(all, "difference"));
        terminal.put("entries", entries).put("published", values).put("sources", sources);
        return ExitCode.DONE;
    }

    private static List<String> between(Map<String, String> one, Map<String, String> other) {
        Set<String> keys = new LinkedHashSet<>(one.keySet());
        keys.addAll(other.keySet());
        List<String> lines = new ArrayList<>();
        for (String key : keys) {
            Optional<String> was = Optional.ofNullable(one.get(key));
            Optional<String> is = Optional.ofNullable(other.get(key));
            if (was.isPresent() && is.isPresent() && !was.equals(is)) {
                lines.add("~ " + key + ": " + was.get() + " → " + is.get());
            } else if (is.isEmpty()) {
                lines.add("- " + key + was.filter(v -> !v.isEmpty()).map(v -> ": " + v).orElse(""));
            } else if (was.isEmpty()) {
                lines.add("+ " + key + is.filter(v -> !v.isEmpty()).map(v -> ": " + v).orElse(""));
            }
        }
        return lines;
    }

    private static Map<String, String> entries(Path study) {
        Map<String, String> entries = new LinkedHashMap<>();
        flatten("", YamlReader.read(study), entries);
        return entries;
    }

    /// Lists of mappings go by their id or name, so that one arm more does not change all that follow.
    private static void flatten(String path, YamlNode node, Map<String, String> into) {
        switch (node) {
            case YamlNode.Text text -> into.put(path, text.value());
            case YamlMapping mapping -> mapping.keys().forEach(key -> flatten(
                    path.isEmpty() ? key : path + "." + key, mapping.node(key).orElseThrow(), into));
            case YamlNode.Sequence list -> {
                for (int i = 0; i < list.items().size(); i++) {
                    flatten(path + "[" + name(list.items().get(i), i) + "]", list.items().get(i), into);
                }
            }
        }
    }

    private static String name(YamlNode item, int index) {
        return switch (item) {
            case YamlMapping m -> m.optionalText("id").or(() -> m.optionalText("name"))
                    .orElse(Integer.toString(index));
            case YamlNode.Text t -> t.value();
            case YamlNode.Sequence _ -> Integer.toString(index);
        };
    }

    private static Map<String, String> rows(Study study) {
        return study.measurements().stream().collect(Collectors.toMap(
                m -> m.arm() + " " + m.observable().id() + " day " + Figures.of(m.time()) + " (" + m.source() + ")",
                m -> Figures.of(m.value()) + " " + m.unit(), (x, y) -> x + " and " + y, LinkedHashMap::new));
    }

    private static Map<String, String> sources(Study study) {
        Set<String> keys = study.measurements().stream().map(Measurement::source)
                .collect(Collectors.toCollection(TreeSet::new));
        study.mirrors().ifPresent(keys::add);
        return keys.stream().collect(Collectors.toMap(k -> k, _ -> "", (x, _) -> x, LinkedHashMap::new));
    }
}
