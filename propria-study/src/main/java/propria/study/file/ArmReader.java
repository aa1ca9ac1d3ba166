package propria.study.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlNode;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.Arm;
import propria.study.ArmRole;
import propria.study.Phase;
import propria.study.Population;
import propria.study.Product;
import propria.study.Regimen;
import propria.study.Route;
import propria.study.library.Library;
import propria.study.quantity.DoseAmount;
import propria.study.quantity.Quantity;
import propria.study.reading.Findings;
import propria.study.reading.Values;

/// Reads `arms:`.
final class ArmReader {

    private final Library library;
    private final Findings findings;
    private final TimeSpan span;
    private final Population population;

    ArmReader(Library library, Findings findings, List<Phase> phases, Population population) {
        this.library = library;
        this.findings = findings;
        this.span = TimeSpan.of(phases);
        this.population = population;
    }

    List<Arm> arms(YamlMapping file) {
        List<Arm> arms = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlMapping entry : findings.attempt(() -> file.mappings("arms")).orElse(List.of())) {
            findings.attempt(() -> arm(entry)).ifPresent(arm -> {
                if (!ids.add(arm.id())) {
                    findings.add(Problem.error("S020", entry.placeOf("id"), "two arms have the id `" + arm.id() + "`",
                            "", "rename one"));
                }
                arms.add(arm);
            });
        }
        if (arms.isEmpty()) {
            findings.add(Problem.error("S026", file.placeOf("arms"), "the study has no arm", "",
                    "add `arms: [{id: vehicle}]`"));
        }
        return arms;
    }

    private Arm arm(YamlMapping entry) {
        entry.allow("id", "name", "role", "population", "insult_free", "regimen");
        String id = entry.text("id");
        List<Regimen> regimens = new ArrayList<>();
        for (YamlMapping regimen : entry.mappings("regimen")) {
            findings.attempt(() -> regimen(regimen)).ifPresent(regimens::add);
        }
        ArmRole role = entry.has("role")
                ? Values.word(ArmRole.class, entry, "role", "S009")
                : regimens.isEmpty() ? ArmRole.VEHICLE : ArmRole.NAIVE_MSC;
        return new Arm(id, entry.optionalText("name").orElse(id), role, population(entry),
                entry.flag("insult_free", false), regimens, entry.place());
    }

    private Population population(YamlMapping entry) {
        Optional<String> name = entry.optionalText("population");
        if (name.isEmpty()) {
            return population;
        }
        SourceLocation place = entry.placeOf("population");
        Population own = Optional.ofNullable(library.populations().get(name.get())).orElseThrow(
                () -> Findings.unknown("S002", place, "population", name.get(), library.populations().keySet()));
        if (!own.species().equals(population.species())) {
            throw new ProblemException(Problem.error("S002", place,
                    "the population `" + own.id() + "` is of another species than the study",
                    own.species() + ", not " + population.species(), "make two studies of it"));
        }
        return own;
    }

    private Regimen regimen(YamlMapping entry) {
        entry.allow("product", "amount", "route", "at", "over");
        SourceLocation place = entry.placeOf("product");
        String name = entry.text("product");
        Product product = Optional.ofNullable(library.products().get(name))
                .orElseThrow(() -> Findings.unknown("S003", place, "product", name, library.products().keySet()));
        Quantity amount = Values.quantity(entry, "amount").notNegative();
        fits(product, amount);
        Route route = route(entry, product);
        double over = entry.has("over") ? Values.quantity(entry, "over").notNegative().days() : 0;
        List<Double> at = new ArrayList<>();
        for (YamlNode.Text time : times(entry)) {
            findings.attempt(() -> time(time, over)).ifPresent(at::add);
        }
        return new Regimen(product, amount, route, at, over, entry.place());
    }

    private static void fits(Product product, Quantity amount) {
        try {
            DoseAmount.in(product.doseUnit(), amount, 1);
        } catch (ProblemException e) {
            throw new ProblemException(Problem.error("S012", amount.place(),
                    "a dose of `" + product.id() + "` cannot be stated as `" + amount + "`",
                    "it is counted in `" + product.doseUnit() + "`, and no conversion from `" + amount.unit()
                            + "` is known",
                    "state the amount in `" + product.doseUnit() + "`"));
        }
    }

    private Route route(YamlMapping entry, Product product) {
        SourceLocation place = entry.placeOf("route");
        String name = entry.text("route");
        Route route = Optional.ofNullable(library.routes().get(name))
                .orElseThrow(() -> Findings.unknown("S004", place, "route", name, library.routes().keySet()));
        if (!product.routes().containsKey(name)) {
            throw new ProblemException(Problem.error("S005", place,
                    "`" + product.id() + "` is not given " + route.name(),
                    "its routes: " + String.join(", ", product.routes().keySet()), "use one of these"));
        }
        return route;
    }

    private static List<YamlNode.Text> times(YamlMapping entry) {
        if (entry.node("at").orElse(null) instanceof YamlNode.Text single) {
            return List.of(single);
        }
        List<YamlNode.Text> times = entry.textNodes("at");
        if (times.isEmpty()) {
            throw new ProblemException(Problem.error("S023", entry.place(), "the regimen says no time", "",
                    "add `at: [1 d, 4 d]`"));
        }
        return times;
    }

    private double time(YamlNode.Text text, double over) {
        double at = Quantity.read(text.value(), text.place()).days();
        span.checked("S023", "a dose", at, text.place());
        span.checked("S023", "the end of an infusion", at + over, text.place());
        return at;
    }
}
