package propria.app.studio.answer;

import java.util.List;
import java.util.Locale;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Source;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlReader;
import propria.study.Insult;
import propria.study.Observable;
import propria.study.Population;
import propria.study.Product;
import propria.study.Route;
import propria.study.library.Library;

/// What studies can be made of, as the pages show it.
public record LibraryAnswer(List<Story> stories, List<ProductEntry> products, List<InsultEntry> insults,
        List<PopulationEntry> populations, List<ObservableEntry> observables, List<RouteEntry> routes) {

    public LibraryAnswer {
        stories = List.copyOf(stories);
        products = List.copyOf(products);
        insults = List.copyOf(insults);
        populations = List.copyOf(populations);
        observables = List.copyOf(observables);
        routes = List.copyOf(routes);
    }

    /// A study that ships.
    ///
    /// @param mirrors the published counterpart, as the file names it; empty where there is none
    /// @param citation of that source; empty where the library has none
    /// @param trial whether it is a trial
    public record Story(String id, String title, String question, String mirrors, String citation, boolean trial) {
    }

    /// A product.
    ///
    /// @param kind `cells`, `particles`, `medium` or `drug`
    /// @param routes the ids of the routes by which it can be given
    public record ProductEntry(String id, String name, String kind, String doseUnit, List<String> routes) {
        public ProductEntry {
            routes = List.copyOf(routes);
        }
    }

    /// What makes subjects ill.
    ///
    /// @param kind `level` or `bolus`
    public record InsultEntry(String id, String name, String unit, String kind, double maximum) {
    }

    /// Whom a study is made in.
    public record PopulationEntry(String id, String name, String species, String strain) {
    }

    /// What can be measured.
    ///
    /// @param species the only species in which it is measured; empty for all
    public record ObservableEntry(String id, String name, String unit, String better, String species) {
    }

    /// A way of giving a product.
    public record RouteEntry(String id, String name) {
    }

    /// Everything in a library.
    public static LibraryAnswer of(Library library) {
        EvidenceLibrary evidence = EvidenceLibrary.read(library.evidence());
        return new LibraryAnswer(library.studies().stream().map(id -> story(library, evidence, id)).toList(),
                library.products().values().stream().map(LibraryAnswer::product).toList(),
                library.insults().values().stream().map(LibraryAnswer::insult).toList(),
                library.populations().values().stream().map(LibraryAnswer::population).toList(),
                library.observables().values().stream().map(LibraryAnswer::observable).toList(),
                library.routes().values().stream().map(LibraryAnswer::route).toList());
    }

    private static Story story(Library library, EvidenceLibrary evidence, String id) {
        YamlMapping file = YamlReader.read(library.study(id).resolve("study.yaml"), id);
        String mirrors = file.optionalText("mirrors").orElse("");
        return new Story(id, file.optionalText("title").orElse(id), file.optionalText("question").orElse(""), mirrors,
                mirrors.isEmpty() ? "" : evidence.source(mirrors).map(Source::citation).orElse(""), file.has("trial"));
    }

    private static ProductEntry product(Product p) {
        return new ProductEntry(p.id(), p.name(), lower(p.kind()), p.doseUnit(), List.copyOf(p.routes().keySet()));
    }

    private static InsultEntry insult(Insult i) {
        return new InsultEntry(i.id(), i.name(), i.unit(), lower(i.kind()), i.maximum());
    }

    private static PopulationEntry population(Population p) {
        return new PopulationEntry(p.id(), p.name(), p.species(), p.strain());
    }

    private static ObservableEntry observable(Observable o) {
        return new ObservableEntry(o.id(), o.name(), o.unit(), lower(o.better()),
                o.species().orElse(""));
    }

    private static RouteEntry route(Route r) {
        return new RouteEntry(r.id(), r.name());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
