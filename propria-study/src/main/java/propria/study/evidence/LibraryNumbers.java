package propria.study.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import propria.model.Description;
import propria.model.Description.Interval;
import propria.model.Parameter;
import propria.model.problem.SourceLocation;
import propria.study.Insult;
import propria.study.Observable;
import propria.study.Phase;
import propria.study.Population;
import propria.study.Product;
import propria.study.Regimen;
import propria.study.SourcedValue;
import propria.study.Study;
import propria.study.Target;
import propria.study.library.HostSpecies;
import propria.study.library.Library;

/// The numbers that library files bring beside the model, as parameters, so that the same is asked of them: a value, an
/// interval, references. Their ids are `owner/what`, such as `msc_umbilical_cord/viability`.
///
/// A factor of 1 says that an amount goes where it is given, and is no number.
public final class LibraryNumbers {

    private final List<Parameter> numbers = new ArrayList<>();
    private final Set<SourceLocation> seen = new HashSet<>();

    private LibraryNumbers() {
    }

    /// The id of a number of an owner.
    public static String id(String owner, String what) {
        return owner + "/" + what;
    }

    /// The numbers that a study uses: of its populations, insults, assays and of what is given in it.
    public static List<Parameter> of(Study study) {
        LibraryNumbers all = new LibraryNumbers();
        Set<Population> populations = new LinkedHashSet<>();
        Set<Product> products = new LinkedHashSet<>();
        study.arms().forEach(arm -> {
            populations.add(arm.population());
            arm.regimens().stream().map(Regimen::product).forEach(products::add);
        });
        populations.forEach(all::population);
        products.forEach(all::product);
        study.phases().stream().flatMap(p -> p.exposures().stream()).map(Phase.Exposure::insult).distinct()
                .forEach(all::insult);
        study.observables().forEach(all::observable);
        return all.numbers;
    }

    /// The numbers of one kind of library file.
    ///
    /// @param kind `products`, `populations` (with their species), `insults` or `observables`
    public static List<Parameter> of(Library library, String kind) {
        LibraryNumbers all = new LibraryNumbers();
        switch (kind) {
            case "products" -> library.products().values().forEach(all::product);
            case "populations" -> {
                library.species().values().forEach(all::species);
                library.populations().values().forEach(all::population);
            }
            case "insults" -> library.insults().values().forEach(all::insult);
            case "observables" -> library.observables().values().forEach(all::observable);
            default -> throw new IllegalArgumentException("no kind " + kind);
        }
        return all.numbers;
    }

    private void species(HostSpecies species) {
        add(species.id(), "body_mass", species.bodyMass());
        species.parameters().forEach((id, value) -> add(species.id(), id, value));
        species.betweenSubjects().forEach((id, value) -> add(species.id(), "cv." + id, value));
    }

    private void population(Population population) {
        add(population.id(), "body_mass", population.bodyMass());
        population.parameters().forEach((id, value) -> add(population.id(), id, value));
        population.initial().forEach((id, value) -> add(population.id(), id, value));
        population.betweenSubjects().forEach((id, value) -> add(population.id(), "cv." + id, value));
    }

    private void product(Product product) {
        product.viability().ifPresent(value -> add(product.id(), "viability", value));
        product.parameters().forEach((id, value) -> add(product.id(), id, value));
        product.routes()
                .forEach((route, targets) -> targets.forEach(t -> target(product.id(), route + "." + t.id(), t)));
        product.once().forEach(once -> add(product.id(), "once." + once.target(), once.amount(), Optional.empty(),
                once.source(), once.place()));
    }

    private void insult(Insult insult) {
        insult.parameters().forEach((id, value) -> add(insult.id(), id, value));
        insult.targets().forEach(t -> target(insult.id(), t.id(), t));
    }

    private void observable(Observable observable) {
        if (observable.noise().kind() != Observable.Noise.Kind.NONE) {
            add(observable.id(), "noise", observable.noise().sd(), Optional.empty(), observable.noise().source(),
                    observable.place());
        }
    }

    private void target(String owner, String what, Target target) {
        if (target.factor() != 1) {
            add(owner, what, target.factor(), Optional.empty(), target.source(), target.place());
        }
    }

    private void add(String owner, String what, SourcedValue value) {
        add(owner, what, value.value(), value.interval(), value.source(), value.place());
    }

    /// A number that a population takes over from its species is one number.
    private void add(String owner, String what, double value, Optional<Interval> interval, Optional<String> source,
            SourceLocation place) {
        if (seen.add(place)) {
            Description description = new Description(Optional.empty(), source.stream().toList(), interval, List.of(),
                    Optional.empty());
            numbers.add(new Parameter(id(owner, what), OptionalDouble.of(value), true, Optional.empty(), description,
                    place));
        }
    }
}
