package propria.formats.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Keys with their values, in the order of the file. What is asked for and not there, or of another kind, raises a
/// [ProblemException] that names the place.
public final class YamlMapping implements YamlNode {

    private final SequencedMap<String, Entry> entries;
    private final SourceLocation place;

    record Entry(SourceLocation keyPlace, YamlNode value) {
    }

    YamlMapping(SequencedMap<String, Entry> entries, SourceLocation place) {
        this.entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
        this.place = place;
    }

    @Override
    public SourceLocation place() {
        return place;
    }

    /// The keys, in order.
    public SequencedSet<String> keys() {
        return entries.sequencedKeySet();
    }

    /// Whether the key is there.
    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /// Where the value of a key stands; the place of the mapping when the key is missing.
    public SourceLocation placeOf(String key) {
        Entry entry = entries.get(key);
        return entry == null ? place : entry.value().place();
    }

    /// The value of a key, of any kind.
    public Optional<YamlNode> node(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /// Refuses every key that is not named here.
    ///
    /// @throws ProblemException Y010, one problem a key, each with the nearest known key
    public void allow(String... known) {
        Set<String> allowed = Set.of(known);
        List<Problem> problems = new ArrayList<>();
        entries.forEach((key, entry) -> {
            if (!allowed.contains(key)) {
                problems.add(Problem.error("Y010", entry.keyPlace(), "unknown key `" + key + "`",
                        "known here: " + String.join(", ", known), Nearest.of(key, allowed)
                                .map(near -> "did you mean `" + near + "`?").orElse("remove it")));
            }
        });
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    /// The text of a key that must be there.
    public String text(String key) {
        return optionalText(key).orElseThrow(() -> missing(key));
    }

    /// The text of a key.
    public Optional<String> optionalText(String key) {
        return node(key).map(node -> asText(key, node).value());
    }

    /// The number of a key that must be there.
    public double number(String key) {
        return optionalNumber(key).orElseThrow(() -> missing(key));
    }

    /// The number of a key; it must be finite.
    public OptionalDouble optionalNumber(String key) {
        Optional<YamlNode> node = node(key);
        return node.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(asNumber(key, node.get()));
    }

    /// A yes or no.
    public boolean flag(String key, boolean otherwise) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        return switch (text.get()) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw wrong(key, "must be true or false", text.get());
        };
    }

    /// The mapping of a key that must be there.
    public YamlMapping mapping(String key) {
        return optionalMapping(key).orElseThrow(() -> missing(key));
    }

    /// The mapping of a key.
    public Optional<YamlMapping> optionalMapping(String key) {
        return node(key).map(node -> asMapping(key, node));
    }

    /// The list of mappings of a key, empty when the key is missing.
    public List<YamlMapping> mappings(String key) {
        return items(key).stream().map(item -> asMapping(key, item)).toList();
    }

    /// The list of texts of a key, empty when the key is missing.
    public List<String> texts(String key) {
        return textNodes(key).stream().map(YamlNode.Text::value).toList();
    }

    /// The list of texts of a key with their places, empty when the key is missing.
    public List<YamlNode.Text> textNodes(String key) {
        return items(key).stream().map(item -> asText(key, item)).toList();
    }

    private List<YamlNode> items(String key) {
        Optional<YamlNode> node = node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        throw wrong(key, "must be a list", node.get().kind());
    }

    private YamlNode.Text asText(String key, YamlNode node) {
        if (node instanceof YamlNode.Text text) {
            return text;
        }
        throw wrongAt(node.place(), key, "must be a text", "it is " + node.kind());
    }

    private double asNumber(String key, YamlNode node) {
        String text = asText(key, node).value();
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(key, "must be a number", "`" + text + "` is none");
        }
        throw wrong(key, "must be a finite number", "it is " + text);
    }

    private YamlMapping asMapping(String key, YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            return mapping;
        }
        throw wrongAt(node.place(), key, "must be a mapping", "it is " + node.kind());
    }

    private ProblemException missing(String key) {
        return new ProblemException(Problem.error("Y011", place, "`" + key + "` is missing",
                "found: " + String.join(", ", keys()), "add `" + key + ": …`"));
    }

    private ProblemException wrong(String key, String what, String why) {
        return wrongAt(placeOf(key), key, what, why);
    }

    private static ProblemException wrongAt(SourceLocation at, String key, String what, String why) {
        return new ProblemException(Problem.error("Y012", at, "`" + key + "` " + what, why, "write it so"));
    }
}
