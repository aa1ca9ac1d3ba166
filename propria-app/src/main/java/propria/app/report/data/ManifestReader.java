package propria.app.report.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads `manifest.json`. What is absent is empty, so a manifest of another version still gives a report.
final class ManifestReader {

    private ManifestReader() {
    }

    static Manifest read(String text) {
        JsonNode root = JsonMapper.shared().readTree(text);
        List<Manifest.Entry> everything = new ArrayList<>();
        flatten("", root, everything);
        return new Manifest(text(root, "propria"), text(root, "created"),
                study(root.path("study"), text(root, "notes")),
                model(root.path("model")), whole(root, "seed"), draws(root.path("draws")),
                subjects(root.path("subjects")), text(root.path("method"), "requested"),
                text(root.path("method"), "used"), number(root, "seconds"), evidence(root.path("evidence")),
                list(root.path("warnings"), w -> new Manifest.Warning(text(w, "code"), text(w, "text"))),
                list(root.path("arms"), ManifestReader::arm), list(root.path("phases"), ManifestReader::phase),
                list(root.path("observables"), ManifestReader::observable),
                list(root.path("endpoints"), ManifestReader::endpoint), root.path("calibrated").asBoolean(false),
                root.path("parameters").path("fitted_to_this_study").asBoolean(false),
                list(root.path("integrity"), s -> new Manifest.Standing(text(s, "source"), text(s, "status"),
                        text(s, "date"), text(s, "notice"), text(s, "authority"))),
                list(root.path("inputs"), i -> new Manifest.Input(text(i, "file"), text(i, "sha256"))),
                text(root, "summary_sha256"), everything);
    }

    private static Manifest.Study study(JsonNode n, String notes) {
        return new Manifest.Study(text(n, "id"), text(n, "title"), text(n, "question"), text(n, "mirrors"), notes);
    }

    private static Manifest.ModelFile model(JsonNode n) {
        return new Manifest.ModelFile(text(n, "file"), text(n, "sha256"), whole(n, "states"), whole(n, "parameters"));
    }

    private static Manifest.Draws draws(JsonNode n) {
        return new Manifest.Draws(whole(n, "requested"), whole(n, "used"), whole(n, "redrawn"));
    }

    private static Manifest.Subjects subjects(JsonNode n) {
        return new Manifest.Subjects(whole(n, "per_arm"), whole(n, "simulated"), whole(n, "failed"));
    }

    private static Manifest.Evidence evidence(JsonNode n) {
        return new Manifest.Evidence(whole(n, "sourced"), whole(n, "assumed"), whole(n, "flagged"), text(n, "as_of"));
    }

    private static Manifest.Arm arm(JsonNode n) {
        return new Manifest.Arm(text(n, "id"), text(n, "name"), text(n, "role"),
                list(n.path("doses"), d -> new Manifest.Dose(text(d, "product"), text(d, "product_name"),
                        number(d, "amount"), text(d, "unit"), text(d, "route"), number(d, "time_d"))));
    }

    private static Manifest.Phase phase(JsonNode n) {
        return new Manifest.Phase(text(n, "name"), number(n, "from_d"), number(n, "to_d"), list(n.path("insult"),
                i -> new Manifest.Insult(text(i, "name"), number(i, "value"), text(i, "unit"))));
    }

    private static Manifest.Observable observable(JsonNode n) {
        JsonNode range = n.path("range");
        Optional<Manifest.Range> bounds = range.isArray() && range.size() == 2
                ? Optional.of(new Manifest.Range(range.get(0).asDouble(), range.get(1).asDouble()))
                : Optional.empty();
        return new Manifest.Observable(text(n, "id"), text(n, "name"), text(n, "unit"), text(n, "better"), bounds);
    }

    private static Manifest.EndpointDefinition endpoint(JsonNode n) {
        double day = n.has("at_d") ? number(n, "at_d") : number(n, "time_d");
        return new Manifest.EndpointDefinition(text(n, "id"), text(n, "observable"), day);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
        List<T> all = new ArrayList<>();
        array.forEach(node -> all.add(each.apply(node)));
        return all;
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }

    private static long whole(JsonNode node, String key) {
        return node.path(key).asLong(0);
    }

    private static double number(JsonNode node, String key) {
        return node.path(key).asDouble(Double.NaN);
    }

    private static void flatten(String path, JsonNode node, List<Manifest.Entry> into) {
        if (node.isObject()) {
            node.properties().forEach(p -> flatten(path.isEmpty() ? p.getKey() : path + "." + p.getKey(),
                    p.getValue(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "[" + i + "]", node.get(i), into);
            }
        } else {
            into.add(new Manifest.Entry(path, node.asString("")));
        }
    }
}
