package propria.formats.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Reads one YAML document whose root is a mapping.
public final class YamlReader {

    /// The largest file that is read [bytes].
    public static final long LARGEST_FILE = 1 << 20;

    private final String file;
    private final Iterator<Event> events;

    private YamlReader(String file, String text) {
        this.file = file;
        LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
        this.events = new ParserImpl(settings, new StreamReader(settings, text));
    }

    /// Reads a file.
    ///
    /// @throws ProblemException Y001 to Y006 when it cannot be read or is not such a document
    public static YamlMapping read(Path path) {
        return read(path, path.toString());
    }

    /// Reads a file under the name that messages are to show.
    public static YamlMapping read(Path path, String shownAs) {
        try {
            if (!Files.isRegularFile(path)) {
                throw new ProblemException(
                        Problem.error("Y001", SourceLocation.of(shownAs), "there is no such file", "",
                                "check the name, or create the file"));
            }
            if (Files.size(path) > LARGEST_FILE) {
                throw new ProblemException(Problem.error("Y002", SourceLocation.of(shownAs), "the file is too large",
                        Files.size(path) + " bytes; at most " + LARGEST_FILE + " are read",
                        "move data into a table, keep YAML for settings"));
            }
            return readText(Files.readString(path, StandardCharsets.UTF_8), shownAs);
        } catch (CharacterCodingException e) {
            throw new ProblemException(Problem.error("Y003", SourceLocation.of(shownAs),
                    "the file is not text in UTF-8", "", "save it as UTF-8"));
        } catch (IOException e) {
            throw new ProblemException(Problem.error("Y001", SourceLocation.of(shownAs), "the file cannot be read",
                    String.valueOf(e.getMessage()), "check that you may read it"));
        }
    }

    /// Reads a text under the name that messages are to show.
    public static YamlMapping readText(String text, String shownAs) {
        YamlReader reader = new YamlReader(shownAs, text);
        try {
            return reader.document();
        } catch (MarkedYamlEngineException e) {
            SourceLocation place = reader.place(e.getProblemMark());
            throw new ProblemException(Problem.error("Y003", place, "this is not YAML", e.getProblem(),
                    "look at the indentation, colons and quotes just before this place"));
        } catch (YamlEngineException e) {
            throw new ProblemException(Problem.error("Y003", SourceLocation.of(shownAs), "this is not YAML",
                    String.valueOf(e.getMessage()), "look for characters that do not print"));
        }
    }

    private YamlMapping document() {
        Event event = events.next();
        while (event.getEventId() == Event.ID.StreamStart || event.getEventId() == Event.ID.DocumentStart
                || event.getEventId() == Event.ID.Comment) {
            event = events.next();
        }
        if (event.getEventId() == Event.ID.StreamEnd) {
            throw new ProblemException(
                    Problem.error("Y004", SourceLocation.of(file), "the file is empty", "", "write its keys"));
        }
        YamlNode root = node(event);
        if (root instanceof YamlMapping mapping) {
            return mapping;
        }
        throw new ProblemException(Problem.error("Y004", root.place(), "the file is " + root.kind() + ", not a mapping",
                "", "write `key: value` lines"));
    }

    private YamlNode node(Event event) {
        SourceLocation place = place(event.getStartMark());
        if (event instanceof AliasEvent || event instanceof NodeEvent n && n.getAnchor().isPresent()) {
            throw new ProblemException(Problem.error("Y005", place, "YAML anchors and aliases are not used here",
                    "a reader could not see what a line means", "write the value out at each place"));
        }
        return switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event, place);
            case SequenceStart -> sequence(place);
            case MappingStart -> mapping(place);
            default -> throw new IllegalStateException("unexpected YAML event " + event.getEventId());
        };
    }

    private static YamlNode scalar(ScalarEvent event, SourceLocation place) {
        return new YamlNode.Text(event.getValue(), event.getScalarStyle() != ScalarStyle.PLAIN, place);
    }

    private YamlNode sequence(SourceLocation place) {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(node(event));
        }
        return new YamlNode.Sequence(items, place);
    }

    private YamlMapping mapping(SourceLocation place) {
        SequencedMap<String, YamlMapping.Entry> entries = new LinkedHashMap<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            if (!(node(event) instanceof YamlNode.Text key)) {
                throw new ProblemException(Problem.error("Y003", place(event.getStartMark()), "a key must be a word",
                        "", "write `key: value`"));
            }
            YamlMapping.Entry entry = new YamlMapping.Entry(key.place(), node(next()));
            YamlMapping.Entry before = entries.putIfAbsent(key.value(), entry);
            if (before != null) {
                throw new ProblemException(Problem.error("Y006", key.place(), "`" + key.value() + "` is given twice",
                        "first at " + before.keyPlace(), "keep one of them"));
            }
        }
        return new YamlMapping(entries, place);
    }

    private Event next() {
        Event event = events.next();
        return event.getEventId() == Event.ID.Comment ? next() : event;
    }

    private SourceLocation place(Optional<Mark> mark) {
        return mark.map(m -> new SourceLocation(file, m.getLine() + 1, m.getColumn() + 1))
                .orElseGet(() -> SourceLocation.of(file));
    }
}
