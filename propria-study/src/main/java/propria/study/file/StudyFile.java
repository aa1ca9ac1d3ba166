package propria.study.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import propria.evidence.policy.IntegrityPolicy;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlNode;
import propria.formats.yaml.YamlReader;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.Arm;
import propria.study.Endpoint;
import propria.study.Measurement;
import propria.study.Observable;
import propria.study.Phase;
import propria.study.Population;
import propria.study.Study;
import propria.study.library.CalibrationReader;
import propria.study.library.Library;
import propria.study.reading.Findings;
import propria.study.uncertainty.Posterior;
import propria.study.uncertainty.UncertaintyPlan;
import propria.study.uncertainty.UncertaintyPlan.Parameters;

/// Reads a study folder.
public final class StudyFile {

    /// The most subjects in an arm.
    public static final int MOST_SUBJECTS = 100_000_000;

    /// The most draws of the parameters.
    public static final int MOST_DRAWS = 100_000;

    private static final int DEFAULT_DRAWS = 200;

    private final YamlMapping file;
    private final Library library;
    private final Findings findings = new Findings();

    private StudyFile(YamlMapping file, Library library) {
        this.file = file;
        this.library = library;
    }

    /// Reads `study.yaml` of a folder, or that file itself, and the measurements that it names.
    ///
    /// @throws ProblemException with every problem that was found: Y0.. for the form, S0.. for what it says
    public static Study read(Path folderOrFile, Library library) {
        Path path = Files.isDirectory(folderOrFile) ? folderOrFile.resolve("study.yaml") : folderOrFile;
        YamlMapping file = YamlReader.read(path, path.toString());
        return new StudyFile(file, library).study(path.toAbsolutePath().normalize());
    }

    private Study study(Path path) {
        findings.attempt(this::known);
        findings.attempt(this::version);
        Path folder = Optional.ofNullable(path.getParent()).orElse(path);
        Optional<Population> population = findings.attempt(this::population);
        int perArm = findings.attempt(() -> count(file.mapping("subjects"), "per_arm", MOST_SUBJECTS)).orElse(1);
        List<Phase> phases = new PhaseReader(library, findings).phases(file);
        List<Arm> arms = population.map(p -> new ArmReader(library, findings, phases, p).arms(file)).orElse(List.of());
        List<Observable> observables = observables(population);
        TimeSpan span = TimeSpan.of(phases);
        List<Endpoint> endpoints = new EndpointReader(library, findings, arms, span).endpoints(file);
        List<Measurement> measurements = measurements(folder, arms, span);
        Optional<Path> model = findings.attempt(() -> model(folder));
        Optional<UncertaintyPlan> uncertainty = findings.attempt(this::uncertainty);
        Optional<IntegrityPolicy> integrity = findings.attempt(() -> file.optionalMapping("integrity")
                .map(IntegrityPolicy::read).orElse(IntegrityPolicy.STANDARD));
        Optional<Long> seed = findings.attempt(this::seed);
        Optional<Study.Simulation> simulation = findings.attempt(() -> new SimulationReader().simulation(file));
        Optional<String> title = findings.attempt(() -> file.text("title"));
        findings.raise();
        List<Path> inputs = new ArrayList<>(List.of(path));
        measurementsFile(folder).ifPresent(inputs::add);
        inputs.addAll(libraryFiles(arms, observables, phases));
        uncertainty.flatMap(UncertaintyPlan::posterior)
                .ifPresent(_ -> inputs.addAll(CalibrationReader.files(library.root().resolve("calibration"))));
        return new Study(String.valueOf(folder.getFileName()), title.orElseThrow(),
                file.optionalText("question").orElse(""), file.optionalText("mirrors"), population.orElseThrow(),
                perArm, phases, arms, recorded(observables, endpoints, measurements), endpoints, measurements,
                uncertainty.orElseThrow(), integrity.orElseThrow(), seed.orElse(1L), simulation.orElseThrow(),
                file.optionalText("notes"),
                new Study.Files(folder, model.orElseThrow(), file.text("model"), library.evidence(), inputs));
    }

    private boolean known() {
        file.allow("propria", "title", "question", "mirrors", "model", "subjects", "phases", "arms", "observe",
                "endpoints", "measurements", "uncertainty", "integrity", "seed", "simulation", "notes", "trial");
        return true;
    }

    private boolean version() {
        if (!file.text("propria").equals("1")) {
            throw new ProblemException(Problem.error("S015", file.placeOf("propria"),
                    "this version of study files is not known", "it is `" + file.text("propria") + "`; known: 1",
                    "write `propria: 1`"));
        }
        return true;
    }

    private Population population() {
        YamlMapping subjects = file.mapping("subjects");
        subjects.allow("species", "population", "per_arm");
        String name = subjects.text("population");
        Population population = Optional.ofNullable(library.populations().get(name))
                .orElseThrow(() -> Findings.unknown("S002", subjects.placeOf("population"), "population", name,
                        library.populations().keySet()));
        String species = subjects.optionalText("species").orElse(population.species());
        if (!species.equals(population.species())) {
            throw new ProblemException(Problem.error("S002", subjects.placeOf("species"),
                    "the population `" + name + "` is not of the species `" + species + "`",
                    "it is of the species `" + population.species() + "`", "change one of them"));
        }
        return population;
    }

