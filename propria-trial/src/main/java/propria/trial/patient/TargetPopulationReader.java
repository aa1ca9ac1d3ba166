package propria.trial.patient;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlReader;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.Population;
import propria.study.SourcedValue;
import propria.study.library.Library;
import propria.study.reading.Findings;
import propria.study.reading.Values;

/// Reads `library/populations/targets/*.yaml`.
public final class TargetPopulationReader {

    private static final String FOLDER = "populations/targets";
    private static final String ENDING = ".yaml";

    private final Library library;

    private TargetPopulationReader(Library library) {
        this.library = library;
    }

    /// The names of the target populations of a library, in the order of the alphabet.
    public static List<String> names(Library library) {
        Path folder = library.root().resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName())).filter(f -> f.endsWith(ENDING))
                    .map(f -> f.substring(0, f.length() - ENDING.length())).sorted().toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Reads one.
    ///
    /// @throws ProblemException T104 when there is none of that name, T105 for what its file says wrongly
    public static TargetPopulation read(Library library, String id) {
        if (!names(library).contains(id)) {
            throw Findings.unknown("T104", SourceLocation.of("library/" + FOLDER), "target population", id,
                    names(library));
        }
        YamlMapping file = YamlReader.read(library.root().resolve(FOLDER).resolve(id + ENDING),
                "library/" + FOLDER + "/" + id + ENDING);
        return new TargetPopulationReader(library).population(id, file);
    }

    private TargetPopulation population(String id, YamlMapping file) {
        file.allow("name", "indication", "population", "parameters", "equilibrate", "start", "vary", "traits",
                "effects", "baseline",
                "correlations", "note");
        SequencedMap<String, Marginal> traits = marginals(file, "traits");
        SequencedMap<String, Marginal> baseline = marginals(file, "baseline");
        List<TraitEffect> effects = new ArrayList<>();
        for (YamlMapping effect : file.has("effects") ? file.mappings("effects") : List.<YamlMapping>of()) {
            effects.add(effect(effect, traits));
        }
        List<TargetPopulation.Pair> pairs = new ArrayList<>();
        for (YamlMapping pair : file.has("correlations") ? file.mappings("correlations") : List.<YamlMapping>of()) {
            pairs.add(pair(pair, baseline));
        }
        return new TargetPopulation(id, file.text("name"), file.text("indication"), base(file),
                Values.values(file, "start"), traits, effects,
                baseline, pairs);
    }

    private Population base(YamlMapping file) {
        String name = file.text("population");
        Population base = Optional.ofNullable(library.populations().get(name)).orElseThrow(() -> Findings
                .unknown("T104", file.placeOf("population"), "population", name, library.populations().keySet()));
        SequencedMap<String, SourcedValue> parameters = new LinkedHashMap<>(base.parameters());
        parameters.putAll(Values.values(file, "parameters"));
        OptionalDouble equilibrate = file.has("equilibrate")
                ? OptionalDouble.of(Values.quantity(file, "equilibrate").notNegative().days())
                : base.equilibrate();
        SequencedMap<String, SourcedValue> vary = new LinkedHashMap<>(base.betweenSubjects());
        file.optionalMapping("vary").ifPresent(named -> named.keys().forEach(id -> {
            YamlMapping entry = named.mapping(id);
            entry.allow("cv", "source", "note");
            vary.put(Values.modelId(id), new SourcedValue(entry.number("cv"), Optional.empty(),
                    entry.optionalText("source"), entry.optionalText("note"), entry.place()));
        }));
        return new Population(base.id(), base.name(), base.species(), base.strain(), base.bodyMass(),
                Collections.unmodifiableSequencedMap(parameters), base.initial(), equilibrate,
                Collections.unmodifiableSequencedMap(vary), base.place());
    }

    private static SequencedMap<String, Marginal> marginals(YamlMapping file, String key) {
        SequencedMap<String, Marginal> found = new LinkedHashMap<>();
        file.optionalMapping(key)
                .ifPresent(named -> named.keys().forEach(id -> found.put(id, marginal(id, named.mapping(id)))));
        return Collections.unmodifiableSequencedMap(found);
    }

    private static Marginal marginal(String id, YamlMapping entry) {
        entry.allow("mean", "sd", "median", "log_sd", "share", "weights", "low", "high", "source", "note");
        double low = entry.optionalNumber("low").orElse(Double.NEGATIVE_INFINITY);
        double high = entry.optionalNumber("high").orElse(Double.POSITIVE_INFINITY);
        Optional<String> source = entry.optionalText("source");
        Marginal marginal;
        if (entry.has("mean")) {
            marginal = new Marginal(id, Marginal.Kind.NORMAL, entry.number("mean"), entry.number("sd"), low, high,
                    List.of(), source, entry.place());
        } else if (entry.has("median")) {
            marginal = new Marginal(id, Marginal.Kind.LOG_NORMAL, entry.number("median"), entry.number("log_sd"), low,
                    high, List.of(), source, entry.place());
        } else if (entry.has("share")) {
            marginal = new Marginal(id, Marginal.Kind.SHARE, entry.number("share"), 0, 0, 1, List.of(), source,
                    entry.place());
        } else {
            List<Double> weights = entry.texts("weights").stream().map(Double::valueOf).toList();
            marginal = new Marginal(id, Marginal.Kind.COUNT, 0, 0, entry.optionalNumber("low").orElse(0), high,
                    weights, source, entry.place());
        }
        check(marginal);
        return marginal;
    }

    private static void check(Marginal m) {
        boolean right = switch (m.kind()) {
            case NORMAL -> m.spread() >= 0 && m.low() < m.high();
            case LOG_NORMAL -> m.centre() > 0 && m.spread() >= 0 && m.low() < m.high();
            case SHARE -> m.centre() >= 0 && m.centre() <= 1;
            case COUNT -> !m.weights().isEmpty() && m.weights().stream().allMatch(w -> w >= 0);
        };
        if (!right) {
            throw new ProblemException(Problem.error("T105", m.place(), "`" + m.name() + "` is no distribution",
                    "it would be " + m.kind().name().toLowerCase(Locale.ROOT) + " with " + m.centre() + " and "
                            + m.spread() + " between " + m.low() + " and " + m.high(),
                    "write mean and sd, median and log_sd, a share from 0 to 1, or weights"));
        }
    }

    private static TraitEffect effect(YamlMapping entry, SequencedMap<String, Marginal> traits) {
        entry.allow("trait", "parameter", "factor", "source", "note");
        String trait = entry.text("trait");
        if (!traits.containsKey(trait)) {
            throw Findings.unknown("T105", entry.placeOf("trait"), "trait", trait, traits.keySet());
        }
        return new TraitEffect(trait, Values.modelId(entry.text("parameter")), entry.number("factor"),
                entry.optionalText("source"), entry.place());
    }

    private static TargetPopulation.Pair pair(YamlMapping entry, SequencedMap<String, Marginal> baseline) {
        entry.allow("first", "second", "spearman", "source", "note");
        for (String key : List.of("first", "second")) {
            if (!baseline.containsKey(entry.text(key))) {
                throw Findings.unknown("T105", entry.placeOf(key), "baseline reading", entry.text(key),
                        new TreeMap<>(baseline).keySet());
            }
        }
        double rank = entry.number("spearman");
        if (!(rank > -1 && rank < 1)) {
            throw new ProblemException(Problem.error("T105", entry.placeOf("spearman"),
                    "a rank correlation lies between -1 and 1", "it is " + rank, "correct it"));
        }
        return new TargetPopulation.Pair(entry.text("first"), entry.text("second"), rank,
                entry.optionalText("source"), entry.place());
    }
}
