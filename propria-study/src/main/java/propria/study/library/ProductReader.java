package propria.study.library;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlNode;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.Insult;
import propria.study.Product;
import propria.study.Product.Once;
import propria.study.Route;
import propria.study.SourcedValue;
import propria.study.Target;
import propria.study.quantity.BenchUnit;
import propria.study.reading.Findings;
import propria.study.reading.Values;

/// Reads `products/*.yaml` and `insults/*.yaml`.
final class ProductReader {

    private ProductReader() {
    }

    static Product product(String id, YamlMapping file, Map<String, Route> known) {
        file.allow("name", "kind", "dose_unit", "viability", "dead", "routes", "once", "parameters",
                "body_mass_scaled", "note", "notes");
        Optional<SourcedValue> viability = file.has("viability")
                ? Optional.of(part(Values.value(file, "viability")))
                : Optional.empty();
        return new Product(id, file.text("name"), Values.word(Product.Kind.class, file, "kind", "L004"),
                unit(file, "dose_unit"), viability, file.optionalText("dead").map(Values::modelId),
                routes(file.mapping("routes"), known), file.mappings("once").stream().map(ProductReader::once).toList(),
                Values.values(file, "parameters"), file.flag("body_mass_scaled", false), file.place());
    }

    private static SourcedValue part(SourcedValue viability) {
        boolean inside = viability.interval().map(i -> i.low() >= 0 && i.high() <= 1).orElse(true);
        if (!(viability.value() >= 0) || viability.value() > 1 || !inside) {
            throw new ProblemException(Problem.error("L012", viability.place(), "viability must be from 0 to 1",
                    "it is " + viability.value(), "write 0.9 for 90 %"));
        }
        return viability;
    }

    private static SequencedMap<String, List<Target>> routes(YamlMapping routes, Map<String, Route> known) {
        SequencedMap<String, List<Target>> targets = new LinkedHashMap<>();
        for (String id : routes.keys()) {
            if (!known.containsKey(id)) {
                SourceLocation place = routes.placeOf(id);
                throw Findings.unknown("L002", place, "route", id, known.keySet());
            }
            targets.put(id, routes.mappings(id).stream().map(ProductReader::target).toList());
        }
        return Collections.unmodifiableSequencedMap(targets);
    }

    private static Target target(YamlMapping entry) {
        entry.allow("target", "factor", "source", "note");
        double factor = entry.optionalNumber("factor").orElse(1);
        if (factor < 0) {
            throw new ProblemException(Problem.error("L012", entry.placeOf("factor"),
                    "the factor of `" + entry.text("target") + "` is below zero", "it is " + factor,
                    "a dose adds; write zero or more"));
        }
        return new Target(Values.modelId(entry.text("target")), factor, entry.optionalText("source"),
                entry.place());
    }

    private static Once once(YamlMapping entry) {
        entry.allow("target", "amount", "cap", "source", "note");
        return new Once(Values.modelId(entry.text("target")), entry.number("amount"),
                entry.optionalNumber("cap").orElse(Double.POSITIVE_INFINITY), entry.optionalText("source"),
                entry.place());
    }

    static Insult insult(String id, YamlMapping file) {
        file.allow("name", "unit", "kind", "targets", "parameters", "maximum", "note", "notes");
        double maximum = file.number("maximum");
        if (!(maximum > 0)) {
            throw new ProblemException(Problem.error("L012", file.placeOf("maximum"),
                    "the maximum of `" + id + "` must be above zero", "it is " + maximum, "state the largest level"));
        }
        return new Insult(id, file.text("name"), unit(file, "unit"),
                Values.word(Insult.Kind.class, file, "kind", "L004"),
                file.mappings("targets").stream().map(ProductReader::target).toList(),
                Values.values(file, "parameters"), maximum, file.place());
    }

    private static String unit(YamlMapping file, String key) {
        String unit = file.text(key);
        if (BenchUnit.of(unit).isEmpty()) {
            throw Findings.unknown("L003", file.placeOf(key), "unit", unit, BenchUnit.symbols());
        }
        return unit;
    }

    static SequencedMap<String, Route> routeTable(YamlMapping file) {
        file.allow("routes");
        YamlMapping routes = file.mapping("routes");
        SequencedMap<String, Route> table = new LinkedHashMap<>();
        for (String id : routes.keys()) {
            if (routes.node(id).orElseThrow() instanceof YamlNode.Text) {
                table.put(id, new Route(id, routes.text(id), ""));
            } else {
                YamlMapping entry = routes.mapping(id);
                entry.allow("name", "cdisc", "note");
                table.put(id, new Route(id, entry.text("name"), entry.optionalText("cdisc").orElse("")));
            }
        }
        return Collections.unmodifiableSequencedMap(table);
    }
}
