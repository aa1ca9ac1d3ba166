package propria.app.studio.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import propria.app.report.data.CsvTable;
import propria.engine.random.Normal;
import propria.study.library.Library;
import propria.trial.patient.Marginal;
import propria.trial.patient.TargetPopulation;
import propria.trial.patient.TargetPopulationReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A cohort of virtual patients beside the published patients that it should be like.
///
/// @param facts `cohort.json`
/// @param readings each baseline reading with its target
/// @param pairs each published correlation with the people's
public record CohortAnswer(String name, String title, JsonNode facts, List<Reading> readings, List<Pair> pairs) {

    private static final int POINTS = 99;

    public CohortAnswer {
        readings = List.copyOf(readings);
        pairs = List.copyOf(pairs);
    }

    /// A baseline reading.
    ///
    /// @param target quantiles of the published distribution at 1, 2, … 99 %
    /// @param expected of each patient, without the noise of reading
    /// @param recorded of each patient, in one visit
    /// @param source the claim that the target rests on; empty when it is assumed
    public record Reading(String name, List<Double> target, List<Double> expected, List<Double> recorded,
            String source, boolean logarithmic) {
        public Reading {
            target = List.copyOf(target);
            expected = List.copyOf(expected);
            recorded = List.copyOf(recorded);
        }
    }

    /// Two readings.
    public record Pair(String first, String second, double target, double expected, double error, double recorded) {
    }

    /// The cohort in a folder.
    public static CohortAnswer of(Path folder, Library library) {
        try {
            JsonNode facts = JsonMapper.shared().readTree(Files.readString(folder.resolve("cohort.json")));
            TargetPopulation target = TargetPopulationReader.read(library, facts.path("population").asString(""));
            List<CsvTable.Row> people = CsvTable.readIfPresent(folder.resolve("patients.csv")).rows();
            List<CsvTable.Row> matches = CsvTable.readIfPresent(folder.resolve("match.csv")).rows();
            List<Reading> readings = target.baseline().values().stream().map(m -> reading(m, people)).toList();
            List<Pair> pairs = new ArrayList<>();
            for (TargetPopulation.Pair pair : target.correlations()) {
                String both = pair.first() + " and " + pair.second();
                matches.stream().filter(r -> r.text("reading").equals(both)).findFirst()
                        .ifPresent(r -> pairs.add(new Pair(pair.first(), pair.second(), r.value("target"),
                                r.value("expected"), r.value("error"), r.value("recorded"))));
            }
            return new CohortAnswer(String.valueOf(folder.getFileName()), target.name(), facts, readings, pairs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reading reading(Marginal marginal, List<CsvTable.Row> people) {
        return new Reading(marginal.name(),
                IntStream.rangeClosed(1, POINTS).mapToObj(i -> marginal.at(Normal.quantile(i / (POINTS + 1.0))))
                        .toList(),
                people.stream().map(r -> r.value(marginal.name() + "_expected")).toList(),
                people.stream().map(r -> r.value(marginal.name() + "_recorded")).toList(),
                marginal.source().orElse(""), marginal.kind() == Marginal.Kind.LOG_NORMAL);
    }
}
