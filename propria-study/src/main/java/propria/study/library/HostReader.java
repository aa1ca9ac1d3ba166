package propria.study.library;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import propria.formats.yaml.YamlMapping;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.Population;
import propria.study.SourcedValue;
import propria.study.quantity.Quantity;
import propria.study.reading.Findings;
import propria.study.reading.Values;

/// Reads `species/*.yaml` and `populations/*.yaml`.
final class HostReader {

    private HostReader() {
    }

    static HostSpecies species(String id, YamlMapping file) {
        file.allow("name", "body_mass", "parameters", "between_subject", "note", "notes");
        SourcedValue mass = Values.value(file, "body_mass");
        if (!(mass.value() > 0) || mass.interval().isPresent() && !(mass.interval().get().low() > 0)) {
            throw new ProblemException(Problem.error("L012", mass.place(), "the body mass of `" + id
                    + "` must be above zero", "it is " + mass.value() + " kg", "write it in kg"));
        }
        return new HostSpecies(id, file.text("name"), mass, Values.values(file, "parameters"), variation(file),
                file.place());
    }

    static Population population(String id, YamlMapping file, Map<String, HostSpecies> species) {
        file.allow("name", "species", "strain", "parameters", "initial", "equilibrate", "between_subject", "note",
                "notes");
        String of = file.text("species");
        HostSpecies host = Optional.ofNullable(species.get(of))
                .orElseThrow(() -> Findings.unknown("L002", file.placeOf("species"), "species", of, species.keySet()));
        OptionalDouble equilibrate = OptionalDouble.empty();
        if (file.has("equilibrate")) {
            Quantity time = Values.quantity(file, "equilibrate").notNegative();
            equilibrate = OptionalDouble.of(time.days());
        }
        return new Population(id, file.text("name"), of, file.optionalText("strain").orElse(""), host.bodyMass(),
                merged(host.parameters(), Values.values(file, "parameters")), Values.values(file, "initial"),
                equilibrate, merged(host.betweenSubjects(), variation(file)), file.place());
    }

    private static SequencedMap<String, SourcedValue> merged(SequencedMap<String, SourcedValue> first,
            SequencedMap<String, SourcedValue> then) {
        SequencedMap<String, SourcedValue> both = new LinkedHashMap<>(first);
        both.putAll(then);
        return Collections.unmodifiableSequencedMap(both);
    }

    private static SequencedMap<String, SourcedValue> variation(YamlMapping file) {
        SequencedMap<String, SourcedValue> variation = new LinkedHashMap<>();
        file.optionalMapping("between_subject").ifPresent(named -> named.keys()
                .forEach(id -> variation.put(Values.modelId(id), coefficient(id, named.mapping(id)))));
        return Collections.unmodifiableSequencedMap(variation);
    }

    private static SourcedValue coefficient(String id, YamlMapping entry) {
        entry.allow("cv", "source", "note");
        double cv = entry.number("cv");
        if (!(cv >= 0) || cv > 3) {
            throw new ProblemException(Problem.error("L012", entry.placeOf("cv"),
                    "the coefficient of variation of `" + id + "` must be from 0 to 3", "it is " + cv,
                    "0.2 means that animals differ by 20 %"));
        }
        return new SourcedValue(cv, Optional.empty(), entry.optionalText("source"), entry.optionalText("note"),
                entry.place());
    }
}
