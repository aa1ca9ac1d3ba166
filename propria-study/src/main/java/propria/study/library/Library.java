package propria.study.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlReader;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.Insult;
import propria.study.Observable;
import propria.study.Population;
import propria.study.Product;
import propria.study.Route;
import propria.study.reading.Findings;

/// What studies can name, each in the order of the alphabet.
///
/// @param root the folder `library`
/// @param models the entry file of each model, by name
/// @param studies the names of the studies that ship
public record Library(Path root, SequencedMap<String, HostSpecies> species,
        SequencedMap<String, Population> populations, SequencedMap<String, Product> products,
        SequencedMap<String, Insult> insults, SequencedMap<String, Route> routes,
        SequencedMap<String, Observable> observables, SequencedMap<String, Path> models, List<String> studies) {

    /// Reads a library.
    ///
    /// @throws ProblemException L001 when there is none at `root`, else every problem of every file
    public static Library read(Path root) {
        if (!Files.isDirectory(root) || !Files.isRegularFile(root.resolve("routes.yaml"))) {
            throw new ProblemException(Problem.error("L001", SourceLocation.of(root.toString()),
                    "this is not a science library", "there is no routes.yaml",
                    "name the folder `library`, by --library or from the root of the project"));
        }
        Findings findings = new Findings();
        SequencedMap<String, Route> routes = findings
                .attempt(() -> ProductReader.routeTable(yaml(root, root.resolve("routes.yaml"))))
                .orElseGet(LinkedHashMap::new);
        SequencedMap<String, HostSpecies> species = files(root, "species", HostReader::species, findings);
        SequencedMap<String, Population> populations = files(root, "populations",
                (id, file) -> HostReader.population(id, file, species), findings);
        SequencedMap<String, Product> products = files(root, "products",
                (id, file) -> ProductReader.product(id, file, routes), findings);
        SequencedMap<String, Insult> insults = files(root, "insults", ProductReader::insult, findings);
        SequencedMap<String, Observable> observables = files(root, "observables", ObservableReader::observable,
                findings);
        findings.raise();
        return new Library(root, species, populations, products, insults, routes, observables, models(root),
                studies(root));
    }

    /// The folder of evidence sources.
    public Path evidence() {
        return root.resolve("evidence");
    }

    /// The folder of a study that ships.
    public Path study(String name) {
        return root.resolve("studies").resolve(name);
    }

    /// The file of an entry, such as `products/infliximab.yaml`.
    public Path file(String kind, String id) {
        return root.resolve(kind).resolve(id + ".yaml");
    }

    private static <T> SequencedMap<String, T> files(Path root, String kind, BiFunction<String, YamlMapping, T> reader,
            Findings findings) {
        SequencedMap<String, T> entries = new LinkedHashMap<>();
        for (Path file : list(root.resolve(kind))) {
            String name = file.getFileName().toString();
            if (name.endsWith(".yaml")) {
                String id = name.substring(0, name.length() - ".yaml".length());
                findings.attempt(() -> reader.apply(id, yaml(root, file))).ifPresent(entry -> entries.put(id, entry));
            }
        }
        return Collections.unmodifiableSequencedMap(entries);
    }

    private static YamlMapping yaml(Path root, Path file) {
        return YamlReader.read(file, "library/" + root.relativize(file).toString().replace('\\', '/'));
    }

    private static SequencedMap<String, Path> models(Path root) {
        SequencedMap<String, Path> models = new LinkedHashMap<>();
        for (Path entry : list(root.resolve("models"))) {
            String name = entry.getFileName().toString();
            if (Files.isRegularFile(entry.resolve(name + ".ant"))) {
                models.put(name, entry.resolve(name + ".ant"));
            } else if (name.endsWith(".ant")) {
                models.put(name.substring(0, name.length() - ".ant".length()), entry);
            }
        }
        return Collections.unmodifiableSequencedMap(models);
    }

    private static List<String> studies(Path root) {
        return list(root.resolve("studies")).stream().filter(f -> Files.isRegularFile(f.resolve("study.yaml")))
                .map(f -> f.getFileName().toString()).toList();
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new ProblemException(Problem.error("L001", SourceLocation.of(folder.toString()),
                    "the folder cannot be read", String.valueOf(e.getMessage()), "check that you may read it"));
        }
    }
}
