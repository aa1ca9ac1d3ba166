package propria.study.reading;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlNode;
import propria.model.Description.Interval;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.SourcedValue;
import propria.study.quantity.Quantity;

/// Numbers of library data: bare, or with interval, unit, source and note.
public final class Values {

    private Values() {
    }

    /// An id of the model as people write it, `instance.name`, in the form that the model has, `instance__name`.
    public static String modelId(String written) {
        return written.replace(".", "__");
    }

    /// The number of a key that must be there.
    public static SourcedValue value(YamlMapping mapping, String key) {
        if (mapping.node(key).orElse(null) instanceof YamlMapping details) {
            return detailed(key, details);
        }
        return SourcedValue.exactly(mapping.number(key), mapping.placeOf(key));
    }

    /// The numbers of a mapping from ids of the model, empty when the key is missing.
    public static SequencedMap<String, SourcedValue> values(YamlMapping mapping, String key) {
        SequencedMap<String, SourcedValue> values = new LinkedHashMap<>();
        mapping.optionalMapping(key)
                .ifPresent(named -> named.keys().forEach(id -> values.put(modelId(id), value(named, id))));
        return Collections.unmodifiableSequencedMap(values);
    }

    private static SourcedValue detailed(String key, YamlMapping details) {
        details.allow("value", "low", "high", "unit", "source", "note");
        double value = details.number("value");
        OptionalDouble low = details.optionalNumber("low");
        OptionalDouble high = details.optionalNumber("high");
        Optional<Interval> interval = Optional.empty();
        if (low.isPresent() || high.isPresent()) {
            interval = Optional.of(interval(key, value, low, high, details.place()));
        }
        return new SourcedValue(value, interval, details.optionalText("source"), details.optionalText("note"),
                details.place());
    }

    private static Interval interval(String key, double value, OptionalDouble low, OptionalDouble high,
            SourceLocation place) {
        if (low.isEmpty() || high.isEmpty() || !(low.getAsDouble() <= value) || !(value <= high.getAsDouble())) {
            throw new ProblemException(Problem.error("L011", place,
                    "`" + key + "` has an interval that does not hold its value",
                    "low " + low + ", value " + value + ", high " + high, "write low <= value <= high, both or none"));
        }
        return new Interval(low.getAsDouble(), high.getAsDouble());
    }

    /// The quantity of a key that must be there.
    public static Quantity quantity(YamlMapping mapping, String key) {
        return Quantity.read(mapping.text(key), mapping.placeOf(key));
    }

    /// The number of days of a key that must be there.
    public static double days(YamlMapping mapping, String key) {
        return quantity(mapping, key).days();
    }

    /// The constant of an enumeration that a word names.
    ///
    /// @param code of the problem when it names none
    public static <E extends Enum<E>> E word(Class<E> words, YamlMapping mapping, String key, String code) {
        String text = mapping.text(key);
        for (E constant : words.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw Findings.unknown(code, mapping.placeOf(key), key, text, java.util.Arrays
                .stream(words.getEnumConstants()).map(c -> c.name().toLowerCase(java.util.Locale.ROOT)).toList());
    }
}