    static int count(YamlMapping mapping, String key, int most) {
        double value = mapping.number(key);
        if (!(value >= 1) || value > most || value != StrictMath.rint(value)) {
            throw new ProblemException(Problem.error("S014", mapping.placeOf(key),
                    "`" + key + "` must be a whole number from 1 to " + most, "it is " + mapping.text(key),
                    "write a whole number"));
        }
        return (int) value;
    }

    private List<Observable> observables(Optional<Population> population) {
        List<Observable> observables = new ArrayList<>();
        for (YamlNode.Text node : findings.attempt(() -> file.textNodes("observe")).orElse(List.of())) {
            findings.attempt(() -> observable(library, node.value(), node.place())).ifPresent(observable -> {
                population.ifPresent(p -> measuredIn(observable, p, node.place()));
                if (observables.contains(observable)) {
                    findings.add(Problem.error("S020", node.place(),
                            "`" + observable.id() + "` is observed twice", "", "keep one"));
                }
                observables.add(observable);
            });
        }
        return observables;
    }

    private void measuredIn(Observable observable, Population population, SourceLocation place) {
        if (observable.species().filter(s -> !s.equals(population.species())).isPresent()) {
            findings.add(Problem.error("S007", place,
                    "`" + observable.id() + "` is not measured in the species `" + population.species() + "`",
                    "it is measured in `" + observable.species().get() + "` only", "observe something else"));
        }
    }

    static Observable observable(Library library, String id, SourceLocation place) {
        return Optional.ofNullable(library.observables().get(id))
                .orElseThrow(() -> Findings.unknown("S007", place, "observable", id, library.observables().keySet()));
    }

    private static List<Observable> recorded(List<Observable> observe, List<Endpoint> endpoints,
            List<Measurement> measurements) {
        Map<String, Observable> all = new LinkedHashMap<>();
        observe.forEach(o -> all.put(o.id(), o));
        endpoints.forEach(e -> all.putIfAbsent(e.observable().id(), e.observable()));
        measurements.forEach(m -> all.putIfAbsent(m.observable().id(), m.observable()));
        return List.copyOf(all.values());
    }

    private Optional<Path> measurementsFile(Path folder) {
        return file.optionalText("measurements").map(folder::resolve);
    }

    private List<Measurement> measurements(Path folder, List<Arm> arms, TimeSpan span) {
        return findings.attempt(() -> measurementsFile(folder)).flatMap(f -> f)
                .flatMap(table -> findings.attempt(() -> MeasurementTable.read(table, file.placeOf("measurements"),
                        library, arms.stream().map(Arm::id).toList(), span)))
                .orElse(List.of());
    }

    private Path model(Path folder) {
        String name = file.text("model");
        Path own = folder.resolve(name);
        if (name.endsWith(".ant") && Files.isRegularFile(own)) {
            return own;
        }
        return Optional.ofNullable(library.models().get(name)).orElseThrow(
                () -> Findings.unknown("S001", file.placeOf("model"), "model", name, library.models().keySet()));
    }

    private UncertaintyPlan uncertainty() {
        Optional<YamlMapping> block = file.optionalMapping("uncertainty");
        if (block.isEmpty()) {
            return new UncertaintyPlan(new Parameters.FromPriors(), DEFAULT_DRAWS);
        }
        YamlMapping plan = block.get();
        plan.allow("parameters", "draws");
        String named = plan.optionalText("parameters").orElse("prior");
        Parameters parameters = switch (named) {
            case "none" -> new Parameters.Fixed();
            case "prior" -> new Parameters.FromPriors();
            case "posterior" -> new Parameters.FromPosterior(posterior(plan));
            default -> throw Findings.unknown("S016", plan.placeOf("parameters"), "way to treat parameters", named,
                    List.of("prior", "posterior", "none"));
        };
        int usual = parameters instanceof Parameters.Fixed ? 1 : DEFAULT_DRAWS;
        return new UncertaintyPlan(parameters, plan.has("draws") ? count(plan, "draws", MOST_DRAWS) : usual);
    }

    private Posterior posterior(YamlMapping plan) {
        Posterior posterior = CalibrationReader.posterior(library.root().resolve("calibration"));
        Population population = population();
        boolean fits = posterior.model().equals(file.text("model"))
                && posterior.species().equals(population.species());
        if (!fits) {
            throw new ProblemException(Problem.error("S018", plan.placeOf("parameters"),
                    "there is no posterior for this study",
                    "the calibration that ships is of the " + posterior.species() + " in the model `"
                            + posterior.model() + "`, the study of " + population.species() + " in `"
                            + file.text("model") + "`",
                    "write `parameters: prior`"));
        }
        return posterior;
    }

    private long seed() {
        OptionalDouble seed = file.optionalNumber("seed");
        if (seed.isEmpty()) {
            return 1;
        }
        try {
            return Long.parseLong(file.text("seed"));
        } catch (NumberFormatException e) {
            throw new ProblemException(Problem.error("S014", file.placeOf("seed"), "the seed must be a whole number",
                    "it is " + file.text("seed"), "write a whole number"));
        }
    }

    private Collection<Path> libraryFiles(List<Arm> arms, List<Observable> observables, List<Phase> phases) {
        return new InputFiles(library).of(arms, observables, phases);
    }
}
