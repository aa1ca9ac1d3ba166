package propria.study.retraction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import propria.study.retraction.SourceInfluence.Endpoint;
import propria.study.retraction.SourceInfluence.Exact;
import propria.study.retraction.SourceInfluence.Measured;
import propria.study.retraction.SourceInfluence.Number;
import propria.study.retraction.SourceInfluence.Rung;
import propria.study.retraction.SourceInfluence.Shape;
import propria.study.retraction.SourceInfluence.SourceRow;
import propria.study.summary.Effect.Middle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `source-influence.json` of a run folder: everything from which a reader, or a report without a network, can take sources
/// out of a run.
public final class SourceInfluenceFile {

    /// Its name.
    public static final String NAME = "source-influence.json";

    private static final double DIGITS = 1e5;

    private SourceInfluenceFile() {
    }

    /// The file as text. Random numbers are rounded to five decimals, all else is whole.
    public static String write(SourceInfluence influence) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("level", influence.level());
        root.put("subjects", influence.subjects());
        root.put("endpoints", influence.endpoints().stream().map(e -> map("id", e.id(), "arm", e.arm(), "comparator",
                e.comparator().orElse(""), "draws", list(e.draws()))).toList());
        root.put("numbers", influence.numbers().stream().map(SourceInfluenceFile::number).toList());
        root.put("measurements", influence.measurements().stream()
                .map(m -> map("falls_with", m.fallsWith(), "inside", m.inside())).toList());
        root.put("sources",
                influence.sources().stream().map(s -> map("key", s.key(), "status", s.status())).toList());
        root.put("exact", influence.exact().stream().map(x -> map("off", x.off(), "why", x.why(), "middles",
                x.middles().stream().map(m -> list(new double[]{m.value(), m.lower(), m.upper()})).toList())).toList());
        return JsonMapper.shared().writeValueAsString(root) + "\n";
    }

    private static Map<String, Object> number(Number n) {
        double[] normals = n.normals().clone();
        for (int i = 0; i < normals.length; i++) {
            normals[i] = StrictMath.rint(normals[i] * DIGITS) / DIGITS;
        }
        return map("id", n.id(), "name", n.name(), "usual", shape(n.usual()), "rungs", n.rungs().stream()
                .map(r -> map("claim", r.claim(), "falls_with", r.fallsWith(), "shape", shape(r.shape()))).toList(),
                "orphan", shape(n.orphan()), "at", list(n.at()), "response",
                n.response().stream().map(SourceInfluenceFile::list).toList(), "normals", list(normals));
    }

    private static List<Double> shape(Shape s) {
        return List.of(s.offset(), s.below(), s.above());
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /// What is not a number is written as text, as JSON has no word for it.
    private static List<Object> list(double[] values) {
        List<Object> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(Double.isFinite(value) ? (Object) value : "NaN");
        }
        return list;
    }

    /// Reads it back.
    ///
    /// @throws tools.jackson.core.JacksonException when it is not JSON
    public static SourceInfluence read(String text) {
        JsonNode root = JsonMapper.shared().readTree(text);
        return new SourceInfluence(root.path("level").asDouble(0.9), root.path("subjects").asInt(0),
                each(root.path("endpoints"), e -> new Endpoint(e.path("id").asString(""), e.path("arm").asString(""),
                        Optional.of(e.path("comparator").asString("")).filter(c -> !c.isEmpty()),
                        numbers(e.path("draws")))),
                each(root.path("numbers"), SourceInfluenceFile::number),
                each(root.path("measurements"),
                        m -> new Measured(words(m.path("falls_with")), m.path("inside").asString(""))),
                each(root.path("sources"), s -> new SourceRow(s.path("key").asString(""),
                        s.path("status").asString(""))),
                each(root.path("exact"), x -> new Exact(words(x.path("off")), x.path("why").asString(""),
                        each(x.path("middles"), m -> middle(numbers(m))))));
    }

    private static Number number(JsonNode n) {
        return new Number(n.path("id").asString(""), n.path("name").asString(""), shape(n.path("usual")),
                each(n.path("rungs"), r -> new Rung(r.path("claim").asString(""), words(r.path("falls_with")),
                        shape(r.path("shape")))),
                shape(n.path("orphan")), numbers(n.path("normals")), numbers(n.path("at")),
                each(n.path("response"), SourceInfluenceFile::numbers));
    }

    private static Shape shape(JsonNode array) {
        double[] of = numbers(array);
        return new Shape(of[0], of[1], of[2]);
    }

    private static Middle middle(double[] of) {
        return new Middle(of[0], of[1], of[2]);
    }

    private static List<String> words(JsonNode array) {
        return each(array, w -> w.asString(""));
    }

    private static double[] numbers(JsonNode array) {
        return each(array, n -> n.isNumber() ? n.asDouble() : Double.NaN).stream().mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> reader) {
        List<T> all = new ArrayList<>();
        array.forEach(node -> all.add(reader.apply(node)));
        return all;
    }
}
