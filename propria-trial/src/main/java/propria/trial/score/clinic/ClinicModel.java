package propria.trial.score.clinic;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlReader;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.SourcedValue;
import propria.study.reading.Values;

/// How latent quantities become items that a clinic records: the numbers of `library/scores/clinic.yaml`.
///
/// @param values by name
public record ClinicModel(SequencedMap<String, SourcedValue> values) {

    private static final List<String> NAMES = List.of("pain_slope", "wellbeing_slope", "stool_slope",
            "bleeding_slope", "global_slope", "stool_gain", "bleeding_gain", "global_gain", "symptom_visit_sd",
            "mass_slope", "haematocrit_visit_sd", "reactive_protein_visit_sd",
            "calprotectin_visit_sd", "endoscopy_slope", "local_reader_shift", "reader_agreement",
            "segment_slope", "segment_level", "ulcer_size_offset", "ulcerated_offset", "affected_offset",
            "narrowing_offset", "tract_threshold", "tract_threshold_sd", "compression_error", "collection_closed",
            "collection_open", "reader_sensitivity", "reader_specificity", "fibrotic_threshold", "perianal_slope",
            "perianal_level", "course_endoscopy", "course_reactive_protein", "course_calprotectin");

    /// @throws ProblemException T110 when the file lacks a number or has one that nothing uses
    public ClinicModel {
        TreeSet<String> wrong = new TreeSet<>(NAMES);
        wrong.removeAll(values.keySet());
        if (!wrong.isEmpty()) {
            throw new ProblemException(Problem.error("T110", "numbers of the clinic are missing",
                    String.join(", ", wrong), "write them in library/scores/clinic.yaml"));
        }
        wrong.addAll(values.keySet());
        NAMES.forEach(wrong::remove);
        if (!wrong.isEmpty()) {
            throw new ProblemException(Problem.error("T110", "numbers of the clinic that nothing uses",
                    String.join(", ", wrong), "remove them from library/scores/clinic.yaml, or correct the name"));
        }
    }

    /// Reads `scores/clinic.yaml` of a library.
    public static ClinicModel read(Path library) {
        YamlMapping file = YamlReader.read(library.resolve("scores/clinic.yaml"), "library/scores/clinic.yaml");
        file.allow("name", "values", "note");
        return new ClinicModel(Values.values(file, "values"));
    }

    /// One of the numbers.
    public double of(String name) {
        return Optional.ofNullable(values.get(name)).orElseThrow(() -> new IllegalArgumentException(name)).value();
    }

    /// The same with other numbers, as a calibration sets them.
    public ClinicModel with(Map<String, Double> others) {
        SequencedMap<String, SourcedValue> all = new java.util.LinkedHashMap<>(values);
        new HashMap<>(others).forEach((name, value) -> all.computeIfPresent(name,
                (n, old) -> SourcedValue.exactly(value, old.place())));
        return new ClinicModel(all);
    }
}
